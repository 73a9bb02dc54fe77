//! A chart as a file: its figures, or the chart as a picture.

use crate::{
    explorer::explorer,
    handout::{Handout, hand_out},
    text,
    words::words,
};
use buildout_scenario::Panel;
use leptos::prelude::*;

#[component]
pub(crate) fn ChartFiles(panel: Panel) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let button = move |action: &'static str, label: &'static str, handout: Handout| {
        let spoken = move || format!("{label}: {}", text::panel_title(panel, language.get()));
        view! {
            <button type="button" data-action=action aria-label=spoken on:click=move |_| hand_out(explorer, handout)>{label}</button>
        }
    };
    view! {
        <div class="chart-files" role="group" aria-label=words(text::chart_files)>
            {button("download-png", "PNG", Handout::ChartPng(panel))}
            {button("download-svg", "SVG", Handout::ChartSvg(panel))}
            {button("download-csv", "CSV", Handout::ChartCsv(panel))}
        </div>
    }
}
