//! Whatever is read, it runs to figures.

use buildout_model::{HeadlineFigure, Output, Trajectory};
use buildout_scenario::Scenario;

/// Runs a scenario over so many quarters, of which there must be one at least, and returns the run.
///
/// # Errors
/// A figure that is no number, where none is allowed to be missing.
pub fn run(scenario: &Scenario, quarters: usize) -> Result<Trajectory<f64>, String> {
    let trajectory = scenario.run(quarters);
    if trajectory.figures().len() != quarters || quarters == 0 {
        return Err(format!("{} of {quarters} quarters were run", trajectory.figures().len()));
    }
    for (quarter, figures) in trajectory.quarters() {
        for output in Output::ALL {
            let figure = figures.get(output);
            if !figure.is_finite() {
                return Err(format!("{} is {figure} in {quarter}", output.id()));
            }
        }
    }
    let headline = scenario.headline(&trajectory).ok_or("the run has no headline")?;
    for (name, figure) in headline.figures() {
        if let HeadlineFigure::Number(Some(number)) = figure
            && !number.is_finite()
        {
            return Err(format!("{name} is {number}"));
        }
    }
    Ok(trajectory)
}
