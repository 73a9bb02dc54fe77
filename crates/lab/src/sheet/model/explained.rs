//! The documents as the build has turned them into HTML.

use buildout_scenario::Language;

/// A heading with what follows it.
pub(super) struct Section {
    /// Its name in choices, the same in both languages.
    pub(super) id: &'static str,
    /// 1 for the document, 2 for a section, 3 for a part of one.
    pub(super) level: u8,
    pub(super) title: &'static str,
    pub(super) pieces: &'static [Piece],
}

/// A stretch of a section.
pub(super) enum Piece {
    /// HTML, written by the build from a document of this repository.
    Html(&'static str),
    /// The place of the diagram.
    Chain,
    /// The place of the mechanisms.
    Mechanisms,
}

include!(concat!(env!("OUT_DIR"), "/explained.rs"));

/// The sections in a language.
pub(super) fn sections(language: Language) -> &'static [Section] {
    language.pick(&ENGLISH, &CHINESE)
}
