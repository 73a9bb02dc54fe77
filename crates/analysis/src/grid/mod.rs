//! A figure over two inputs at once: a map of its values, a map of what holds the build back, and contour lines.
//!
//! A [`GridPlan`] says what to compute and can be asked for some of its rows at a time, so that a page shows progress and
//! stops when it is no longer wanted, and a command line uses every core. Rows do not depend on each other: put together
//! in any order they make the same [`Grid`].

mod contour;
mod error;
mod plan;
mod rows;
mod table;

pub use contour::{Contour, Place};
pub use error::{GridError, MOST_GRID_VALUES};
pub use plan::GridPlan;
pub use rows::GridRows;
pub use table::{Grid, GridCell};

use crate::target::Target;
use buildout_model::Input;
use buildout_scenario::Scenario;

/// `target` over the whole ranges of two inputs, all else as it stands in `scenario`, for runs of `quarters`: `nx` by `ny`
/// values spread evenly, ends included.
///
/// ```
/// use buildout_analysis::{Target, grid};
/// use buildout_model::{Input, MAX_QUARTERS};
/// use buildout_scenario::Scenario;
///
/// let (x, y) = (Input::CapexNextYear, Input::PowerSlip);
/// let map = grid(&Scenario::default(), MAX_QUARTERS, x, y, Target::default(), 9, 5)?;
/// let best = map.cells().iter().filter_map(|cell| cell.result).fold(f64::NEG_INFINITY, f64::max);
/// println!("at best {best} B$; the line of -20 B$ has {} parts", map.contour(-20.0).lines.len());
/// # Ok::<(), buildout_analysis::GridError>(())
/// ```
///
/// # Errors
/// [`GridError`] for the same input twice and for fewer than two or too many values.
pub fn grid(
    scenario: &Scenario,
    quarters: usize,
    x: Input,
    y: Input,
    target: Target,
    nx: usize,
    ny: usize,
) -> Result<Grid, GridError> {
    let plan = GridPlan::new(scenario, quarters, x, y, target, nx, ny)?;
    plan.grid(vec![plan.rows(0..ny)])
}
