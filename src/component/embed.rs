//! One chart with its levers, for a frame in somebody else's page, which is told how high this is.

use super::{
    chart_figure::ChartFigure, input_responses::Responses, input_row::InputRow, input_search::Looking,
    notices::Notices, oddities::Oddities, receipt::ReceiptNotice, told::TellReader,
};
use crate::{
    browser::{address, frame_height},
    explorer::explorer,
    lever::embedded_levers,
    text,
    words::words,
};
use leptos::prelude::*;

#[component]
pub(crate) fn Embed() -> impl IntoView {
    let explorer = explorer();
    provide_context(Looking::new());
    provide_context(Responses::new());
    let panel = Memo::new(move |_| explorer.link.with(|link| link.view.panels.open().first().copied()));
    // The levers stay while they are moved: those of the link that was embedded.
    let levers = explorer.link.with_untracked(|link| embedded_levers(&link.scenario));
    let whole = move || explorer.link.with(|link| address::whole(&link.encode()));
    frame_height::tell();
    view! {
        <Notices/>
        <ReceiptNotice/>
        <TellReader/>
        <main class="embed">
            <div class="embed-chart">{move || panel.get().map(|panel| view! { <ChartFigure panel/> })}</div>
            <section class="inputs" aria-label=words(text::embed_levers)>
                {levers.into_iter().map(|input| view! { <InputRow input/> }).collect_view()}
            </section>
            <div class="headline"><Oddities/></div>
            <p class="embed-foot">
                <a href=whole target="_blank" rel="noopener">{words(text::embed_open)}</a>
                " "
                {words(text::disclaimer)}
                " "
                {move || text::as_of(explorer.link.with(|link| link.scenario.baseline()), explorer.language.get())}
            </p>
        </main>
        <p class="aloud" role="status" aria-live="polite">{move || explorer.announcement.get()}</p>
    }
}
