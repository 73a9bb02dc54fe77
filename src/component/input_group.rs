//! A group of inputs: folded until opened, or until a search finds something in it.

use super::{input_row::InputRow, input_search::looking};
use crate::{explorer::explorer, text};
use buildout_model::{Group, Input, Level};
use leptos::{ev, html::Details, prelude::*};

#[component]
pub(crate) fn InputGroup(group: Group) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let looking = looking();
    let members: Vec<Input> = Input::ALL
        .into_iter()
        .filter(|input| input.declaration().group == group && input.declaration().level != Level::Primary)
        .collect();
    let count = members.len();
    let of_group = members.clone();
    let changed = Memo::new(move |_| {
        explorer.link.with(|link| of_group.iter().filter(|input| link.scenario.is_changed(**input)).count())
    });
    let of_group = members.clone();
    let is_found = Memo::new(move |_| of_group.iter().any(|input| looking.finds(*input)));

    // What the reader unfolded is unfolded again after a search.
    let details = NodeRef::<Details>::new();
    let is_open = RwSignal::new(false);
    let toggled = move |_: ev::Event| {
        let is_shown_open = details.get_untracked().is_some_and(|details| details.has_attribute("open"));
        if !untrack(|| looking.is_on()) {
            is_open.set(is_shown_open);
        }
    };
    view! {
        <div class="group-place" hidden=move || !is_found.get()>
            <ResetGroup group/>
            <details class="group" data-group=group.id() node_ref=details on:toggle=toggled
                prop:open=move || looking.is_on() || is_open.get()>
                // Each input found names its group itself.
                <summary hidden=move || looking.is_on()>
                    {move || text::group_name(group, language.get())}
                    <span class="count" class:changed=move || changed.get() != 0>
                        {move || match changed.get() {
                            0 => count.to_string(),
                            changed => format!("{changed} / {count}"),
                        }}
                    </span>
                </summary>
                {members.into_iter().map(|input| view! { <InputRow input/> }).collect_view()}
            </details>
        </div>
    }
}

/// Puts every input of a group back, the main levers of the group too.
#[component]
fn ResetGroup(group: Group) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let looking = looking();
    let changed = Memo::new(move |_| {
        explorer.link.with(|link| {
            link.scenario.changes().filter(|change| change.input.declaration().group == group).count()
        })
    });
    let words =
        move || text::reset_group(text::group_name(group, language.get()), changed.get(), language.get());
    view! {
        <button type="button" class="reset" data-reset-group=group.id() hidden=move || changed.get() == 0 || looking.is_on()
            title=words aria-label=words on:click=move |_| explorer.reset_group(group)>"↺"</button>
    }
}
