//! The opening position of a run against what was reported for the quarter before it.

use buildout_model::{Inputs, Output, Quarter, ReportedQuarter, Trajectory};

/// Months of a quarter, and million seats times dollars in B$.
const TOOLS_PER_QUARTER: f64 = 3.0 / 1000.0;

/// A part of the opening position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpeningFigure {
    /// The reported figure that it stands for.
    pub output: Output,
    /// What the inputs say, B$.
    pub opening: f64,
    /// What was reported for the last quarter before the run, B$; none where that is not disclosed.
    pub reported: Option<f64>,
}

impl OpeningFigure {
    /// How far the opening is above what was reported, as a share of that.
    #[must_use]
    pub fn difference(&self) -> Option<f64> {
        self.reported.map(|reported| self.opening / reported - 1.0)
    }
}

/// The opening position that inputs describe, figure by figure, with the quarter that it is of.
///
/// ```
/// use buildout_analysis::opening_position;
/// use buildout_model::Output;
/// use buildout_scenario::Scenario;
///
/// let scenario = Scenario::default();
/// let (quarter, figures) = opening_position(scenario.inputs(), &scenario.run(0));
/// assert_eq!(quarter.to_string(), "2025Q3");
/// let backlog = figures.iter().find(|figure| figure.output == Output::Backlog).ok_or("no backlog")?;
/// assert_eq!(backlog.difference(), Some(0.0));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn opening_position(inputs: &Inputs<f64>, trajectory: &Trajectory<f64>) -> (Quarter, Vec<OpeningFigure>) {
    let quarter = trajectory.baseline().history_end();
    let reported = ReportedQuarter::at(quarter);
    let tools = inputs.developer_seats * inputs.developer_seat_price * TOOLS_PER_QUARTER;
    let figures = [
        (Output::AwsRevenue, inputs.core_revenue_start + inputs.ai_revenue_start + tools),
        (Output::Backlog, inputs.backlog_start),
        (Output::AwsDepreciation, inputs.legacy_dep),
        (Output::Depreciation, inputs.legacy_dep + inputs.other_da_start),
    ];
    let figures = figures.map(|(output, opening)| OpeningFigure {
        output,
        opening,
        reported: reported.and_then(|reported| reported.disclosed(output)),
    });
    (quarter, figures.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_model::Baseline;
    use buildout_scenario::Scenario;

    /// The base cases start where the filings leave off, to what their rounding allows.
    #[test]
    fn base_cases_open_at_the_filing() {
        for baseline in Baseline::ALL {
            let scenario = Scenario::base(baseline);
            let (_, figures) = opening_position(scenario.inputs(), &scenario.run(0));
            assert!(figures.iter().any(|figure| figure.reported.is_some()));
            for figure in figures {
                if let Some(difference) = figure.difference() {
                    assert!(difference.abs() < 0.05, "{baseline} {}: {difference}", figure.output.id());
                }
            }
        }
    }
}
