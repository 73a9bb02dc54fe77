//! The figures of a chart as a table.

use super::{panel, run::Run};
use buildout_model::{Figures, Output, Quarter};
use buildout_scenario::Panel;

/// A figure, or the limit that binds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Cell {
    /// A number in the unit of its output.
    Number(f64),
    /// The name of a limit.
    Name(&'static str),
    /// Amazon reports no such figure.
    Nothing,
}

impl Cell {
    fn of(figures: &Figures<f64>, output: Output) -> Self {
        match output {
            Output::Binding => Cell::Name(figures.binding_limit().id()),
            _ => Cell::Number(figures.get(output)),
        }
    }

    /// The cell in full precision.
    #[must_use]
    pub fn exact(&self) -> Option<String> {
        match self {
            Cell::Number(value) => Some(value.to_string()),
            Cell::Name(name) => Some((*name).to_owned()),
            Cell::Nothing => None,
        }
    }
}

/// A quarter of a table.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// The quarter.
    pub quarter: Quarter,
    /// Whether it is reported, not run.
    pub is_reported: bool,
    /// A cell a column.
    pub cells: Vec<Cell>,
}

impl Row {
    /// Not inlined: the loop over cells stays a short one of its own.
    #[inline(never)]
    fn of(quarter: Quarter, is_reported: bool, columns: &[Output], cell: &dyn Fn(Output) -> Cell) -> Self {
        Self { quarter, is_reported, cells: columns.iter().map(|&output| cell(output)).collect() }
    }
}

/// The table of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// The output of each column.
    pub columns: &'static [Output],
    /// Reported quarters, then those of the run.
    pub rows: Vec<Row>,
}

/// The table of a chart of a run.
#[must_use]
#[inline(never)]
pub fn table(panel: Panel, run: &Run) -> Table {
    let columns = panel::columns(panel);
    let reported = run.reported_before().map(|reported| {
        let cell = |output| reported.get(output).map_or(Cell::Nothing, Cell::Number);
        Row::of(reported.quarter, true, columns, &cell)
    });
    let run = run
        .trajectory
        .quarters()
        .map(|(quarter, figures)| Row::of(quarter, false, columns, &|output| Cell::of(figures, output)));
    Table { columns, rows: reported.chain(run).collect() }
}
