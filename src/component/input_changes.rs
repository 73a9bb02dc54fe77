//! The changed inputs in one place: each with its base value, its value and a reset.

use super::input_search::looking;
use crate::{
    explorer::explorer,
    text::{self, input_label, input_value},
    words::words,
};
use buildout_model::Input;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

const LIST_ID: &str = "changed-inputs";

/// Whether the list is unfolded, and what it lists.
#[derive(Clone, Copy)]
pub(crate) struct Changes {
    is_open: RwSignal<bool>,
    inputs: Memo<Vec<Input>>,
}

impl Changes {
    /// Unfolded where the link brought changes; else folded, so that the first drag of a lever does not push it away.
    pub(crate) fn new() -> Self {
        let link = explorer().link;
        let inputs = Memo::new(move |_| {
            link.with(|link| link.scenario.changes().map(|change| change.input).collect::<Vec<_>>())
        });
        Self { is_open: RwSignal::new(inputs.with_untracked(|inputs| !inputs.is_empty())), inputs }
    }

    fn is_empty(self) -> bool {
        self.inputs.with(Vec::is_empty)
    }
}

/// How many inputs are changed; unfolds their list.
#[component]
pub(crate) fn ChangedCount(changes: Changes) -> impl IntoView {
    let language = explorer().language;
    view! {
        <button type="button" class="changed-count" data-control="changed"
            hidden=move || changes.is_empty() aria-controls=LIST_ID
            aria-expanded=move || if changes.is_open.get() { "true" } else { "false" }
            on:click=move |_| changes.is_open.update(|is_open| *is_open = !*is_open)>
            {move || text::changed_count(changes.inputs.with(Vec::len), language.get())}
        </button>
    }
}

#[component]
pub(crate) fn ChangedList(changes: Changes) -> impl IntoView {
    let explorer = explorer();
    view! {
        <section class="changed-list" id=LIST_ID data-changed-list=""
            hidden=move || changes.is_empty() || !changes.is_open.get()
            aria-label=words(text::changed_inputs)>
            <ul>
                <For each=move || changes.inputs.get() key=|input| *input let:input>
                    <ChangedInput input/>
                </For>
            </ul>
            <button type="button" class="reset-changed" data-reset-changed="all" on:click=move |_| explorer.reset_all()>
                {words(text::reset_changed)}
            </button>
        </section>
    }
}

#[component]
fn ChangedInput(input: Input) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let looking = looking();
    let unit = input.declaration().unit;
    let from_to = move || {
        let language = language.get();
        explorer.link.with(|link| {
            let base = input_value(unit, link.scenario.base_of(input), language);
            let value = input_value(unit, link.scenario.get(input), language);
            text::change_of(&base, &value, language)
        })
    };
    let reset = move |_| {
        explorer.reset(input);
        // The button that had the focus goes with its line.
        focus("[data-control=\"search\"]");
    };
    let go = move |_| {
        looking.end();
        go_to_input(input);
    };
    view! {
        <li data-changed=input.id()>
            <button type="button" class="go" on:click=go
                title=move || text::go_to_input(input_label(input, language.get()), language.get())>
                {move || input_label(input, language.get())}
            </button>
            <span class="from-to">{from_to}</span>
            <button type="button" class="reset" data-reset-changed=input.id() on:click=reset
                title=words(text::reset_one)
                aria-label=move || text::reset_input(input, language.get())>"↺"</button>
        </li>
    }
}

/// Shows an input, its group unfolded, and gives its slider the focus.
pub(super) fn go_to_input(input: Input) {
    let selector = format!("input[data-input=\"{}\"]", input.id());
    let Ok(Some(slider)) = document().query_selector(&selector) else { return };
    if let Ok(Some(group)) = slider.closest("details.group") {
        // The name is ours, so the browser has nothing to refuse.
        let _ = group.set_attribute("open", "");
    }
    slider.scroll_into_view();
    focus(&selector);
}

fn focus(selector: &str) {
    let found = document().query_selector(selector).ok().flatten();
    if let Some(element) = found.as_ref().and_then(|element| element.dyn_ref::<web_sys::HtmlElement>()) {
        // An element that cannot take the focus leaves it where it was.
        let _ = element.focus();
    }
}
