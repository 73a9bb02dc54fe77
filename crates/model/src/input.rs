//! The inputs: what each is called, its range, base values, evidence and uncertainty.

use crate::{baseline::Baseline, number::Number};
use core::fmt;

/// Where an input belongs in the chain from power to cash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// CapEx budgets.
    Capex,
    /// Power and data centres.
    Power,
    /// GPU and Trainium.
    Chips,
    /// Demand and backlog.
    Demand,
    /// Prices and utilisation.
    Price,
    /// Training, inference and managed services.
    Services,
    /// The core cloud.
    Core,
    /// Running cost and depreciation lives.
    Costs,
    /// Advertising and stores.
    AdsRetail,
    /// Cash, debt, tax and discounting.
    Finance,
}

impl Group {
    /// Every group, in the order of the chain.
    pub const ALL: [Group; 10] = [
        Group::Capex,
        Group::Power,
        Group::Chips,
        Group::Demand,
        Group::Price,
        Group::Services,
        Group::Core,
        Group::Costs,
        Group::AdsRetail,
        Group::Finance,
    ];

    /// The name used in `data/inputs.csv`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Group::Capex => "capex",
            Group::Power => "power",
            Group::Chips => "chips",
            Group::Demand => "demand",
            Group::Price => "price",
            Group::Services => "services",
            Group::Core => "core",
            Group::Costs => "costs",
            Group::AdsRetail => "ads_retail",
            Group::Finance => "finance",
        }
    }
}

/// Whom an input is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Level {
    /// A lever that every reader sees.
    Primary,
    /// A lever for those who look further.
    Advanced,
    /// The position at the start of the run.
    Opening,
}

impl Level {
    /// The name used in `data/inputs.csv`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Level::Primary => "primary",
            Level::Advanced => "advanced",
            Level::Opening => "opening",
        }
    }
}

/// What a base value rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Grade {
    /// In a filing.
    Filed,
    /// Said by the company.
    Guided,
    /// Estimated by a third party.
    ThirdParty,
    /// Assumed here.
    Assumed,
}

impl Grade {
    /// Every grade, the firmest first.
    pub const ALL: [Grade; 4] = [Grade::Filed, Grade::Guided, Grade::ThirdParty, Grade::Assumed];

    /// The name used in `data/inputs.csv`.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Grade::Filed => "filed",
            Grade::Guided => "guided",
            Grade::ThirdParty => "third-party",
            Grade::Assumed => "assumed",
        }
    }
}

/// How an input is drawn under uncertainty, before it is limited to its range.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Uncertainty {
    /// The scenario's value times a PERT draw with mode 1.
    Scale {
        /// Lowest factor.
        low: f64,
        /// Highest factor.
        high: f64,
    },
    /// The scenario's value plus a PERT draw with its mode at `low`.
    Add {
        /// Lowest and most likely addition, in the unit of the input.
        low: f64,
        /// Highest addition, in the unit of the input.
        high: f64,
    },
}

/// A rank correlation between two uncertain inputs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Correlation {
    /// One input.
    pub a: Input,
    /// The other.
    pub b: Input,
    /// Spearman's rank correlation.
    pub rank_correlation: f64,
    /// Why they move together.
    pub why: &'static str,
}

/// Everything `data/inputs.csv` declares about an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Declaration {
    /// The input declared.
    pub input: Input,
    /// Name in code, files and on the command line.
    pub id: &'static str,
    /// Name in links; never reused for another input.
    pub key: &'static str,
    /// Place in the chain.
    pub group: Group,
    /// Whom it is for.
    pub level: Level,
    /// English label.
    pub label_en: &'static str,
    /// Chinese label.
    pub label_zh: &'static str,
    /// Unit of the value; shares are fractions.
    pub unit: &'static str,
    /// Lowest value allowed.
    pub min: f64,
    /// Highest value allowed.
    pub max: f64,
    /// Step of a slider.
    pub step: f64,
    base: [f64; crate::baseline::BASELINE_COUNT],
    /// How it is drawn, where it is uncertain.
    pub uncertainty: Option<Uncertainty>,
    /// What the base values rest on.
    pub grade: Grade,
    /// Where they come from.
    pub source: &'static str,
    /// What a reader should know besides.
    pub note: &'static str,
    /// What it is and what raising it does, in English; from `data/words/inputs.csv`.
    pub meaning_en: &'static str,
    /// The same in Chinese.
    pub meaning_zh: &'static str,
}

impl Declaration {
    /// The base value in a baseline.
    #[must_use]
    pub fn base(&self, baseline: Baseline) -> f64 {
        self.base.get(baseline as usize).copied().unwrap_or(f64::NAN)
    }

    /// `value` limited to the range of the input.
    #[must_use]
    pub fn clamp(&self, value: f64) -> f64 {
        value.max(self.min).min(self.max)
    }
}

include!(concat!(env!("OUT_DIR"), "/inputs.rs"));

impl Input {
    /// What is declared about this input.
    #[must_use]
    pub fn declaration(self) -> &'static Declaration {
        // One declaration a variant, in the same order: both are written by the build script.
        #[allow(clippy::indexing_slicing)]
        &DECLARATIONS[self as usize]
    }

    /// Name in code, files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.declaration().id
    }

    /// The input of that name.
    ///
    /// # Errors
    /// [`InputError::Unknown`] where there is none.
    pub fn from_id(id: &str) -> Result<Self, InputError> {
        let found = DECLARATIONS.iter().find(|declaration| declaration.id == id);
        found.map(|declaration| declaration.input).ok_or_else(|| InputError::Unknown(id.to_owned()))
    }

    /// The input with that key in links, if there is one.
    #[must_use]
    pub fn from_key(key: &str) -> Option<Self> {
        DECLARATIONS.iter().find(|declaration| declaration.key == key).map(|declaration| declaration.input)
    }

    /// Checks that `value` is a number within the range of the input.
    ///
    /// # Errors
    /// [`InputError::OutOfRange`] for anything else, NaN included.
    pub fn check(self, value: f64) -> Result<f64, InputError> {
        let declaration = self.declaration();
        if (declaration.min..=declaration.max).contains(&value) {
            Ok(value)
        } else {
            Err(InputError::OutOfRange { input: self, value })
        }
    }
}

impl fmt::Display for Input {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

/// An input that is unknown or outside its range.
#[derive(Clone, Debug, PartialEq)]
pub enum InputError {
    /// No input has this id.
    Unknown(String),
    /// The value is not a number within the range.
    OutOfRange {
        /// The input.
        input: Input,
        /// The value refused.
        value: f64,
    },
}

impl fmt::Display for InputError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            InputError::Unknown(id) => {
                write!(f, "there is no input '{id}'; see data/inputs.csv for the {INPUT_COUNT} ids")
            }
            InputError::OutOfRange { input, value } => {
                let Declaration { id, min, max, unit, .. } = input.declaration();
                write!(f, "{id} = {value} is outside {min} to {max} {unit}")
            }
        }
    }
}

impl std::error::Error for InputError {}

impl Inputs<f64> {
    /// The base values of a baseline.
    #[must_use]
    pub fn base(baseline: Baseline) -> Self {
        Self::from_fn(|input| input.declaration().base(baseline))
    }

    /// Sets `input` to a value within its range.
    ///
    /// # Errors
    /// [`InputError::OutOfRange`] for any other value, and the inputs stay as they were.
    pub fn set(&mut self, input: Input, value: f64) -> Result<(), InputError> {
        self.put(input, input.check(value)?);
        Ok(())
    }

    /// Checks every value against its range.
    ///
    /// # Errors
    /// [`InputError::OutOfRange`] for the first that is outside.
    pub fn check(&self) -> Result<(), InputError> {
        Input::ALL.into_iter().try_for_each(|input| input.check(self.get(input)).map(drop))
    }

    /// The same values as another kind of number.
    #[must_use]
    pub fn lift<N: Number>(&self) -> Inputs<N> {
        Inputs::from_fn(|input| N::of(self.get(input)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_is_found_by_id_and_key() {
        for input in Input::ALL {
            assert_eq!(input.declaration().input, input);
            assert_eq!(Input::from_id(input.id()), Ok(input));
            assert_eq!(Input::from_key(input.declaration().key), Some(input));
        }
    }

    #[test]
    fn every_input_has_a_meaning_in_both_languages() {
        for input in Input::ALL {
            let Declaration { id, meaning_en, meaning_zh, .. } = input.declaration();
            assert!(meaning_en.starts_with(|c: char| c.is_ascii_alphanumeric()), "{id}: {meaning_en}");
            assert!(meaning_zh.chars().any(|c| c > '\u{2e80}'), "{id}: {meaning_zh}");
        }
    }

    #[test]
    fn a_refused_value_is_named_with_its_range() {
        let mut inputs = Inputs::base(Baseline::default());
        for value in [59.9, 450.1, f64::NAN, f64::INFINITY] {
            let error = inputs.set(Input::CapexNextYear, value).unwrap_err();
            assert_eq!(error.to_string(), format!("capex_next_year = {value} is outside 60 to 450 B$"));
        }
        assert_eq!(inputs, Inputs::base(Baseline::default()));
        assert!(Input::from_id("capex").unwrap_err().to_string().contains("'capex'"));
    }
}
