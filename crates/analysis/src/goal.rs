//! The headline figures that can be asked of many runs.

use buildout_model::{Baseline, Headline, Inputs, Number, Quarter, Trajectory};

/// A figure of the headline that is a number, so that it can be drawn over an input or sought.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Goal {
    /// Lowest trailing-year free cash flow, B$.
    #[default]
    FcfTrough,
    /// Trailing-year free cash flow of 2030Q4, B$.
    Fcf2030,
    /// Four times AWS sales of 2030Q4, B$ a year.
    Aws2030,
    /// Lowest AWS operating margin, share.
    MarginTrough,
    /// Present value of the AI build, B$.
    Npv,
    /// Yearly rate at which the AI build is worth nothing.
    Irr,
    /// Lowest running total of the AI build, B$.
    PeakNeed,
    /// Power at 2027Q4 over that of 2022.
    PowerMultiple2027,
}

impl Goal {
    /// Every goal, in the order in which they are offered.
    pub const ALL: [Goal; 8] = [
        Goal::FcfTrough,
        Goal::Fcf2030,
        Goal::Aws2030,
        Goal::MarginTrough,
        Goal::Npv,
        Goal::Irr,
        Goal::PeakNeed,
        Goal::PowerMultiple2027,
    ];

    /// The name of the figure in the headline, as in `data/headlines.csv`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Goal::FcfTrough => "fcf_trough",
            Goal::Fcf2030 => "fcf_2030",
            Goal::Aws2030 => "aws_2030",
            Goal::MarginTrough => "margin_trough",
            Goal::Npv => "npv",
            Goal::Irr => "irr",
            Goal::PeakNeed => "peak_need",
            Goal::PowerMultiple2027 => "power_multiple_2027",
        }
    }

    /// Unit of the figure, as in `data/headlines.csv`.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Goal::FcfTrough | Goal::Fcf2030 | Goal::Npv | Goal::PeakNeed => "B$",
            Goal::Aws2030 => "B$/yr",
            Goal::MarginTrough => "share",
            Goal::Irr => "share/yr",
            Goal::PowerMultiple2027 => "ratio",
        }
    }

    /// The goal of that name, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|goal| goal.id() == id)
    }

    /// The figure in a headline, where there is one.
    #[must_use]
    pub fn of(self, headline: &Headline) -> Option<f64> {
        match self {
            Goal::FcfTrough => Some(headline.fcf_trough),
            Goal::Fcf2030 => headline.fcf_2030,
            Goal::Aws2030 => headline.aws_2030,
            Goal::MarginTrough => Some(headline.margin_trough),
            Goal::Npv => Some(headline.npv),
            Goal::Irr => headline.irr,
            Goal::PeakNeed => Some(headline.peak_need),
            Goal::PowerMultiple2027 => headline.power_multiple_2027,
        }
    }

    /// The same figure straight from a run, without the rest of the headline.
    #[must_use]
    pub fn read(self, inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> Option<f64> {
        match self {
            Goal::Irr => trajectory.irr(),
            _ => self.read_any(inputs, trajectory),
        }
    }

    /// The same figure of a run of any kind of number; NaN for a rate that does not exist. None where the run is too short.
    #[must_use]
    pub fn read_any<N: Number>(self, inputs: &Inputs<N>, trajectory: &Trajectory<N>) -> Option<N> {
        match self {
            Goal::FcfTrough => trajectory.fcf_trough_value(),
            Goal::Fcf2030 => trajectory.fcf_2030(),
            Goal::Aws2030 => trajectory.aws_2030(),
            Goal::MarginTrough => trajectory.margin_trough_value(),
            Goal::Npv => trajectory.npv(inputs.discount_rate),
            Goal::Irr => trajectory.irr_value(),
            Goal::PeakNeed => trajectory.peak_need(),
            Goal::PowerMultiple2027 => trajectory.power_multiple_2027(),
        }
    }

    /// How many of `quarters` the figure looks at: a run need not go beyond its date, because a shorter run is the start of
    /// a longer one.
    #[must_use]
    pub fn quarters_needed(self, baseline: Baseline, quarters: usize) -> usize {
        let date = match self {
            Goal::Fcf2030 | Goal::Aws2030 => Headline::OUTLOOK_QUARTER,
            Goal::PowerMultiple2027 => Headline::POWER_GOAL_QUARTER,
            Goal::FcfTrough | Goal::MarginTrough | Goal::Npv | Goal::Irr | Goal::PeakNeed => return quarters,
        };
        quarters_to(baseline, date).min(quarters)
    }
}

/// Quarters of a run from `baseline` that ends with `last`.
pub(crate) fn quarters_to(baseline: Baseline, last: Quarter) -> usize {
    usize::try_from(last.index() - baseline.first_quarter().index() + 1).unwrap_or(0)
}
