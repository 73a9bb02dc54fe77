//! What a chart says of the quarter pointed at, or of its last one: the legend with values.

use crate::{browser::address, view::Readout};
use leptos::prelude::*;

#[component]
pub(crate) fn ChartReadout(readout: RwSignal<Readout>) -> impl IntoView {
    // A frame has no place for what a figure is made of.
    let is_traceable = !address::is_embedded();
    let entries = move || {
        readout.with(|readout| {
            let entry = |entry: &crate::view::Entry| {
                let colour = format!("var({})", entry.colour.token());
                let (label, value, change) = (entry.label, entry.value.clone(), entry.change.clone());
                let spread = entry.spread.clone();
                let traced =
                    |point: &Option<String>, words: AnyView| match point.clone().filter(|_| is_traceable) {
                        Some(point) => {
                            view! { <button type="button" class="plain" data-trace=point>{words}</button> }
                                .into_any()
                        }
                        None => words,
                    };
                let value = traced(&entry.point, view! { <b>{value}</b> }.into_any());
                let change =
                    change.map(|change| traced(&entry.changed_point, view! { <i>{change}</i> }.into_any()));
                let own = entry.own.as_ref().map(|own| format!("◆ {own}"));
                view! {
                    <li>
                        <span class="swatch" style:background=colour></span>
                        <span>{label}</span>
                        {value}
                        {change}
                        {own.map(|own| view! { <b>{own}</b> })}
                        {spread.map(|spread| view! { <i data-spread="">{spread}</i> })}
                    </li>
                }
            };
            readout.entries.iter().map(entry).collect_view()
        })
    };
    view! {
        <ul class="readout" data-readout="">
            <li class="quarter">{move || readout.with(|readout| readout.quarter.clone())}</li>
            {entries}
        </ul>
    }
}
