//! What the figures mean and do not mean.

use crate::{explorer::explorer, text, words::words};
use leptos::prelude::*;

#[component]
pub(crate) fn Footer() -> impl IntoView {
    let explorer = explorer();
    view! {
        <footer>
            <p>{words(text::disclaimer)}</p>
            <p>{words(text::method)}</p>
            <p data-as-of="">
                {move || text::as_of(explorer.link.with(|link| link.scenario.baseline()), explorer.language.get())}
            </p>
            <p>
                <button type="button" class="plain" data-limits=""
                    on:click=move |_| explorer.ask_sheet("sheet=limits".to_owned())>{words(text::what_it_cannot_tell)}</button>
            </p>
            <p data-stored=move || explorer.is_stored.get().map(|is_stored| if is_stored { "yes" } else { "no" })>
                {move || explorer.is_stored.get().map(|is_stored| {
                    let told = if is_stored { text::stored } else { text::not_stored_offline };
                    told(explorer.language.get())
                })}
            </p>
        </footer>
    }
}
