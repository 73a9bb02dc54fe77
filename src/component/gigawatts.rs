//! One gigawatt of GPU against one of Trainium.

use super::traced::traced;
use crate::{explorer::explorer, format, text, words::words};
use buildout_model::{ChipKind, Gigawatt, YEARS_AHEAD, gigawatt};
use buildout_scenario::Language;
use leptos::prelude::*;

/// The figures of a gigawatt, with their units.
fn rows(gpu: &Gigawatt, trainium: &Gigawatt, language: Language) -> [(&'static str, String, String); 5] {
    let none = || text::none(language).to_owned();
    let money = |value| format::figure("B$", value, language);
    let rate = |irr: Option<f64>| irr.map_or_else(none, |irr| format::figure("share/yr", irr, language));
    let years = |years: Option<f64>| years.map_or_else(none, |years| format::number(years, 2));
    [
        (text::gigawatt_chips(language), money(gpu.chips), money(trainium.chips)),
        (text::gigawatt_facility(language), money(gpu.facility), money(trainium.facility)),
        (text::gigawatt_first_year(language), money(gpu.first_year), money(trainium.first_year)),
        (text::gigawatt_irr(language), rate(gpu.irr), rate(trainium.irr)),
        (text::gigawatt_payback(language), years(gpu.payback_years), years(trainium.payback_years)),
    ]
}

#[component]
pub(crate) fn Gigawatts() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let body = move || {
        let language = language.get();
        explorer.settled.with(|run| {
            let one = |kind| gigawatt(run.scenario.inputs(), kind, YEARS_AHEAD);
            let rows = rows(&one(ChipKind::Gpu), &one(ChipKind::Trainium), language);
            let row = |(name, gpu, trainium)| {
                view! { <tr><th scope="row">{name}</th><td>{gpu}</td><td>{trainium}</td></tr> }
            };
            rows.map(row).into_iter().collect_view()
        })
    };
    // Every figure of a column comes from one life of a gigawatt.
    let head = move |kind: ChipKind, name: &'static str| {
        let point = format!("gigawatt:{}", kind.id());
        traced(point, name)
    };
    view! {
        <table class="extra" data-extra="gigawatt">
            <caption>{words(text::gigawatt_title)}</caption>
            <thead>
                <tr><td></td><th scope="col">{head(ChipKind::Gpu, "GPU")}</th><th scope="col">{head(ChipKind::Trainium, "Trainium")}</th></tr>
            </thead>
            <tbody>{body}</tbody>
        </table>
    }
}
