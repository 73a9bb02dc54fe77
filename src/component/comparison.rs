//! The scenario and the pinned one side by side: headlines, and the inputs in which they differ.

use super::traced::traced;
use crate::{
    explorer::explorer,
    format, text,
    traced::{Asked, RunOf},
    view::{ChangedInput, Run, Shown, cards, changed_inputs},
    words::words,
};
use buildout_scenario::Language;
use leptos::prelude::*;

#[component]
pub(crate) fn Comparison() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let is_pinned = Memo::new(move |_| explorer.link.with(|link| link.compared.is_some()));
    let figures = move || {
        let language = language.get();
        explorer
            .settled
            .with(|run| explorer.base.with(|base| figure_rows(run, base, language).collect_view()))
    };
    let inputs = move || {
        let language = language.get();
        explorer.settled.with(|run| {
            explorer.base.with(|base| {
                let changed = changed_inputs(&run.scenario, &base.scenario);
                changed.into_iter().map(|changed| input_row(changed, language)).collect_view()
            })
        })
    };
    view! {
        <Show when=move || is_pinned.get()>
            <section class="comparison" data-comparison="" aria-label=words(text::comparison)>
                <h2>{words(text::comparison)}</h2>
                <div class="scroll" tabindex="0" role="group" aria-label=words(text::comparison)>
                    <table>
                        <thead>
                            <tr>
                                <td></td>
                                <th scope="col">{words(text::this_scenario)}</th>
                                <th scope="col">{words(text::pinned_scenario)}</th>
                                <th scope="col">{words(text::difference)}</th>
                            </tr>
                        </thead>
                        <tbody>{figures}{inputs}</tbody>
                    </table>
                </div>
            </section>
        </Show>
    }
}

fn figure_rows(run: &Run, base: &Run, language: Language) -> impl Iterator<Item = impl IntoView + use<>> {
    let names = cards().into_iter().flat_map(|card| [Some(card.figure), card.beside]).flatten();
    let rows: Vec<_> = names
        .map(|name| {
            let (now, other) = (Shown::of(name, run, base, language), Shown::of(name, base, base, language));
            let point = format!("headline:{name}");
            let change = now.change.clone().map(|change| traced(Asked::from_other(&point), change));
            view! {
                <tr data-compare=name>
                    <th scope="row">
                        {traced(&point, text::headline_name(name, language))}
                    </th>
                    <td data-value=now.exact data-trace=point.clone()>{now.text}</td>
                    <td data-value=other.exact data-trace=Asked::point(point, RunOf::Other).to_string()>{other.text}</td>
                    <td>{change}</td>
                </tr>
            }
        })
        .collect();
    rows.into_iter()
}

fn input_row(changed: ChangedInput, language: Language) -> impl IntoView {
    let ChangedInput { input, value, other } = changed;
    let unit = input.declaration().unit;
    let point = format!("input:{}", input.id());
    let in_other = Asked::point(point.clone(), RunOf::Other).to_string();
    view! {
        <tr data-compare-input=input.id()>
            <th scope="row">
                {traced(&point, text::input_label(input, language))}
            </th>
            <td data-value=format::exact(value) data-trace=point.clone()>{format::figure(unit, value, language)}</td>
            <td data-value=format::exact(other) data-trace=in_other>{format::figure(unit, other, language)}</td>
            <td>{traced(Asked::from_other(point), format::change(unit, value - other, language))}</td>
        </tr>
    }
}
