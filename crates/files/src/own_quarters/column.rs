//! What a reader can report.

use buildout_model::Output;
use core::ops::RangeInclusive;

/// A column of a reader's own quarters. Its name is that of the output, its unit too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OwnColumn {
    /// The output that it stands for.
    pub output: Output,
    /// The lowest figure that is taken, in the unit of the output.
    pub min: f64,
    /// The highest figure that is taken.
    pub max: f64,
}

/// More than any flow of a quarter, B$: net sales were below 250. Whoever writes millions of dollars is far above.
const LARGEST_FLOW: f64 = 1_000.0;

/// More than any backlog, B$.
const LARGEST_BACKLOG: f64 = 10_000.0;

/// More than any power, GW. Whoever writes megawatts is above.
const LARGEST_POWER: f64 = 200.0;

const fn earned(output: Output) -> OwnColumn {
    OwnColumn { output, min: 0.0, max: LARGEST_FLOW }
}

const fn earned_or_lost(output: Output) -> OwnColumn {
    OwnColumn { output, min: -LARGEST_FLOW, max: LARGEST_FLOW }
}

/// Every column, in the order of the specification's chain from sales to cash.
pub const OWN_COLUMNS: [OwnColumn; 11] = [
    earned(Output::Sales),
    earned(Output::AwsRevenue),
    earned(Output::AdsRevenue),
    earned_or_lost(Output::OperatingIncome),
    earned_or_lost(Output::AwsOperatingIncome),
    earned(Output::Depreciation),
    earned_or_lost(Output::Ocf),
    // Proceeds and incentives are taken off.
    earned_or_lost(Output::Capex),
    earned_or_lost(Output::Fcf),
    OwnColumn { output: Output::Backlog, min: 0.0, max: LARGEST_BACKLOG },
    OwnColumn { output: Output::Power, min: 0.0, max: LARGEST_POWER },
];

impl OwnColumn {
    /// The figures that are taken.
    #[must_use]
    pub fn range(&self) -> RangeInclusive<f64> {
        self.min..=self.max
    }

    /// The unit a thousandth of this column's, which a figure beyond its range may have been meant in.
    #[must_use]
    pub fn smaller_unit(&self) -> &'static str {
        match self.output {
            Output::Power => "MW",
            _ => "M$",
        }
    }
}
