//! What the figures mean and do not mean.

use crate::{text, words::words};
use leptos::prelude::*;

#[component]
pub(crate) fn Footer() -> impl IntoView {
    view! {
        <footer>
            <p>{words(text::disclaimer)}</p>
            <p>{words(text::method)}</p>
        </footer>
    }
}
