//! The headline of a run: the few figures that say how it went.

use crate::{
    calendar::Quarter, discounting, input::Inputs, number::Number, output::Figures, trajectory::Trajectory,
};

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

/// The figures of a headline one by one, for those who need only one of them from many runs; of any kind of number.
impl<N: Number> Trajectory<N> {
    /// Lowest trailing-year free cash flow, as [`Headline::fcf_trough`] has it.
    #[must_use]
    pub fn fcf_trough_value(&self) -> Option<N> {
        self.lowest_value(self.settled(), |figures| figures.fcf_ttm)
    }

    /// Lowest AWS operating margin, share.
    #[must_use]
    pub fn margin_trough_value(&self) -> Option<N> {
        self.lowest_value(0, |figures| figures.aws_margin)
    }

    /// The smaller of 0 and the lowest running total of the AI build, B$.
    #[must_use]
    pub fn peak_need(&self) -> Option<N> {
        Some(self.lowest_value(0, |figures| figures.programme_total)?.min(N::of(0.0)))
    }

    /// Present value of the AI build at a yearly `discount_rate`, with its book value less deferred tax at the end, B$.
    #[must_use]
    pub fn npv(&self, discount_rate: N) -> Option<N> {
        Some(discounting::npv(self.build_flows(self.closing_value()?), discount_rate, 1))
    }

    /// Present value of the AI build at a yearly `discount_rate` without a closing value, B$.
    #[must_use]
    pub fn npv_without_book(&self, discount_rate: N) -> Option<N> {
        (!self.figures.is_empty()).then(|| discounting::npv(self.build_flows(N::of(0.0)), discount_rate, 1))
    }

    /// Yearly rate at which the AI build with its closing value is worth nothing; NaN where there is none.
    ///
    /// The rate of [`Trajectory::irr`] to 1e-12, found in a fixed number of steps, so that it can be had of lanes and of
    /// dual numbers.
    #[must_use]
    pub fn irr_value(&self) -> Option<N> {
        Some(discounting::irr_value(self.build_flows(self.closing_value()?)))
    }

    /// Power at [`Headline::POWER_GOAL_QUARTER`] over that of 2022.
    #[must_use]
    pub fn power_multiple_2027(&self) -> Option<N> {
        Some(self.at(Headline::POWER_GOAL_QUARTER)?.power_multiple_2022)
    }

    /// Four times AWS sales of [`Headline::OUTLOOK_QUARTER`], B$ a year.
    #[must_use]
    pub fn aws_2030(&self) -> Option<N> {
        Some(self.at(Headline::OUTLOOK_QUARTER)?.aws_revenue * 4.0)
    }

    /// Trailing-year free cash flow of [`Headline::OUTLOOK_QUARTER`], B$.
    #[must_use]
    pub fn fcf_2030(&self) -> Option<N> {
        Some(self.at(Headline::OUTLOOK_QUARTER)?.fcf_ttm)
    }

    /// The first quarter that counts for the lowest trailing-year free cash flow.
    fn settled(&self) -> usize {
        3.min(self.figures.len().saturating_sub(1))
    }

    fn lowest_value(&self, skip: usize, figure: impl Fn(&Figures<N>) -> N) -> Option<N> {
        self.figures.iter().skip(skip).map(figure).reduce(Number::min)
    }

    fn closing_value(&self) -> Option<N> {
        self.figures.last().map(|last| last.ai_book - last.tax_deferred)
    }

    fn build_flows(&self, closing_value: N) -> impl DoubleEndedIterator<Item = N> + Clone + '_ {
        let count = self.figures.len();
        self.figures.iter().enumerate().map(move |(place, figures)| {
            if place + 1 == count { figures.programme + closing_value } else { figures.programme }
        })
    }
}

/// What needs to look at the numbers: dates, and a rate to the last bit.
impl Trajectory<f64> {
    /// Lowest trailing-year free cash flow from the fourth quarter run on, B$; in a shorter run, that of its last quarter.
    #[must_use]
    pub fn fcf_trough(&self) -> Option<(Quarter, f64)> {
        self.lowest(self.settled(), |figures| figures.fcf_ttm)
    }

    /// Lowest AWS operating margin, share.
    #[must_use]
    pub fn margin_trough(&self) -> Option<(Quarter, f64)> {
        self.lowest(0, |figures| figures.aws_margin)
    }

    /// First quarter after the lowest running total of the AI build in which that total is back at 0; none where it never
    /// was below.
    #[must_use]
    pub fn payback_quarter(&self) -> Option<Quarter> {
        let (low_quarter, _) =
            self.lowest(0, |figures| figures.programme_total).filter(|(_, low)| *low < 0.0)?;
        self.quarters()
            .find(|(quarter, figures)| *quarter > low_quarter && figures.programme_total >= 0.0)
            .map(|(quarter, _)| quarter)
    }

    /// Yearly rate at which the AI build with its closing value is worth nothing.
    #[must_use]
    pub fn irr(&self) -> Option<f64> {
        discounting::irr(self.build_flows(self.closing_value()?))
    }

    fn lowest(&self, skip: usize, figure: impl Fn(&Figures<f64>) -> f64) -> Option<(Quarter, f64)> {
        self.quarters()
            .skip(skip)
            .map(|(quarter, figures)| (quarter, figure(figures)))
            .reduce(|lowest, next| if next.1 < lowest.1 { next } else { lowest })
    }
}

impl Headline {
    /// The quarter of the goal of four times the power of 2022.
    pub const POWER_GOAL_QUARTER: Quarter = Quarter::literal(2027, 4);

    /// The quarter of the figures of 2030.
    pub const OUTLOOK_QUARTER: Quarter = Quarter::literal(2030, 4);

    /// The headline of a run; none for a run without quarters.
    #[must_use]
    pub fn of(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Option<Self> {
        let (fcf_trough_quarter, fcf_trough) = trajectory.fcf_trough()?;
        let (margin_trough_quarter, margin_trough) = trajectory.margin_trough()?;
        Some(Self {
            fcf_trough,
            fcf_trough_quarter,
            margin_trough,
            margin_trough_quarter,
            npv: trajectory.npv(inputs.discount_rate)?,
            npv_without_book: trajectory.npv_without_book(inputs.discount_rate)?,
            irr: trajectory.irr(),
            peak_need: trajectory.peak_need()?,
            payback_quarter: trajectory.payback_quarter(),
            power_multiple_2027: trajectory.power_multiple_2027(),
            aws_2030: trajectory.aws_2030(),
            fcf_2030: trajectory.fcf_2030(),
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
