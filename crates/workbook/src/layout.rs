//! Where everything stands.

use crate::sheet::Sheet;
use buildout_model::{Group, Input, Output, Quarter};
use buildout_scenario::Language;
use buildout_trace::{Cell, CellId, Figure, Trace};
use rust_xlsxwriter::utility::row_col_to_cell;
use std::collections::HashMap;

/// Rows of title and headers above a table.
pub(crate) const FIRST_ROW: u32 = 4;
/// Column of the value of an input.
pub(crate) const INPUT_VALUE: u16 = 4;
/// Column of what is computed before the first quarter.
pub(crate) const OPENING: u16 = 4;
/// Column of the first quarter.
pub(crate) const FIRST_QUARTER: u16 = 5;
/// Column of the first reported figure.
pub(crate) const FIRST_REPORTED: u16 = 1;
/// Reported quarters shown; a run looks back on the last of them.
pub(crate) const REPORTED_SHOWN: i32 = 8;

/// The steps of a run as they are numbered, in order.
pub(crate) const STEPS: [&str; 14] =
    ["plans", "opening", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"];

/// The figures of reported quarters that are shown, those that a run takes among them.
pub(crate) const REPORTED_FIGURES: [Output; 11] = [
    Output::Sales,
    Output::AwsRevenue,
    Output::AdsRevenue,
    Output::Ocf,
    Output::Capex,
    Output::OperatingIncome,
    Output::AwsOperatingIncome,
    Output::Depreciation,
    Output::StockCompensation,
    Output::Backlog,
    Output::AwsDepreciation,
];

/// A row of the model's sheet.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Row {
    /// The heading of a step.
    Step(&'static str),
    /// A figure over the quarters.
    Figure(Figure),
}

/// Where every cell of a trace stands in the workbook.
pub(crate) struct Layout {
    first: Quarter,
    history_end: Quarter,
    rows: Vec<Row>,
    row_of: HashMap<Figure, u32>,
    /// Figures computed once, before the first quarter: they are known by their names.
    opening: Vec<Figure>,
    last_column: u16,
}

/// How a formula on the model's sheet refers to a cell.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Reference {
    /// By its name.
    Name(String),
    /// By its place on the model's sheet.
    Model { row: u32, column: u16 },
    /// By its place on the sheet of reported quarters.
    Reported { row: u32, column: u16 },
}

impl Layout {
    pub(crate) fn new(trace: &Trace) -> Self {
        let baseline = trace.baseline();
        let first = baseline.first_quarter();
        // Within a step, figures stand in the order in which the last quarter computes them.
        let mut last: HashMap<Figure, (usize, bool)> = HashMap::new();
        for (place, cell) in trace.cells().iter().enumerate() {
            if matches!(cell.figure, Figure::Output(_) | Figure::Step(_) | Figure::Term { .. }) {
                last.insert(cell.figure, (place, cell.quarter.is_none()));
            }
        }
        let mut figures: Vec<(Figure, usize, bool)> =
            last.into_iter().map(|(figure, (place, is_opening))| (figure, place, is_opening)).collect();
        figures.sort_by_key(|(_, place, _)| *place);
        let mut rows = Vec::new();
        for step in STEPS {
            rows.push(Row::Step(step));
            let of_step = figures.iter().filter(|(figure, ..)| figure.step() == step);
            rows.extend(of_step.map(|(figure, ..)| Row::Figure(*figure)));
        }
        let row_of = rows.iter().zip(FIRST_ROW..).filter_map(|(row, place)| match row {
            Row::Figure(figure) => Some((*figure, place)),
            Row::Step(_) => None,
        });
        let row_of = row_of.collect();
        let opening = figures.iter().filter(|(_, _, is_opening)| *is_opening).map(|(figure, ..)| *figure);
        let opening = opening.collect();
        let mut layout =
            Self { first, history_end: baseline.history_end(), rows, row_of, opening, last_column: 0 };
        let quarters = trace.cells().iter().filter_map(|cell| match cell.figure {
            Figure::Reported(_) => None,
            _ => cell.quarter,
        });
        layout.last_column = quarters.map(|quarter| layout.column(Some(quarter))).max().unwrap_or(OPENING);
        layout
    }

    /// Rows of the model's sheet, from [`FIRST_ROW`] on.
    pub(crate) fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The last column of the model's sheet: plans go on past the run.
    pub(crate) fn last_column(&self) -> u16 {
        self.last_column
    }

    /// The column of a quarter on the model's sheet; that of the opening without one.
    pub(crate) fn column(&self, quarter: Option<Quarter>) -> u16 {
        let place = quarter.map(|quarter| quarter.index() - self.first.index());
        let place = place.and_then(|place| u16::try_from(place).ok());
        place.map_or(OPENING, |place| FIRST_QUARTER + place)
    }

    /// The row and column of a figure on the model's sheet.
    pub(crate) fn model(&self, figure: Figure, quarter: Option<Quarter>) -> Option<(u32, u16)> {
        Some((*self.row_of.get(&figure)?, self.column(quarter)))
    }

    /// The reported quarters shown, oldest first.
    pub(crate) fn reported_quarters(&self) -> impl Iterator<Item = Quarter> + use<> {
        let end = self.history_end;
        (0..REPORTED_SHOWN).map(move |place| end.plus(place + 1 - REPORTED_SHOWN))
    }

    /// The row of a reported quarter.
    pub(crate) fn reported_row(&self, quarter: Quarter) -> u32 {
        let ago = self.history_end.index() - quarter.index();
        FIRST_ROW + u32::try_from(REPORTED_SHOWN - 1 - ago).unwrap_or(0)
    }

    /// How the model's formulas refer to a cell.
    pub(crate) fn reference(&self, cell: &Cell) -> Option<Reference> {
        Some(match (cell.figure, cell.quarter) {
            (Figure::Input(input), _) => Reference::Name(input.id().to_owned()),
            (Figure::Reported(output), Some(quarter)) => {
                Reference::Reported { row: self.reported_row(quarter), column: reported_column(output)? }
            }
            (figure, None) => Reference::Name(figure.to_string()),
            (figure, quarter) => {
                let (row, column) = self.model(figure, quarter)?;
                Reference::Model { row, column }
            }
        })
    }

    /// How the model's formulas refer to a cell of a trace.
    pub(crate) fn reference_to(&self, trace: &Trace, id: CellId) -> Option<Reference> {
        self.reference(trace.cell(id)?)
    }

    /// Every name with the cell that it stands for.
    pub(crate) fn names(&self, language: Language) -> Vec<(String, String)> {
        let inputs = inputs_in_order().zip(FIRST_ROW..).map(|(input, row)| {
            (input.id().to_owned(), Sheet::Inputs.fixed_cell(language, row, INPUT_VALUE))
        });
        let opening = self.opening.iter().filter_map(|figure| {
            let row = *self.row_of.get(figure)?;
            Some((figure.to_string(), Sheet::Model.fixed_cell(language, row, OPENING)))
        });
        inputs.chain(opening).collect()
    }
}

impl Reference {
    /// The reference as the model's formulas write it.
    pub(crate) fn text(&self, language: Language) -> String {
        match self {
            Reference::Name(name) => name.clone(),
            Reference::Model { row, column } => row_col_to_cell(*row, *column),
            Reference::Reported { row, column } => Sheet::Reported.cell(language, *row, *column),
        }
    }
}

/// The inputs as their sheet lists them: in the order of the chain.
pub(crate) fn inputs_in_order() -> impl Iterator<Item = Input> {
    let of_group = |group| Input::ALL.into_iter().filter(move |input| input.declaration().group == group);
    Group::ALL.into_iter().flat_map(of_group)
}

/// The column of a reported figure.
pub(crate) fn reported_column(output: Output) -> Option<u16> {
    let place = REPORTED_FIGURES.iter().position(|shown| *shown == output)?;
    Some(FIRST_REPORTED + u16::try_from(place).ok()?)
}
