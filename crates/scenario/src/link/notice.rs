//! What a link could not say, told to the reader.

use super::{LINK_VERSION, ReceiptError};
use crate::{horizon::HorizonError, ranges::RangeError};
use buildout_model::{Baseline, Declaration, Input};
use core::fmt;

/// Something in a link that was not taken as it stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// It does not start with a format version.
    NotALink {
        /// How it starts.
        text: String,
    },
    /// It was written by a newer version of the page; what is known of it was read.
    NewerVersion {
        /// Its version.
        version: u32,
    },
    /// There is no such baseline; another was taken.
    UnknownBaseline {
        /// The baseline asked for.
        id: String,
        /// The one taken.
        taken: Baseline,
    },
    /// A part that names nothing known.
    UnknownKey {
        /// The part.
        part: String,
    },
    /// The value of an input is not a number; the base value was kept.
    BadNumber {
        /// The input.
        input: Input,
        /// What stands for its value.
        text: String,
    },
    /// A value outside the range of its input; the nearest allowed one was taken.
    Clamped {
        /// The input.
        input: Input,
        /// The value asked for.
        value: f64,
        /// The value taken.
        taken: f64,
    },
    /// An input given more than once; the last value counts.
    Repeated {
        /// The input.
        input: Input,
    },
    /// Something about the page given more than once; the last that can be read counts.
    RepeatedKey {
        /// Its key.
        key: &'static str,
    },
    /// A range of an input given more than once; the last that can be read counts.
    RepeatedRange {
        /// The input.
        input: Input,
    },
    /// A range that its input cannot be drawn from; the one before was kept.
    BadRange {
        /// What is wrong with it.
        error: RangeError,
    },
    /// The figures that the link was sent with cannot be read, so they are not compared with today's.
    BadReceipt {
        /// The part.
        part: String,
        /// What is wrong with it.
        error: ReceiptError,
    },
    /// The horizon is not a year that a run can end in; the full run is shown.
    BadHorizon {
        /// What stands for the year.
        text: String,
        /// First and last year allowed.
        allowed: (i32, i32),
    },
    /// Longer than any link that this page writes; the rest was not read.
    TooLong {
        /// Characters read.
        read: usize,
        /// Characters there are.
        length: usize,
    },
    /// More scenarios than two; the others were not read.
    MoreScenarios,
}

impl From<HorizonError> for Notice {
    fn from(error: HorizonError) -> Self {
        Notice::BadHorizon { text: error.year.to_string(), allowed: (error.first, error.last) }
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::NotALink { text } => {
                write!(f, "'{text}' is not a link to a scenario; the base case is shown")
            }
            Notice::NewerVersion { version } => {
                write!(
                    f,
                    "the link is of format {version}, this page reads up to {LINK_VERSION}; what it knows was read"
                )
            }
            Notice::UnknownBaseline { id, taken } => {
                write!(f, "there is no baseline '{id}'; {taken} was taken")
            }
            Notice::UnknownKey { part } => {
                write!(f, "'{part}' names nothing that this version knows; it was left out")
            }
            Notice::BadNumber { input, text } => {
                let key = input.declaration().key;
                write!(f, "{input} ({key}): '{text}' is not a number; the base value was kept")
            }
            Notice::Clamped { input, value, taken } => {
                let Declaration { key, min, max, unit, .. } = input.declaration();
                write!(f, "{input} ({key}): {value} is outside {min} to {max} {unit}; {taken} was taken")
            }
            Notice::Repeated { input } => write!(f, "{input} is given more than once; the last value counts"),
            Notice::RepeatedKey { key } => {
                write!(f, "'{key}' is given more than once; the last that can be read counts")
            }
            Notice::RepeatedRange { input } => {
                write!(f, "the range of {input} is given more than once; the last that can be read counts")
            }
            Notice::BadRange { error } => write!(f, "{error}; the declared range was kept"),
            Notice::BadReceipt { part, error } => {
                write!(f, "the figures that the link was sent with, '{part}', cannot be compared: {error}")
            }
            Notice::BadHorizon { text, allowed: (first, last) } => {
                write!(f, "horizon '{text}' is not a year from {first} to {last}; the full run is shown")
            }
            Notice::TooLong { read, length } => {
                write!(f, "the link has {length} characters; only the first {read} were read")
            }
            Notice::MoreScenarios => {
                write!(f, "the link holds more than two scenarios; the first two were read")
            }
        }
    }
}
