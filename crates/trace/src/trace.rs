//! The trace of a run: its figures as cells, each with what it is made of.

use crate::{
    definitions::{Definitions, RecordedOutput},
    expression::Expression,
    figure::Figure,
    operation::Operation,
    recorded::Recorded,
    tape::Tape,
    write::cells,
};
use buildout_model::{Baseline, History, Input, Inputs, MAX_QUARTERS, Output, Quarter, Relief, Run};
use std::collections::HashMap;

/// A cell of one [`Trace`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CellId(pub(crate) u32);

impl CellId {
    /// Its place in [`Trace::cells`].
    #[must_use]
    pub fn place(self) -> usize {
        self.0 as usize
    }
}

/// A figure of a run with what it is made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// What it is.
    pub figure: Figure,
    /// Of which quarter; none for inputs and for what is computed before the first quarter.
    pub quarter: Option<Quarter>,
    /// Its value, to the bit that a run gets.
    pub value: f64,
    /// What it is made of; none for inputs and reported figures.
    pub expression: Option<Expression>,
    /// The cells that it is a term of.
    pub feeds: Vec<CellId>,
}

/// The equations of a run, written down by the run itself.
///
/// Every input, every reported figure used, every output of every quarter and every intermediate figure on the way to
/// them is a cell. Which cells there are and what they are made of depends on the baseline and the number of quarters
/// alone, because the equations never branch on a value; only the values depend on the inputs.
#[derive(Clone, Debug, PartialEq)]
pub struct Trace {
    baseline: Baseline,
    quarters: usize,
    cells: Vec<Cell>,
    places: HashMap<(Figure, Option<Quarter>), CellId>,
}

impl Trace {
    /// Runs the model for `quarters` quarters from a baseline, [`MAX_QUARTERS`] at most, and writes it down.
    #[must_use]
    pub fn of(baseline: Baseline, inputs: &Inputs<f64>, quarters: usize) -> Self {
        Self::relieved(baseline, inputs, quarters, None)
    }

    /// The same with one limit loosened: what it is loosened by stands in the equations as a number.
    #[must_use]
    pub fn relieved(
        baseline: Baseline,
        inputs: &Inputs<f64>,
        quarters: usize,
        relief: Option<Relief>,
    ) -> Self {
        let quarters = quarters.min(MAX_QUARTERS);
        let first = baseline.first_quarter();
        let tape = Tape::new(first);
        let given = |figure, quarter, value| {
            let node = tape.name(figure, quarter, Operation::Given, value);
            node.map_or(Recorded::Constant(value), |node| Recorded::Written { tape: &tape, node })
        };
        let inputs = Inputs::from_fn(|input| given(Figure::Input(input), None, inputs.get(input)));
        let history = History::from_fn(baseline, |output, quarter, value| {
            given(Figure::Reported(output), Some(quarter), value)
        });
        let mut outputs = Vec::new();
        let mut run = Run::new(&history, &inputs).relieved(relief);
        for place in 0..quarters {
            let quarter = first.plus(place as i32);
            tape.quarter.set(Some(quarter));
            let figures = run.advance();
            outputs.extend(Output::ALL.map(|output| RecordedOutput {
                output,
                quarter,
                operand: figures.get(output).operand(),
            }));
        }
        let (nodes, namings) = tape.into_parts();
        let cells = cells(&nodes, &Definitions::of(&nodes, &namings, &outputs));
        let places = cells.iter().zip(0..).map(|(cell, place)| ((cell.figure, cell.quarter), CellId(place)));
        let places = places.collect();
        Self { baseline, quarters, cells, places }
    }

    /// The baseline of the run.
    #[must_use]
    pub fn baseline(&self) -> Baseline {
        self.baseline
    }

    /// Quarters run.
    #[must_use]
    pub fn quarters(&self) -> usize {
        self.quarters
    }

    /// Every cell, each after the cells that it is made of.
    #[must_use]
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }

    /// The ids of all cells, in the order of [`Trace::cells`].
    pub fn ids(&self) -> impl Iterator<Item = CellId> + use<> {
        (0..self.cells.len() as u32).map(CellId)
    }

    /// A cell of this trace; none for that of a longer one.
    #[must_use]
    pub fn cell(&self, id: CellId) -> Option<&Cell> {
        self.cells.get(id.place())
    }

    /// The cell of a figure, if the run has it.
    #[must_use]
    pub fn find(&self, figure: Figure, quarter: Option<Quarter>) -> Option<CellId> {
        self.places.get(&(figure, quarter)).copied()
    }

    /// The cell of an input. Every trace has one for each.
    #[must_use]
    pub fn input(&self, input: Input) -> Option<CellId> {
        self.find(Figure::Input(input), None)
    }

    /// The cell of an output of a quarter, if that quarter was run.
    #[must_use]
    pub fn output(&self, output: Output, quarter: Quarter) -> Option<CellId> {
        self.find(Figure::Output(output), Some(quarter))
    }

    /// The value of every cell for other inputs, in the order of [`Trace::cells`], from the expressions alone.
    #[must_use]
    pub fn evaluate(&self, inputs: &Inputs<f64>) -> Vec<f64> {
        let mut values: Vec<f64> = Vec::with_capacity(self.cells.len());
        for cell in &self.cells {
            let value = match (&cell.expression, cell.figure) {
                (Some(expression), _) => {
                    expression.evaluate(&|term| values.get(term.place()).copied().unwrap_or(f64::NAN))
                }
                (None, Figure::Input(input)) => inputs.get(input),
                (None, _) => cell.value,
            };
            values.push(value);
        }
        values
    }
}
