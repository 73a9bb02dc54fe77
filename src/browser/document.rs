//! The document: theme, language, title, tokens of the style sheet.

use super::storage;
use crate::{chart::Palette, text};
use buildout_scenario::Language;
use wasm_bindgen::JsCast;
use web_sys::{Element, window};

const THEME_KEY: &str = "buildout.theme";
const LANGUAGE_KEY: &str = "buildout.language";

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Theme {
    Light,
    Dark,
}

impl Theme {
    pub(crate) fn id(self) -> &'static str {
        match self {
            Theme::Light => "light",
            Theme::Dark => "dark",
        }
    }

    pub(crate) fn other(self) -> Self {
        match self {
            Theme::Light => Theme::Dark,
            Theme::Dark => Theme::Light,
        }
    }

    /// The reader's last choice, then what the system prefers.
    pub(crate) fn preferred() -> Self {
        match storage::kept(THEME_KEY).as_deref() {
            Some("light") => Theme::Light,
            Some("dark") => Theme::Dark,
            _ if matches("(prefers-color-scheme: dark)") => Theme::Dark,
            _ => Theme::Light,
        }
    }

    /// Shows the theme.
    pub(crate) fn show(self) {
        set_root_attribute("data-theme", self.id());
    }

    /// Remembers the theme as the reader's choice.
    pub(crate) fn keep(self) {
        // Without storage the choice lasts as long as the page, which the reader sees at the next visit.
        let _ = storage::keep(THEME_KEY, self.id());
    }
}

/// The reader's last choice of language, then the browser's.
pub(crate) fn preferred_language() -> Language {
    let browser = || {
        let tags = window()?.navigator().languages();
        tags.iter().filter_map(|tag| Language::from_tag(&tag.as_string()?)).next()
    };
    storage::kept(LANGUAGE_KEY).and_then(|id| Language::from_id(&id)).or_else(browser).unwrap_or_default()
}

/// Remembers a language as the reader's choice.
pub(crate) fn keep_language(language: Language) {
    let _ = storage::keep(LANGUAGE_KEY, language.id());
}

/// Tells the document its language and title.
pub(crate) fn show_language(language: Language) {
    set_root_attribute("lang", language.tag());
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(text::document_title(language));
    }
}

/// Lets the style sheet know that the page is a chart in somebody else's page.
pub(crate) fn mark_embedded() {
    set_root_attribute("data-embedded", "");
}

/// Tells tests and tools that the page stands complete.
pub(crate) fn show_ready() {
    set_root_attribute("data-ready", "true");
}

fn root() -> Option<Element> {
    window()?.document()?.document_element()
}

fn set_root_attribute(name: &str, value: &str) {
    if let Some(root) = root() {
        // The names are ours, so the browser has nothing to refuse.
        let _ = root.set_attribute(name, value);
    }
}

/// Whether a media query holds.
fn matches(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok()?).is_some_and(|list| list.matches())
}

/// The colours of the theme shown.
pub(crate) fn palette() -> Palette {
    let style = window().zip(root()).and_then(|(window, root)| window.get_computed_style(&root).ok()?);
    Palette::from_tokens(|token| {
        style.as_ref().and_then(|style| style.get_property_value(token).ok()).unwrap_or_default()
    })
}

/// Pixels of the screen for each CSS pixel.
pub(crate) fn device_pixel_ratio() -> f64 {
    window().map_or(1.0, |window| window.device_pixel_ratio())
}

/// The elements within another that a selector matches.
pub(crate) fn within(element: &web_sys::Element, selector: &str) -> impl Iterator<Item = web_sys::Element> {
    let found = element.query_selector_all(selector).ok();
    let count = found.as_ref().map_or(0, web_sys::NodeList::length);
    (0..count).filter_map(move |place| found.as_ref()?.item(place)?.dyn_into().ok())
}
