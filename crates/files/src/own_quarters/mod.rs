//! A reader's own reported quarters: figures that the data do not have yet, or that the reader trusts more.

mod column;
mod error;
mod read;

pub use column::{OWN_COLUMNS, OwnColumn};
pub use error::{OwnQuartersError, OwnQuartersProblem};
pub use read::{LONGEST_QUARTERS_TEXT, MOST_QUARTERS_ROWS, read_own_quarters};

use buildout_model::{Output, Quarter, REPORTED, ReportedQuarter, reported_figure};
use core::fmt::Write;

/// The name of the first column.
const QUARTER: &str = "quarter";

/// Quarters with the figures that were given, in order, each once and each with one figure at least.
///
/// ```
/// use buildout_files::read_own_quarters;
/// use buildout_model::{Output, Quarter};
///
/// let own = read_own_quarters("quarter,ocf,capex\n2026Q3,45.5,60.25\n").map_err(|errors| errors[0].clone())?;
/// let quarter = Quarter::new(2026, 3).ok_or("no such quarter")?;
/// assert_eq!(own.get(quarter, Output::Fcf), Some(-14.75));
/// assert_eq!(own.get(quarter.plus(1), Output::Fcf), None);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OwnQuarters {
    /// Oldest first.
    rows: Vec<Row>,
}

/// A quarter and its figures, a place for each of [`OWN_COLUMNS`].
#[derive(Clone, Debug, PartialEq)]
struct Row {
    quarter: Quarter,
    figures: [Option<f64>; OWN_COLUMNS.len()],
}

impl Row {
    fn get(&self, output: Output) -> Option<f64> {
        let place = OWN_COLUMNS.iter().position(|column| column.output == output)?;
        self.figures.get(place).copied().flatten()
    }
}

impl OwnQuarters {
    /// The quarters, oldest first.
    pub fn quarters(&self) -> impl DoubleEndedIterator<Item = Quarter> + ExactSizeIterator {
        self.rows.iter().map(|row| row.quarter)
    }

    /// The figure of a quarter that an output stands for, where it was given or follows from what was: `fcf` from `ocf` and
    /// `capex`, the margin, the sum of a year, the growth over one. The quarters before may be the reader's or those that
    /// Amazon reported; the quarter itself must be the reader's.
    #[must_use]
    pub fn get(&self, quarter: Quarter, output: Output) -> Option<f64> {
        let row = self.row(quarter)?;
        reported_figure(output, |ago, output| match ago {
            0 => row.get(output),
            _ => self.get_given_or_reported(quarter.plus(-ago), output),
        })
    }

    /// The text of the file: columns that have a figure, quarters in order. Reading it gives the same quarters, so it also
    /// carries them from one place to another.
    #[must_use]
    pub fn write(&self) -> String {
        let columns: Vec<_> = OWN_COLUMNS
            .iter()
            .map(|column| column.output)
            .filter(|output| self.rows.iter().any(|row| row.get(*output).is_some()))
            .collect();
        let mut text = QUARTER.to_owned();
        for output in &columns {
            let _ = write!(text, ",{}", output.id());
        }
        text.push('\n');
        for row in &self.rows {
            let _ = write!(text, "{}", row.quarter);
            for output in &columns {
                text.push(',');
                if let Some(figure) = row.get(*output) {
                    let _ = write!(text, "{figure}");
                }
            }
            text.push('\n');
        }
        text
    }

    fn row(&self, quarter: Quarter) -> Option<&Row> {
        let place = self.rows.binary_search_by_key(&quarter, |row| row.quarter).ok()?;
        self.rows.get(place)
    }

    fn get_given_or_reported(&self, quarter: Quarter, output: Output) -> Option<f64> {
        let given = self.row(quarter).and_then(|row| row.get(output));
        given.or_else(|| ReportedQuarter::at(quarter)?.get(output))
    }
}

/// A file to fill in: what the columns mean, and an empty row for the first quarter that the data do not have.
#[must_use]
pub fn own_quarters_template() -> String {
    let mut text = String::from(
        "# Your own reported quarters. A row is a quarter; leave a cell empty where you have no figure, and leave out columns\n\
         # that you do not need. Figures are of the quarter, not of the year; B$ are billions of US dollars, not millions.\n",
    );
    let mut header = QUARTER.to_owned();
    for OwnColumn { output, .. } in &OWN_COLUMNS {
        let declaration = output.declaration();
        let (id, unit, label) = (declaration.id, declaration.unit, declaration.label_en);
        let _ = writeln!(text, "# {id}: {label}, {unit}");
        let _ = write!(header, ",{id}");
    }
    let next = REPORTED.iter().map(|reported| reported.quarter).max().map(|quarter| quarter.plus(1));
    text.push_str(&header);
    if let Some(next) = next {
        let _ = write!(text, "\n{next}{}", ",".repeat(OWN_COLUMNS.len()));
    }
    text.push('\n');
    text
}
