//! What the link could not say, and what is odd about the scenario.

use crate::{explorer::explorer, text};
use buildout_model::overfull_opening;
use leptos::prelude::*;

/// Notices shown one by one; of more, the number.
const SHOWN: usize = 6;

#[component]
pub(crate) fn Notices() -> impl IntoView {
    let explorer = explorer();
    let (language, notices) = (explorer.language, explorer.notices);
    let overfull = Memo::new(move |_| explorer.link.with(|link| overfull_opening(link.scenario.inputs())));
    let lines = move || {
        let language = language.get();
        notices.with(|notices| {
            let first = notices.iter().take(SHOWN).map(|notice| text::notice(notice, language));
            let more = notices.len().saturating_sub(SHOWN);
            let more = (more > 0).then(|| text::beyond_notices(more, language));
            first.chain(more).map(|line| view! { <li>{line}</li> }).collect_view()
        })
    };
    view! {
        <div class="notices">
        <Show when=move || notices.with(|notices| !notices.is_empty())>
            <div class="notice" data-notice="" role="alert">
                <p>{move || text::link_trouble(language.get())}</p>
                <ul>{lines}</ul>
                <button type="button" data-action="dismiss" on:click=move |_| notices.set(Vec::new())>
                    {move || text::dismiss(language.get())}
                </button>
            </div>
        </Show>
        {move || overfull.get().map(|overfull| view! {
            <p class="warning" data-warning="overfull">{text::overfull(&overfull, language.get())}</p>
        })}
        </div>
    }
}
