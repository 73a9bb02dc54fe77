//! What the page says of files and copies: a word that passes, or trouble that stays until it is read.

use super::button::button;
use crate::{
    browser::timer::Timer,
    explorer::{Told, explorer},
    text,
};
use leptos::prelude::*;

/// A word is shown for this long.
const SHOWN_MS: i32 = 6000;

#[component]
pub(crate) fn TellReader() -> impl IntoView {
    let explorer = explorer();
    let passing = StoredValue::new_local(Timer::new(move || {
        let is_word = explorer.told.with_untracked(|told| matches!(told, Some(Told::Word(_))));
        if is_word {
            explorer.told.set(None);
        }
    }));
    Effect::new(move |_| {
        explorer.told.track();
        passing.with_value(|timer| timer.set_in(SHOWN_MS));
    });
    let word = move || match explorer.told.get() {
        Some(Told::Word(word)) => Some(word),
        _ => None,
    };
    let trouble = move || match explorer.told.get() {
        Some(Told::Trouble(trouble)) => Some(view! {
            <div class="notice told" data-notice="" data-told="trouble" role="alert">
                {trouble.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view()}
                {button("dismiss-told", text::dismiss, move || explorer.told.set(None))}
            </div>
        }),
        _ => None,
    };
    view! {
        {trouble}
        <p class="word" role="status" data-told="word" class:shown=move || word().is_some()>{word}</p>
    }
}
