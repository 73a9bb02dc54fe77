//! What is wrong with a reader's own quarters.

use super::{
    OWN_COLUMNS, OwnColumn, QUARTER,
    read::{LONGEST_QUARTERS_TEXT, MOST_QUARTERS_ROWS},
};
use buildout_model::Quarter;
use core::fmt;

/// A mistake and where it is.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnQuartersError {
    /// The line of the text, from 1.
    pub line: u64,
    /// The name of the column as the file has it, where the mistake is in one.
    pub column: Option<String>,
    /// What is wrong.
    pub problem: OwnQuartersProblem,
}

/// What is wrong with a reader's own quarters.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnQuartersProblem {
    /// No quarter has a figure.
    Empty,
    /// The text is longer than any table of quarters.
    TooLong {
        /// Bytes there are.
        length: usize,
    },
    /// There are more rows than quarters that can be shown; the rest was not read.
    TooManyRows,
    /// No column says which quarter a row is of.
    NoQuarterColumn,
    /// No such column.
    UnknownColumn,
    /// The column stands twice.
    RepeatedColumn,
    /// The row has another number of cells than the header.
    Cells {
        /// Cells there are.
        found: usize,
        /// Cells of the header.
        wanted: usize,
    },
    /// Not a quarter.
    BadQuarter {
        /// What stands for it.
        text: String,
    },
    /// A quarter that no chart shows.
    QuarterOutside {
        /// The quarter.
        quarter: Quarter,
        /// The first that is shown.
        first: Quarter,
        /// The last.
        last: Quarter,
    },
    /// A quarter that stands in an earlier line as well.
    RepeatedQuarter {
        /// The quarter.
        quarter: Quarter,
        /// The earlier line.
        first_line: u64,
    },
    /// Not a number.
    NotANumber {
        /// What stands for it.
        text: String,
    },
    /// A number beyond what the figure can be.
    Implausible {
        /// The number.
        value: f64,
        /// The column, with what is allowed.
        allowed: OwnColumn,
        /// Whether a thousandth of it would be allowed, as where millions were written for billions.
        is_thousandfold: bool,
    },
    /// Free cash flow that is not operating cash flow less CapEx.
    FreeCashFlow {
        /// The free cash flow given.
        given: f64,
        /// Operating cash flow less CapEx, as given.
        difference: f64,
    },
}

impl fmt::Display for OwnQuartersError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}", self.line)?;
        match self.column.as_deref() {
            Some("") => f.write_str(", a column without a name")?,
            Some(column) => write!(f, ", {column}")?,
            None => {}
        }
        write!(f, ": {}", self.problem)
    }
}

impl std::error::Error for OwnQuartersError {}

fn column_names() -> String {
    let names: Vec<_> = OWN_COLUMNS.iter().map(|column| column.output.id()).collect();
    names.join(", ")
}

impl fmt::Display for OwnQuartersProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            OwnQuartersProblem::Empty => {
                write!(
                    f,
                    "no quarter has a figure; there must be a header with '{QUARTER}' and one of {}",
                    column_names()
                )
            }
            OwnQuartersProblem::TooLong { length } => {
                write!(
                    f,
                    "the text has {length} bytes; a table of quarters has {LONGEST_QUARTERS_TEXT} at most"
                )
            }
            OwnQuartersProblem::TooManyRows => {
                write!(f, "there are more than {MOST_QUARTERS_ROWS} rows; the rest was not read")
            }
            OwnQuartersProblem::NoQuarterColumn => write!(f, "there is no column '{QUARTER}'"),
            OwnQuartersProblem::UnknownColumn => {
                write!(f, "there is no such column; there are {QUARTER}, {}", column_names())
            }
            OwnQuartersProblem::RepeatedColumn => f.write_str("the column stands twice"),
            OwnQuartersProblem::Cells { found, wanted } => {
                write!(f, "the row has {found} cells, the header {wanted}")
            }
            OwnQuartersProblem::BadQuarter { text } => {
                write!(f, "'{text}' is not a calendar quarter such as 2026Q3")
            }
            OwnQuartersProblem::QuarterOutside { quarter, first, last } => {
                write!(f, "{quarter} is outside {first} to {last}")
            }
            OwnQuartersProblem::RepeatedQuarter { quarter, first_line } => {
                write!(f, "{quarter} stands in line {first_line} already")
            }
            OwnQuartersProblem::NotANumber { text } => {
                write!(
                    f,
                    "'{text}' is not a number such as 35.1, without signs of currency and without separators of thousands"
                )
            }
            OwnQuartersProblem::Implausible { value, allowed, is_thousandfold } => {
                let unit = allowed.output.declaration().unit;
                write!(f, "{value} is outside {} to {} {unit}", allowed.min, allowed.max)?;
                if *is_thousandfold {
                    write!(f, "; if it is in {}, write {}", allowed.smaller_unit(), value / 1000.0)?;
                }
                Ok(())
            }
            OwnQuartersProblem::FreeCashFlow { given, difference } => {
                write!(f, "{given} is not ocf less capex, which is {difference:.3}")
            }
        }
    }
}
