//! The position that the hindcast opens with.

use buildout_model::{Baseline, Input, Inputs, Quarter};

/// What an opening value rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum OpeningKind {
    /// In a filing, or said by the company.
    Reported,
    /// Arithmetic on what was reported.
    Derived,
    /// Neither: a judgement.
    Assumed,
}

impl OpeningKind {
    /// Every kind.
    pub const ALL: [OpeningKind; 3] = [OpeningKind::Reported, OpeningKind::Derived, OpeningKind::Assumed];

    /// The name used in `data/hindcast-2023q4.csv`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            OpeningKind::Reported => "reported",
            OpeningKind::Derived => "derived",
            OpeningKind::Assumed => "assumed",
        }
    }
}

/// An input of the hindcast that differs from the base of `2025q3`: a row of `data/hindcast-2023q4.csv`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpeningInput {
    /// The input.
    pub input: Input,
    /// Its value, in the unit of the input.
    pub value: f64,
    /// What it rests on.
    pub kind: OpeningKind,
    /// Where it comes from, in the short form of `data/inputs.csv`; may be empty where it is assumed.
    pub source: &'static str,
    /// How it was found, in English.
    pub note_en: &'static str,
    /// The same in Chinese.
    pub note_zh: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/opening.rs"));

/// The last quarter that the hindcast knows: 2023Q4.
pub(super) fn known_to() -> Option<Quarter> {
    Quarter::new(2023, 4)
}

/// The baseline whose base values hold where [`HINDCAST_OPENING`] has none, and whose last quarter ends the hindcast.
pub(super) fn base() -> Option<Baseline> {
    Baseline::from_id("2025q3")
}

/// The inputs of the hindcast: the base of `2025q3` with [`HINDCAST_OPENING`] in place of what was not so at the end of 2023.
#[must_use]
pub fn hindcast_inputs() -> Inputs<f64> {
    let mut inputs = Inputs::base(base().unwrap_or_default());
    for opening in &HINDCAST_OPENING {
        // The build has checked every value, so this never refuses.
        let _ = inputs.set(opening.input, opening.value);
    }
    inputs
}
