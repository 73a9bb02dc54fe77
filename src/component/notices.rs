//! What the link could not say.

use super::button::button;
use crate::{browser::updates, explorer::explorer, text, words::words};
use leptos::prelude::*;

/// Notices shown one by one; of more, the number.
const SHOWN: usize = 6;

#[component]
pub(crate) fn Notices() -> impl IntoView {
    let explorer = explorer();
    let (language, notices) = (explorer.language, explorer.notices);
    let lines = move || {
        let language = language.get();
        notices.with(|notices| {
            let first = notices.iter().take(SHOWN).map(|notice| text::notice(notice, language));
            let more = notices.len().saturating_sub(SHOWN);
            let more = (more > 0).then(|| text::beyond_notices(more, language));
            first.chain(more).map(|line| view! { <li>{line}</li> }).collect_view()
        })
    };
    let reopen = move || {
        if let Some(link) = explorer.last_visit.get_untracked() {
            explorer.open_link(&link);
        }
    };
    view! {
        <div class="notices">
            <Show when=move || explorer.last_visit.with(Option::is_some)>
                <p class="last-visit">
                    {button("reopen", text::reopen, reopen)}
                </p>
            </Show>
            <Show when=move || explorer.has_update.get()>
                <p class="update" role="status" data-update="">
                    {words(text::update_ready)}" "
                    {button("update", text::update_reload, updates::take)}
                </p>
            </Show>
        <Show when=move || notices.with(|notices| !notices.is_empty())>
            <div class="notice" data-notice="" role="alert">
                <p>{words(text::link_trouble)}</p>
                <ul>{lines}</ul>
                {button("dismiss", text::dismiss, move || notices.set(Vec::new()))}
            </div>
        </Show>
        </div>
    }
}
