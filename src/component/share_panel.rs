//! What can be shared, saved and opened: the link as a preview, a code and a snippet; files out and in.

use super::share_link::LinkPreview;
use crate::{
    browser::{address, clipboard, files as browser_files},
    explorer::{Explorer, Told, explorer},
    handout::{Handout, hand_out},
    opening, text,
};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub(crate) fn SharePanel() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let is_open = RwSignal::new(false);
    let file = move |action: &'static str,
                     words: fn(buildout_scenario::Language) -> &'static str,
                     handout: Handout| {
        view! {
            <button type="button" data-action=action on:click=move |_| hand_out(explorer, handout)>
                {move || words(language.get())}
            </button>
        }
    };
    view! {
        <details class="share-more" on:toggle:target=move |event| is_open.set(event.target().open())>
            <summary>{move || text::share_more(language.get())}</summary>
            <div class="share-list">
                <Show when=move || is_open.get()><LinkPreview/></Show>
                <h3>{move || text::files(language.get())}</h3>
                <div class="file-buttons">
                    {file("download-run-csv", text::download_run_csv, Handout::RunCsv)}
                    {file("download-scenario", text::download_scenario, Handout::ScenarioFile)}
                    {file("download-card-png", text::download_card_png, Handout::CardPng)}
                    {file("download-card-svg", text::download_card_svg, Handout::CardSvg)}
                </div>
                <OpenFiles/>
                <h3>{move || text::embed(language.get())}</h3>
                <Snippet/>
            </div>
        </details>
    }
}

#[component]
fn OpenFiles() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let has_own = Memo::new(move |_| explorer.own.with(|own| !own.figures.is_empty()));
    view! {
        <label class="open-files">
            <span>{move || text::open_files(language.get())}</span>
            <input type="file" multiple accept=".json,.csv,application/json,text/csv" data-control="open-files"
                on:change:target=move |event| {
                    opening::open(explorer, browser_files::chosen(&event.target()));
                    // The same file can be chosen again once it is mended.
                    event.target().set_value("");
                }/>
        </label>
        <p class="hint">{move || text::open_files_meaning(language.get())}</p>
        <div class="file-buttons">
            <button type="button" data-action="quarters-template" on:click=move |_| hand_out(explorer, Handout::QuartersTemplate)>
                {move || text::quarters_template(language.get())}
            </button>
            <Show when=move || has_own.get()>
                <button type="button" data-action="remove-own" on:click=move |_| explorer.remove_own()>
                    {move || text::remove_own(language.get())}
                </button>
            </Show>
        </div>
    }
}

/// The page in a frame, as high as it says that it is.
fn snippet(explorer: Explorer) -> String {
    let title = explorer.link.with(|link| {
        let panel = link.view.panels.open().first().copied().unwrap_or(buildout_scenario::Panel::CashFlow);
        let language = explorer.language.get();
        text::embed_title(text::panel_title(panel, language), language)
    });
    let source = address::embedded(&explorer.share_link());
    format!(
        r#"<iframe src="{source}" title="{title}" width="100%" height="760" style="border:0" loading="lazy"></iframe>
<script>addEventListener("message",(e)=>{{const h=e.data?.buildout?.height;if(h)for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)f.height=h}})</script>"#
    )
}

#[component]
fn Snippet() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let code = Memo::new(move |_| snippet(explorer));
    let copy = move |_| {
        let (text, language) = (code.get_untracked(), language.get_untracked());
        spawn_local(async move {
            let told = if clipboard::copy(text).await {
                Told::Word(text::copied(language).to_owned())
            } else {
                Told::Trouble(text::not_copied(language).to_owned())
            };
            let _ = explorer.told.try_set(Some(told));
        });
    };
    view! {
        <textarea readonly rows="3" data-embed-snippet="" prop:value=code aria-label=move || text::embed(language.get())></textarea>
        <button type="button" data-action="copy-embed" on:click=copy>{move || text::embed_copy(language.get())}</button>
    }
}
