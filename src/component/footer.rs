//! What the figures mean and do not mean.

use crate::{explorer::explorer, text};
use leptos::prelude::*;

#[component]
pub(crate) fn Footer() -> impl IntoView {
    let language = explorer().language;
    view! {
        <footer>
            <p>{move || text::disclaimer(language.get())}</p>
            <p>{move || text::method(language.get())}</p>
        </footer>
    }
}
