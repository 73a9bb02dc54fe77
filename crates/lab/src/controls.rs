//! Controls of a sheet. The page knows none of them: it sends the value of whatever has `data-choice`.

use crate::html::Html;
use buildout_figures::text;
use buildout_model::{Input, Level};
use buildout_scenario::Language;

/// A choice among options of value and words.
pub(crate) fn select<'a>(
    html: &mut Html,
    name: &str,
    label: &str,
    chosen: &str,
    options: impl IntoIterator<Item = (&'a str, &'a str)>,
) {
    html.element("label", &[], |html| {
        html.words("span", &[], label);
        html.element("select", &[("data-choice", name)], |html| {
            for (value, words) in options {
                option(html, value, words, value == chosen);
            }
        });
    });
}

/// An option of value and words.
pub(crate) fn option(html: &mut Html, value: &str, words: &str, is_chosen: bool) {
    let mut attributes = vec![("value", value)];
    if is_chosen {
        attributes.push(("selected", ""));
    }
    html.words("option", &attributes, words);
}

/// The choice of an input: primary ones first, then every other.
pub(crate) fn inputs(html: &mut Html, name: &str, label: &str, chosen: Option<Input>, language: Language) {
    any_input(html, name, label, chosen, false, language);
}

/// The choice of an input, or of none.
pub(crate) fn second_input(
    html: &mut Html,
    name: &str,
    label: &str,
    chosen: Option<Input>,
    language: Language,
) {
    any_input(html, name, label, chosen, true, language);
}

fn any_input(
    html: &mut Html,
    name: &str,
    label: &str,
    chosen: Option<Input>,
    has_none: bool,
    language: Language,
) {
    html.element("label", &[], |html| {
        html.words("span", &[], label);
        html.element("select", &[("data-choice", name)], |html| {
            if has_none {
                option(html, "", "–", chosen.is_none());
            }
            for is_primary in [true, false] {
                let of_level = |input: &Input| (input.declaration().level == Level::Primary) == is_primary;
                let label = if is_primary {
                    language.pick("Primary levers", "主要参数")
                } else {
                    language.pick("All others", "其他参数")
                };
                html.element("optgroup", &[("label", label)], |html| {
                    for input in Input::ALL.into_iter().filter(of_level) {
                        option(html, input.id(), text::input_label(input, language), Some(input) == chosen);
                    }
                });
            }
        });
    });
}

/// A field for a number. One that acts `once` is forgotten when it has been acted on.
pub(crate) fn number(html: &mut Html, name: &str, label: &str, value: &str, is_once: bool) {
    html.element("label", &[], |html| {
        html.words("span", &[], label);
        bare_number(html, name, label, value, is_once);
    });
}

/// The same without words beside it.
pub(crate) fn bare_number(html: &mut Html, name: &str, label: &str, value: &str, is_once: bool) {
    let mut attributes = vec![
        ("type", "text"),
        ("inputmode", "decimal"),
        ("autocomplete", "off"),
        ("data-choice", name),
        ("aria-label", label),
        ("value", value),
    ];
    if is_once {
        attributes.push(("data-once", ""));
    }
    html.void("input", &attributes);
}
