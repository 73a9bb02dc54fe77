//! What a cell of a trace stands for, and what it is called.

use buildout_model::{Input, Output};
use core::fmt;

/// What `data/steps.csv` or `data/step-parts.csv` declares about an intermediate figure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StepDeclaration {
    /// Name, as in `docs/model.md`.
    pub id: &'static str,
    /// Unit of the figure; shares are fractions. Empty for a part in the unit of its whole.
    pub unit: &'static str,
    /// English label.
    pub label_en: &'static str,
    /// Chinese label.
    pub label_zh: &'static str,
    /// Step of the quarter that computes it, as numbered in `docs/model.md`; empty for parts.
    pub step: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/steps.rs"));

/// An intermediate figure: one that is computed on the way to the outputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Step {
    of: &'static str,
    part: &'static str,
}

impl Step {
    pub(crate) fn whole(name: &'static str) -> Self {
        Self { of: name, part: "" }
    }

    pub(crate) fn part(of: &'static str, part: &'static str) -> Self {
        Self { of, part }
    }

    /// Every declaration of a whole figure, in the order of the specification.
    #[must_use]
    pub fn declarations() -> &'static [StepDeclaration] {
        &STEPS
    }

    /// Every declaration of a part of figures.
    #[must_use]
    pub fn part_declarations() -> &'static [StepDeclaration] {
        &PARTS
    }

    /// What is declared about the figure, or the figure that it is a part of.
    #[must_use]
    pub fn declaration(self) -> Option<&'static StepDeclaration> {
        STEPS.iter().find(|declared| declared.id == self.of)
    }

    /// What is declared about the part; none for a whole figure.
    #[must_use]
    pub fn part_declaration(self) -> Option<&'static StepDeclaration> {
        PARTS.iter().find(|declared| declared.id == self.part)
    }

    fn label(self, label: impl Fn(&StepDeclaration) -> &'static str, colon: &str) -> String {
        let whole = self.declaration().map_or(self.of, &label);
        match self.part_declaration() {
            Some(part) => format!("{whole}{colon}{}", label(part)),
            None => whole.to_owned(),
        }
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.of)?;
        if self.part.is_empty() { Ok(()) } else { write!(f, "_{}", self.part) }
    }
}

/// What a cell stands for; with its quarter, no two cells are the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Figure {
    /// An input of the model.
    Input(Input),
    /// A figure of a reported quarter, under the name that it has as an output.
    Reported(Output),
    /// An output of a quarter.
    Output(Output),
    /// An intermediate figure that the model names.
    Step(Step),
    /// A term without a name, which more than one figure uses.
    Term {
        /// The first that uses it.
        of: Named,
        /// Which of the terms of that figure it is, from 1 on.
        number: u16,
    },
}

/// A figure that lends its name to a term without one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Named {
    /// An output.
    Output(Output),
    /// An intermediate figure.
    Step(Step),
}

impl Named {
    fn figure(self) -> Figure {
        match self {
            Named::Output(output) => Figure::Output(output),
            Named::Step(step) => Figure::Step(step),
        }
    }
}

impl Figure {
    /// English label.
    #[must_use]
    pub fn label_en(self) -> String {
        match self {
            Figure::Input(input) => input.declaration().label_en.to_owned(),
            Figure::Reported(output) | Figure::Output(output) => output.declaration().label_en.to_owned(),
            Figure::Step(step) => step.label(|declared| declared.label_en, ": "),
            Figure::Term { of, number } => format!("{} · {number}", of.figure().label_en()),
        }
    }

    /// Chinese label.
    #[must_use]
    pub fn label_zh(self) -> String {
        match self {
            Figure::Input(input) => input.declaration().label_zh.to_owned(),
            Figure::Reported(output) | Figure::Output(output) => output.declaration().label_zh.to_owned(),
            Figure::Step(step) => step.label(|declared| declared.label_zh, "："),
            Figure::Term { of, number } => format!("{} · {number}", of.figure().label_zh()),
        }
    }

    /// Unit of the figure, empty where it is not known; shares are fractions.
    #[must_use]
    pub fn unit(self) -> &'static str {
        match self {
            Figure::Input(input) => input.declaration().unit,
            Figure::Reported(output) | Figure::Output(output) => output.declaration().unit,
            Figure::Step(step) => {
                let part = step.part_declaration().map(|part| part.unit).filter(|unit| !unit.is_empty());
                part.or(step.declaration().map(|declared| declared.unit)).unwrap_or_default()
            }
            Figure::Term { .. } => "",
        }
    }

    /// Step of the quarter that computes it, as numbered in `docs/model.md`; empty for what is given.
    #[must_use]
    pub fn step(self) -> &'static str {
        match self {
            Figure::Input(_) | Figure::Reported(_) => "",
            Figure::Output(output) => output.declaration().step,
            Figure::Step(step) => step.declaration().map_or("", |declared| declared.step),
            Figure::Term { of, .. } => of.figure().step(),
        }
    }
}

/// The name used in files: that of the input, output or step.
impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Figure::Input(input) => f.write_str(input.id()),
            Figure::Reported(output) | Figure::Output(output) => f.write_str(output.id()),
            Figure::Step(step) => step.fmt(f),
            Figure::Term { of, number } => write!(f, "{} · {number}", of.figure()),
        }
    }
}
