//! What a chart says of the quarter pointed at, or of its last one: the legend with values.

use super::traced::traced;
use crate::view::Readout;
use leptos::prelude::*;

#[component]
pub(crate) fn ChartReadout(readout: RwSignal<Readout>) -> impl IntoView {
    let entries = move || {
        readout.with(|readout| {
            let entry = |entry: &crate::view::Entry| {
                let colour = format!("var({})", entry.colour.token());
                let (label, value, change) = (entry.label, entry.value.clone(), entry.change.clone());
                let spread = entry.spread.clone();
                let led = |point: &Option<String>, words: AnyView| match point {
                    Some(point) => traced(point, words),
                    None => words,
                };
                let value = led(&entry.point, view! { <b>{value}</b> }.into_any());
                let change =
                    change.map(|change| led(&entry.changed_point, view! { <i>{change}</i> }.into_any()));
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
