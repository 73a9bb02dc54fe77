//! One figure of one quarter, as it was run and as it was reported.

use buildout_model::{Output, Quarter, ReportedQuarter};

/// A figure of a quarter as a run or a rule has it, beside the report.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Compared {
    /// The quarter.
    pub quarter: Quarter,
    /// The figure of the run or the rule, in the unit of its output.
    pub run: f64,
    /// The figure as it was reported, or as it follows from what was.
    pub reported: f64,
}

impl Compared {
    /// Run less reported, in the unit of the figure: above zero where the run has too much.
    #[must_use]
    pub fn error(&self) -> f64 {
        self.run - self.reported
    }

    /// The error as a share of the size of the reported figure; none where that is zero.
    #[must_use]
    pub fn error_share(&self) -> Option<f64> {
        (self.reported != 0.0).then(|| self.error() / self.reported.abs())
    }
}

/// An output in those of the quarters in which it is reported and `run` has a figure.
pub(super) fn compared(
    output: Output,
    quarters: &[Quarter],
    run: impl Fn(Quarter) -> Option<f64>,
) -> Vec<Compared> {
    let pair = |quarter: &Quarter| {
        let reported = ReportedQuarter::at(*quarter)?.get(output)?;
        Some(Compared { quarter: *quarter, run: run(*quarter)?, reported })
    };
    quarters.iter().filter_map(pair).collect()
}
