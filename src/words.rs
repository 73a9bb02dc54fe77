//! Words that follow the language shown.

use crate::explorer::explorer;
use buildout_scenario::Language;
use leptos::prelude::*;

/// A text in the language shown. All such texts have this one type: a closure for each would be compiled, with everything that
/// shows it, to code of its own, which made a tenth of the download.
pub(crate) fn words(text: fn(Language) -> &'static str) -> Signal<&'static str> {
    let language = explorer().language;
    Signal::derive(move || text(language.get()))
}
