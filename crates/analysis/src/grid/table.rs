//! A computed grid.

use crate::target::Target;
use buildout_model::{Input, Limit};

/// The inputs of a grid and the values they take.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Axes {
    pub(crate) x: Input,
    pub(crate) y: Input,
    pub(crate) x_values: Vec<f64>,
    pub(crate) y_values: Vec<f64>,
}

/// A point of a grid with what a run gives there.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct GridCell {
    /// Value of the input along x, in its unit.
    pub x: f64,
    /// Value of the input along y, in its unit.
    pub y: f64,
    /// The target, in its unit; none where there is no such figure.
    pub result: Option<f64>,
    /// The limit that binds in most of the quarters that the target looks at: up to its quarter, or over the whole run. Of
    /// several that bind equally often, the first in the order of [`Limit::ALL`]; none without quarters.
    pub binding: Option<Limit>,
}

/// A figure over two inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Grid {
    pub(crate) axes: Axes,
    pub(crate) target: Target,
    pub(crate) cells: Vec<GridCell>,
    pub(crate) now: GridCell,
}

impl Grid {
    /// The input along x.
    #[must_use]
    pub fn x(&self) -> Input {
        self.axes.x
    }

    /// The input along y.
    #[must_use]
    pub fn y(&self) -> Input {
        self.axes.y
    }

    /// The figure.
    #[must_use]
    pub fn target(&self) -> Target {
        self.target
    }

    /// Values along x, rising, in the unit of the input: evenly spread, so that a map of them has pixels of one size.
    #[must_use]
    pub fn x_values(&self) -> &[f64] {
        &self.axes.x_values
    }

    /// Values along y, rising, in the unit of the input.
    #[must_use]
    pub fn y_values(&self) -> &[f64] {
        &self.axes.y_values
    }

    /// Every cell, row after row; a row has one value of y.
    #[must_use]
    pub fn cells(&self) -> &[GridCell] {
        &self.cells
    }

    /// Every row, in rising order of y.
    pub fn rows(&self) -> impl Iterator<Item = &[GridCell]> {
        self.cells.chunks(self.axes.x_values.len().max(1))
    }

    /// The cell at a place along x and along y, if the grid goes so far.
    #[must_use]
    pub fn at(&self, column: usize, row: usize) -> Option<&GridCell> {
        self.rows().nth(row)?.get(column)
    }

    /// The scenario as it stands: computed by itself, as it mostly lies between the values of the grid.
    #[must_use]
    pub fn now(&self) -> &GridCell {
        &self.now
    }

    /// Lowest and highest result, where there is any.
    #[must_use]
    pub fn extent(&self) -> Option<(f64, f64)> {
        let results = self.cells.iter().filter_map(|cell| cell.result).map(|result| (result, result));
        results.reduce(|(low, high), (result, _)| (low.min(result), high.max(result)))
    }
}
