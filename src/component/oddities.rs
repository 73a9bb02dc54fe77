//! What is odd about the scenario, in words.

use crate::{explorer::explorer, text};
use buildout_analysis::oddities;
use leptos::prelude::*;

#[component]
pub(crate) fn Oddities() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let lines = Memo::new(move |_| {
        let language = language.get();
        let run = explorer.settled.get();
        oddities(&run.scenario, &run.trajectory)
            .iter()
            .map(|odd| text::oddity(odd, language))
            .collect::<Vec<_>>()
    });
    view! {
        <Show when=move || lines.with(|lines| !lines.is_empty())>
            <ul class="warning" data-warning="" aria-label=move || text::oddities_title(language.get())>
                {move || lines.get().into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
            </ul>
        </Show>
    }
}
