//! The headline of a run: the few figures that say how it went.

use crate::{calendar::Quarter, discounting, input::Inputs, output::Figures, trajectory::Trajectory};

/// The headline of a run. Figures of a date are missing where the run ends before it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Headline {
    /// Lowest trailing-year free cash flow from the fourth quarter run on, B$; in a shorter run, that of its last quarter.
    pub fcf_trough: f64,
    /// When that is.
    pub fcf_trough_quarter: Quarter,
    /// Lowest AWS operating margin, share: "depreciation first, profit later".
    pub margin_trough: f64,
    /// When that is.
    pub margin_trough_quarter: Quarter,
    /// Present value of the AI build, book value less deferred tax added to the last quarter, B$.
    pub npv: f64,
    /// The same without that closing value, B$. While the build grows, `npv` rests largely on it.
    pub npv_without_book: f64,
    /// Yearly rate at which the build with its closing value is worth nothing.
    pub irr: Option<f64>,
    /// The smaller of 0 and the lowest running total of the build, B$.
    pub peak_need: f64,
    /// First quarter after that low in which the running total is back at 0.
    pub payback_quarter: Option<Quarter>,
    /// Power at 2027Q4 over that of 2022; the goal is 4.
    pub power_multiple_2027: Option<f64>,
    /// Four times AWS sales of 2030Q4, B$ a year.
    pub aws_2030: Option<f64>,
    /// Trailing-year free cash flow of 2030Q4, B$.
    pub fcf_2030: Option<f64>,
}

/// Everything a headline can say, by the name used in files and in the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HeadlineFigure {
    /// A number, where there is one.
    Number(Option<f64>),
    /// A quarter, where there is one.
    Quarter(Option<Quarter>),
}

impl Headline {
    /// The headline of a run; none for a run without quarters.
    #[must_use]
    pub fn of(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Option<Self> {
        let quarters = || trajectory.quarters();
        let lowest = |figure: fn(&Figures<f64>) -> f64, skip: usize| {
            quarters()
                .skip(skip)
                .map(|(quarter, figures)| (quarter, figure(figures)))
                .reduce(|lowest, next| if next.1 < lowest.1 { next } else { lowest })
        };
        let (_, last) = quarters().next_back()?;
        let settled = 3.min(trajectory.figures().len() - 1);
        let (fcf_trough_quarter, fcf_trough) = lowest(|figures| figures.fcf_ttm, settled)?;
        let (margin_trough_quarter, margin_trough) = lowest(|figures| figures.aws_margin, 0)?;
        let (low_quarter, low) = lowest(|figures| figures.programme_total, 0)?;

        let payback =
            quarters().find(|(quarter, figures)| *quarter > low_quarter && figures.programme_total >= 0.0);
        let closing_value = last.ai_book - last.tax_deferred;
        let last_place = trajectory.figures().len() - 1;
        let flow = |closing_value: f64| {
            trajectory.figures().iter().enumerate().map(move |(place, figures)| {
                figures.programme + if place == last_place { closing_value } else { 0.0 }
            })
        };
        let at =
            |year: i32, figure: fn(&Figures<f64>) -> f64| trajectory.at(Quarter::new(year, 4)?).map(figure);
        Some(Self {
            fcf_trough,
            fcf_trough_quarter,
            margin_trough,
            margin_trough_quarter,
            npv: discounting::npv(flow(closing_value), inputs.discount_rate, 1),
            npv_without_book: discounting::npv(flow(0.0), inputs.discount_rate, 1),
            irr: discounting::irr(flow(closing_value)),
            peak_need: low.min(0.0),
            payback_quarter: payback.filter(|_| low < 0.0).map(|(quarter, _)| quarter),
            power_multiple_2027: at(2027, |figures| figures.power_multiple_2022),
            aws_2030: at(2030, |figures| 4.0 * figures.aws_revenue),
            fcf_2030: at(2030, |figures| figures.fcf_ttm),
        })
    }

    /// Every figure with the name that files, the command line and the page use, in the order of the specification.
    #[must_use]
    pub fn figures(&self) -> [(&'static str, HeadlineFigure); 12] {
        let number = |value| HeadlineFigure::Number(Some(value));
        let quarter = |value| HeadlineFigure::Quarter(Some(value));
        [
            ("fcf_trough", number(self.fcf_trough)),
            ("fcf_trough_quarter", quarter(self.fcf_trough_quarter)),
            ("margin_trough", number(self.margin_trough)),
            ("margin_trough_quarter", quarter(self.margin_trough_quarter)),
            ("npv", number(self.npv)),
            ("npv_without_book", number(self.npv_without_book)),
            ("irr", HeadlineFigure::Number(self.irr)),
            ("peak_need", number(self.peak_need)),
            ("payback_quarter", HeadlineFigure::Quarter(self.payback_quarter)),
            ("power_multiple_2027", HeadlineFigure::Number(self.power_multiple_2027)),
            ("aws_2030", HeadlineFigure::Number(self.aws_2030)),
            ("fcf_2030", HeadlineFigure::Number(self.fcf_2030)),
        ]
    }
}
