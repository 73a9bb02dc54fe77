//! The levers: the primary inputs in the order of the chain, then all others by group.

use super::input_row::InputRow;
use crate::{explorer::explorer, text};
use buildout_model::{Group, Input, Level};
use leptos::prelude::*;

/// The levers that a reader meets first.
const MAIN: [Input; 3] = [Input::CapexNextYear, Input::PowerAddNextYear, Input::TrainiumMix];

fn primary() -> impl Iterator<Item = Input> {
    Input::ALL.into_iter().filter(|input| input.declaration().level == Level::Primary)
}

#[component]
pub(crate) fn InputPanel() -> impl IntoView {
    let language = explorer().language;
    let others = primary().filter(|input| !MAIN.contains(input));
    view! {
        <h2>{move || text::main_levers(language.get())}</h2>
        {MAIN.into_iter().map(|input| view! { <InputRow input/> }).collect_view()}
        <h2>{move || text::more_levers(language.get())}</h2>
        {others.map(|input| view! { <InputRow input/> }).collect_view()}
        <h2>{move || text::other_inputs(language.get())}</h2>
        {Group::ALL.into_iter().map(|group| view! { <InputGroup group/> }).collect_view()}
    }
}

#[component]
fn InputGroup(group: Group) -> impl IntoView {
    let explorer = explorer();
    let members: Vec<Input> = Input::ALL
        .into_iter()
        .filter(|input| input.declaration().group == group && input.declaration().level != Level::Primary)
        .collect();
    let count = members.len();
    let of_group = members.clone();
    let changed = Memo::new(move |_| {
        explorer.link.with(|link| of_group.iter().filter(|input| link.scenario.is_changed(**input)).count())
    });
    view! {
        <details class="group" data-group=group.id()>
            <summary>
                {move || text::group_name(group, explorer.language.get())}
                <span class="count" class:changed=move || changed.get() != 0>
                    {move || match changed.get() {
                        0 => count.to_string(),
                        changed => format!("{changed} / {count}"),
                    }}
                </span>
            </summary>
            {members.into_iter().map(|input| view! { <InputRow input/> }).collect_view()}
        </details>
    }
}
