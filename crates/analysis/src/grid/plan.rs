//! What a grid computes, row by row.

use super::{
    error::{GridError, MOST_GRID_VALUES},
    rows::GridRows,
    table::{Axes, Grid, GridCell},
};
use crate::{rerun::Rerun, target::Target};
use buildout_model::{Figures, Input, Limit};
use buildout_scenario::Scenario;
use core::ops::Range;

/// A grid to compute.
#[derive(Clone, Debug)]
pub struct GridPlan {
    scenario: Scenario,
    quarters: usize,
    target: Target,
    axes: Axes,
}

impl GridPlan {
    /// `target` over `nx` values of input `x` and `ny` of input `y`, for runs of `quarters`.
    ///
    /// # Errors
    /// [`GridError`] for the same input twice and for fewer than two or too many values.
    pub fn new(
        scenario: &Scenario,
        quarters: usize,
        x: Input,
        y: Input,
        target: Target,
        nx: usize,
        ny: usize,
    ) -> Result<Self, GridError> {
        if x == y {
            return Err(GridError::SameInput(x));
        }
        for (input, count) in [(x, nx), (y, ny)] {
            if !(2..=MOST_GRID_VALUES).contains(&count) {
                return Err(GridError::Nodes { input, count });
            }
        }
        // The run ends with the last quarter that the target looks at: what holds the build back after it does not matter
        // to it.
        let quarters = target.quarters_needed(scenario.baseline(), quarters);
        let axes = Axes { x, y, x_values: even(x, nx), y_values: even(y, ny) };
        Ok(Self { scenario: *scenario, quarters, target, axes })
    }

    /// Rows of the grid: values of the input along y.
    #[must_use]
    pub fn row_count(&self) -> usize {
        self.axes.y_values.len()
    }

    /// Computes some rows; those that the grid does not have are left out.
    #[must_use]
    pub fn rows(&self, rows: Range<usize>) -> GridRows {
        let mut rerun = self.rerun();
        let of_rows = self.axes.y_values.iter().take(rows.end).skip(rows.start);
        let cells = of_rows
            .flat_map(|y| self.axes.x_values.iter().map(move |x| (*x, *y)))
            .map(|(x, y)| self.cell(&mut rerun, x, y))
            .collect();
        GridRows { first: rows.start, cells }
    }

    /// Rows of this grid that were written as bytes elsewhere; none where they are not such rows.
    #[must_use]
    pub fn read_rows(&self, bytes: &[u8]) -> Option<GridRows> {
        GridRows::read(bytes, &self.axes)
    }

    /// Puts rows together, in whatever order they were computed, and adds the scenario as it stands.
    ///
    /// # Errors
    /// [`GridError::MissingRow`] unless each row is there, once.
    pub fn grid(&self, mut parts: Vec<GridRows>) -> Result<Grid, GridError> {
        parts.sort_by_key(|part| part.first);
        let width = self.axes.x_values.len();
        let mut cells = Vec::with_capacity(width * self.row_count());
        for part in parts {
            if part.first * width != cells.len() && !part.cells.is_empty() {
                return Err(GridError::MissingRow(cells.len() / width));
            }
            cells.extend(part.cells);
        }
        if cells.len() != width * self.row_count() {
            return Err(GridError::MissingRow(cells.len() / width));
        }
        let Axes { x, y, .. } = self.axes;
        let now = self.cell(&mut self.rerun(), self.scenario.get(x), self.scenario.get(y));
        Ok(Grid { axes: self.axes.clone(), target: self.target, cells, now })
    }

    /// The scenario that stands at the current point.
    #[must_use]
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Runs this grid's scenario with both inputs moved, anywhere in their ranges.
    pub(crate) fn cell(&self, rerun: &mut Rerun, x: f64, y: f64) -> GridCell {
        let (inputs, trajectory) = rerun.with_each(&[(self.axes.x, x), (self.axes.y, y)]);
        let result = self.target.read(inputs, trajectory).filter(|result| result.is_finite());
        GridCell { x, y, result, binding: binding_most(trajectory.figures()) }
    }

    pub(crate) fn rerun(&self) -> Rerun {
        Rerun::new(&self.scenario, self.quarters)
    }
}

/// Values over the whole range of an input, evenly spread, both ends included.
fn even(input: Input, count: usize) -> Vec<f64> {
    let declaration = input.declaration();
    let last = count.saturating_sub(1).max(1) as f64;
    (0..count)
        .map(|place| place as f64 / last)
        .map(|share| declaration.clamp(declaration.min * (1.0 - share) + declaration.max * share))
        .collect()
}

/// The limit that binds in most quarters; of several, the first in the order of [`Limit::ALL`], as within a quarter. None
/// without quarters.
fn binding_most(figures: &[Figures<f64>]) -> Option<Limit> {
    let quarters = |limit| figures.iter().filter(|figures| figures.binding_limit() == limit).count();
    // Of equal ones `max_by_key` takes the last.
    Limit::ALL.into_iter().rev().filter(|_| !figures.is_empty()).max_by_key(|limit| quarters(*limit))
}
