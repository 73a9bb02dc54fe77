//! The mechanisms of the article, each with what of the model carries it.

use crate::Words;
use buildout_model::{Input, Output};
use buildout_trace::{Step, StepDeclaration};

/// Something that the article says works, and where the model has it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mechanism {
    /// Its number, `M1` to `M27`, as in `data/assumptions.md`.
    pub id: &'static str,
    /// The phrase quoted, Chinese as in the article.
    pub phrase: &'static str,
    /// What it says.
    pub what: Words,
    /// Its form in the model, in a line.
    pub form: Words,
    /// The figures whose equations carry it; empty where nothing does.
    pub carried_by: &'static [Carrier],
    /// The inputs that move it; where nothing carries it, those that come nearest.
    pub inputs: &'static [Input],
    /// The steps of a quarter in which those figures are computed, as `docs/model.md` numbers or names them.
    pub steps: &'static [&'static str],
    /// Why it is not carried, or only in part; none where it is carried whole.
    pub reason: Option<Words>,
    /// Where to look for it in reports.
    pub observable: Words,
}

/// A figure of the model that carries a mechanism.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Carrier {
    /// An output of a quarter.
    Output(Output),
    /// An intermediate figure, by its id.
    Step(&'static str),
}

/// How far the model carries a mechanism.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Carried {
    /// Whole.
    Whole,
    /// In part: there is a reason why not whole.
    Partly,
    /// Not at all: there is a reason why.
    Not,
}

include!(concat!(env!("OUT_DIR"), "/mechanisms.rs"));

/// The mechanisms, in the order of `data/mechanisms.csv`.
#[must_use]
pub fn mechanisms() -> &'static [Mechanism] {
    &MECHANISMS
}

impl Mechanism {
    /// How far the model carries it.
    #[must_use]
    pub fn carried(&self) -> Carried {
        match (self.carried_by, self.reason) {
            ([], _) => Carried::Not,
            (_, Some(_)) => Carried::Partly,
            (_, None) => Carried::Whole,
        }
    }
}

impl Carrier {
    /// Its id, as `data/outputs.csv` or `data/steps.csv` has it.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Carrier::Output(output) => output.id(),
            Carrier::Step(id) => id,
        }
    }

    /// Its label.
    #[must_use]
    pub fn label(self) -> Words {
        match self {
            Carrier::Output(output) => {
                let declared = output.declaration();
                Words { en: declared.label_en, zh: declared.label_zh }
            }
            Carrier::Step(id) => {
                let declared = Step::declarations().iter().find(|declared| declared.id == id);
                let words = |of: &StepDeclaration| Words { en: of.label_en, zh: of.label_zh };
                declared.map_or(Words { en: id, zh: id }, words)
            }
        }
    }
}
