//! What explains the model, from `data/`: words are English first, then Chinese.

/// A step of a quarter, or what is made before the first.
pub(super) struct StepWords {
    /// Its name in the data: a number, `plans` or `opening`.
    pub(super) step: &'static str,
    pub(super) title: [&'static str; 2],
    /// What it does.
    pub(super) text: [&'static str; 2],
    /// What it leaves out.
    pub(super) limits: [&'static str; 2],
}

/// A mechanism of the article.
pub(super) struct Mechanism {
    /// Its number in the evidence notes.
    pub(super) id: &'static str,
    /// How the article puts it, in short.
    pub(super) phrase: &'static str,
    pub(super) mechanism: [&'static str; 2],
    /// Whether the model carries it as a whole, or only in part.
    pub(super) is_whole: bool,
    /// What carries it, and what does not and why.
    pub(super) carried: [&'static str; 2],
    /// Outputs and intermediate figures that carry it.
    pub(super) figures: &'static [&'static str],
    /// Inputs that set it.
    pub(super) inputs: &'static [&'static str],
    pub(super) steps: &'static [&'static str],
}

/// A part of the chain with its place in the picture.
pub(super) struct Node {
    pub(super) id: &'static str,
    pub(super) label: [&'static str; 2],
    pub(super) step: &'static str,
    pub(super) column: u8,
    pub(super) row: u8,
}

/// What leads from one part to another; a feedback reaches back from the quarter before.
pub(super) struct Link {
    pub(super) from: &'static str,
    pub(super) to: &'static str,
    pub(super) label: [&'static str; 2],
    pub(super) is_feedback: bool,
}

include!(concat!(env!("OUT_DIR"), "/explained.rs"));
