//! The outputs of a quarter: what each is called, its unit and meaning.

#[cfg(doc)]
use crate::limit::Limit;

/// Everything `data/outputs.csv` declares about an output.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Declaration {
    /// The output declared.
    pub output: Output,
    /// Name in code, files and on the command line.
    pub id: &'static str,
    /// Unit of the figure; shares are fractions.
    pub unit: &'static str,
    /// English label.
    pub label_en: &'static str,
    /// Chinese label.
    pub label_zh: &'static str,
    /// Step of the quarter that computes it, as numbered in `docs/model.md`.
    pub step: &'static str,
    /// What it means, in English.
    pub meaning: &'static str,
    /// What it means, in Chinese; from `data/words/outputs.zh.csv`.
    pub meaning_zh: &'static str,
}

include!(concat!(env!("OUT_DIR"), "/outputs.rs"));

impl Output {
    /// What is declared about this output.
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

    /// The output of that name, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        DECLARATIONS.iter().find(|declaration| declaration.id == id).map(|declaration| declaration.output)
    }
}
