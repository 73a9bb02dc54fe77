//! Figures that lead to where they come from.

use crate::browser::address;
use leptos::prelude::*;

/// What is asked of a figure, as `data-trace` has it. None in a frame, which has no place for what a figure is made of.
pub(crate) fn asked(point: impl ToString) -> Option<String> {
    (!address::is_embedded()).then(|| point.to_string())
}

/// A figure that leads to where it comes from; in a frame the words alone.
pub(crate) fn traced(point: impl ToString, words: impl IntoView + 'static) -> AnyView {
    let words = words.into_any();
    match asked(point) {
        Some(point) => {
            view! { <button type="button" class="plain" data-trace=point>{words}</button> }.into_any()
        }
        None => words,
    }
}
