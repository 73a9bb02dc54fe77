//! A chart as a file: its figures, or the chart as a picture.

use crate::{
    explorer::explorer,
    handout::{Handout, hand_out},
    text,
    words::words,
};
use buildout_scenario::{Language, Panel};
use leptos::prelude::*;

#[component]
pub(crate) fn ChartFiles(panel: Panel) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let button = move |action: &'static str, label: fn(Language) -> &'static str, handout: Handout| {
        // What is seen comes first, so that it can be said to press it.
        let spoken = move || {
            let language = language.get();
            format!("{}: {}", label(language), text::panel_title(panel, language))
        };
        view! {
            <button type="button" data-action=action aria-label=spoken on:click=move |_| hand_out(explorer, handout)>
                {words(label)}
            </button>
        }
    };
    view! {
        <div class="chart-files" role="group" aria-label=words(text::chart_files)>
            {button("download-png", text::as_png, Handout::ChartPng(panel))}
            {button("download-svg", text::as_svg, Handout::ChartSvg(panel))}
            {button("download-csv", text::as_csv, Handout::ChartCsv(panel))}
        </div>
    }
}
