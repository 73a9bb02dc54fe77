//! Buttons that say what they do. Each is built by the same code: a view of its own for each would be a good part of the download.

use crate::words::words;
use buildout_scenario::Language;
use leptos::{ev, prelude::*};

/// A button with its words, and what pressing it does.
pub(crate) fn button(
    action: &'static str,
    label: fn(Language) -> &'static str,
    press: impl Fn() + 'static,
) -> AnyView {
    build(action, label, None, None, Box::new(press))
}

/// The same, usable where a condition holds.
pub(crate) fn button_where(
    is_usable: Memo<bool>,
    action: &'static str,
    label: fn(Language) -> &'static str,
    press: impl Fn() + 'static,
) -> AnyView {
    build(action, label, None, Some(is_usable), Box::new(press))
}

/// The same with an explanation for whoever rests on it.
pub(crate) fn explained_button(
    action: &'static str,
    label: fn(Language) -> &'static str,
    meaning: fn(Language) -> &'static str,
    press: impl Fn() + 'static,
) -> AnyView {
    build(action, label, Some(meaning), None, Box::new(press))
}

fn build(
    action: &'static str,
    label: fn(Language) -> &'static str,
    meaning: Option<fn(Language) -> &'static str>,
    is_usable: Option<Memo<bool>>,
    press: Box<dyn Fn()>,
) -> AnyView {
    let press = move |_: ev::MouseEvent| press();
    view! {
        <button type="button" data-action=action title=meaning.map(words) on:click=press
            prop:disabled=move || is_usable.is_some_and(|is_usable| !is_usable.get())>
            {words(label)}
        </button>
    }
    .into_any()
}
