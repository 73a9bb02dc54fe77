//! Rounding a headline figure, and writing it in a few characters.

use buildout_model::{HeadlineFigure, Quarter};
use core::fmt;

/// What stands for a figure that a run does not have.
pub(super) const MISSING: &str = "n";

/// The century of a quarter, which a receipt leaves out.
const CENTURY: i32 = 2000;

/// The largest figure written, in units of its last place; far above what any scenario reaches.
const LARGEST: f64 = 999_999_999.0;

/// How a figure is rounded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Rounding {
    /// To so many units of the last place in one.
    To(f64),
    /// A quarter, as it is.
    Quarter,
}

/// A rounded figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Rounded {
    Missing,
    /// Units of the last place.
    Units(i64),
    Quarter(Quarter),
}

impl Rounding {
    pub(super) fn round(self, figure: HeadlineFigure) -> Rounded {
        match (self, figure) {
            (Rounding::To(units), HeadlineFigure::Number(Some(value))) if !value.is_nan() => {
                Rounded::Units((value * units).round().clamp(-LARGEST, LARGEST) as i64)
            }
            (_, HeadlineFigure::Quarter(Some(quarter))) => Rounded::Quarter(quarter),
            _ => Rounded::Missing,
        }
    }

    pub(super) fn figure(self, rounded: Rounded) -> HeadlineFigure {
        match (self, rounded) {
            (Rounding::To(units), Rounded::Units(count)) => {
                HeadlineFigure::Number(Some(count as f64 / units))
            }
            (Rounding::To(_), _) => HeadlineFigure::Number(None),
            (Rounding::Quarter, Rounded::Quarter(quarter)) => HeadlineFigure::Quarter(Some(quarter)),
            (Rounding::Quarter, _) => HeadlineFigure::Quarter(None),
        }
    }

    pub(super) fn parse(self, text: &str) -> Option<Rounded> {
        let rounded = match self {
            _ if text == MISSING => Rounded::Missing,
            Rounding::To(_) => Rounded::Units(text.parse().ok()?),
            Rounding::Quarter => {
                let (year, quarter) = text.split_once('q')?;
                let year: i32 = year.parse().ok()?;
                Rounded::Quarter(Quarter::new(CENTURY + year, quarter.parse().ok()?)?)
            }
        };
        // Only what receipts write: no plus signs, no leading zeros, no figure beyond the largest.
        (rounded.to_string() == text).then_some(rounded).filter(|rounded| rounded.is_written())
    }
}

impl Rounded {
    /// Whether a receipt can hold this figure.
    fn is_written(self) -> bool {
        match self {
            Rounded::Units(count) => count.unsigned_abs() as f64 <= LARGEST,
            Rounded::Missing | Rounded::Quarter(_) => true,
        }
    }

    /// Whether two figures are the same but for rounding. One unit of the last place is rounding: the same figure with a
    /// difference in its fifteenth digit can fall on either side.
    pub(super) fn is_close(self, other: Self) -> bool {
        match (self, other) {
            (Rounded::Units(one), Rounded::Units(other)) => one.abs_diff(other) <= 1,
            _ => self == other,
        }
    }
}

impl fmt::Display for Rounded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Rounded::Missing => f.write_str(MISSING),
            Rounded::Units(count) => count.fmt(f),
            Rounded::Quarter(quarter) => {
                write!(f, "{:02}q{}", quarter.year().rem_euclid(100), quarter.quarter())
            }
        }
    }
}
