//! Where in the plane of two inputs a figure meets a requirement, and the nearest place where it does.
//!
//! "Draw the target": a reader pulls a figure to where it should be, chooses two inputs, and sees what combinations of
//! them get there. With a single input [`crate::seek`] answers, and [`crate::Sought::meeting`] says on which intervals.

mod edge;
mod nearest;
mod ray;

pub use nearest::NearestPlace;

use crate::{
    condition::Requirement,
    grid::{Contour, Grid, GridError, GridPlan},
    target::Target,
};
use buildout_model::Input;
use buildout_scenario::Scenario;

/// The part of a plane of two inputs in which a figure meets a requirement.
#[derive(Clone, Debug, PartialEq)]
pub struct Feasible {
    /// The figure over both inputs.
    pub grid: Grid,
    /// What is required of it.
    pub requirement: Requirement,
    /// Share of the values of the grid that meet it.
    pub share: f64,
    /// The lines on which the figure is the value required: the edge of the region, but for where there is no figure or
    /// the figure jumps; for equality, the region itself.
    pub boundary: Contour,
    /// The place nearest to the scenario that meets it: the scenario itself if it does, none if nothing does. What meets it
    /// only between the points of the grid, in a valley narrower than a cell, can be overlooked.
    pub nearest: Option<NearestPlace>,
}

/// Where two inputs, over their whole ranges, make `target` meet a requirement, all else as it stands in `scenario`, for
/// runs of `quarters`, on a grid of `resolution` by `resolution` values.
///
/// ```
/// use buildout_analysis::{Condition, Requirement, feasible};
/// use buildout_model::{Input, MAX_QUARTERS};
/// use buildout_scenario::Scenario;
///
/// let target = "fcf_ttm@2028Q4".parse().expect("a figure");
/// let requirement = Requirement { condition: Condition::AtLeast, value: 40.0 };
/// let (x, y) = (Input::CapexNextYear, Input::PowerSlip);
/// let region = feasible(&Scenario::default(), MAX_QUARTERS, x, y, target, requirement, 9)?;
/// if let Some(nearest) = region.nearest {
///     println!("{} B$ of CapEx and {} quarters of slip", nearest.place.x, nearest.place.y);
/// }
/// # Ok::<(), buildout_analysis::GridError>(())
/// ```
///
/// # Errors
/// Those of a grid.
pub fn feasible(
    scenario: &Scenario,
    quarters: usize,
    x: Input,
    y: Input,
    target: Target,
    requirement: Requirement,
    resolution: usize,
) -> Result<Feasible, GridError> {
    let plan = GridPlan::new(scenario, quarters, x, y, target, resolution, resolution)?;
    let grid = plan.grid(vec![plan.rows(0..resolution)])?;
    Ok(plan.feasible(grid, requirement))
}

impl GridPlan {
    /// The region of a grid that was computed by this plan.
    #[must_use]
    pub fn feasible(&self, grid: Grid, requirement: Requirement) -> Feasible {
        let boundary = grid.contour(requirement.value);
        let is_met = |result: &f64| requirement.is_met(*result);
        let met = grid.cells().iter().filter(|cell| cell.result.as_ref().is_some_and(is_met)).count();
        let share = met as f64 / grid.cells().len().max(1) as f64;
        let nearest = nearest::nearest(self, &grid, &boundary, requirement);
        Feasible { grid, requirement, share, boundary, nearest }
    }
}
