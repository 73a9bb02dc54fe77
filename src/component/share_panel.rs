//! What can be shared, saved and opened: the link as a preview, a code and a snippet; files out and in.

use super::{
    button::button,
    share_link::{LinkItself, LinkPreview},
};
use crate::{
    browser::{address, clipboard, files as browser_files},
    explorer::{Explorer, Told, explorer},
    handout::{Handout, hand_out},
    opening, text,
    words::words,
};
use buildout_scenario::{Language, Panel};
use leptos::{prelude::*, task::spawn_local};

#[component]
pub(crate) fn SharePanel() -> impl IntoView {
    let explorer = explorer();
    let is_open = RwSignal::new(false);
    let address = Memo::new(move |_| explorer.share_link());
    let file = move |action: &'static str, label: fn(Language) -> &'static str, handout: Handout| {
        button(action, label, move || hand_out(explorer, handout))
    };
    view! {
        <details class="share-more" on:toggle:target=move |event| is_open.set(event.target().open())>
            <summary>{words(text::share_more)}</summary>
            <div class="share-list">
                <div class="share-ways">
                    <LinkItself address/>
                    <h3>{words(text::files)}</h3>
                    <div class="file-buttons">
                        {file("download-run-csv", text::download_run_csv, Handout::RunCsv)}
                        {file("download-scenario", text::download_scenario, Handout::ScenarioFile)}
                        {file("download-card-png", text::download_card_png, Handout::CardPng)}
                        {file("download-card-svg", text::download_card_svg, Handout::CardSvg)}
                    </div>
                    <OpenFiles/>
                    <h3>{words(text::embed)}</h3>
                    <Snippet address/>
                </div>
                <Show when=move || is_open.get()><LinkPreview address/></Show>
            </div>
        </details>
    }
}

#[component]
fn OpenFiles() -> impl IntoView {
    let explorer = explorer();
    let has_own = Memo::new(move |_| explorer.own.with(|own| !own.figures.is_empty()));
    view! {
        <label class="open-files">
            <span>{words(text::open_files)}</span>
            <input type="file" multiple accept=".json,.csv,application/json,text/csv" data-control="open-files"
                on:change:target=move |event| {
                    opening::open(explorer, browser_files::chosen(&event.target()));
                    // The same file can be chosen again once it is mended.
                    event.target().set_value("");
                }/>
        </label>
        <p class="hint">{words(text::open_files_meaning)}</p>
        <div class="file-buttons">
            {button("quarters-template", text::quarters_template, move || hand_out(explorer, Handout::QuartersTemplate))}
            <Show when=move || has_own.get()>
                {button("remove-own", text::remove_own, move || explorer.remove_own())}
            </Show>
        </div>
    }
}

/// The page in a frame, as high as it says that it is.
fn snippet(explorer: Explorer, address: &str) -> String {
    let title = explorer.link.with(|link| {
        let panel = link.view.panels.open().first().copied().unwrap_or(Panel::CashFlow);
        let language = explorer.language.get();
        text::embed_title(text::panel_title(panel, language), language)
    });
    let source = address::embedded(address);
    format!(
        r#"<iframe src="{source}" title="{title}" width="100%" height="760" style="border:0" loading="lazy"></iframe>
<script>addEventListener("message",(e)=>{{const h=e.data?.buildout?.height;if(h)for(const f of document.querySelectorAll("iframe"))if(f.contentWindow===e.source)f.height=h}})</script>"#
    )
}

#[component]
fn Snippet(address: Memo<String>) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let code = Memo::new(move |_| address.with(|address| snippet(explorer, address)));
    let copy = move || {
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
        <textarea readonly rows="3" data-embed-snippet="" prop:value=code aria-label=words(text::embed)></textarea>
        {button("copy-embed", text::embed_copy, copy)}
    }
}
