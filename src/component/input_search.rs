//! The search over all inputs: it narrows the panel in place, so that every input stays the one it is.

use crate::{explorer::explorer, lasting::Lasting, lever::Search, text, words::words};
use buildout_model::Input;
use leptos::{ev, prelude::*};

/// What is looked for, shared by all parts of the panel.
#[derive(Clone, Copy)]
pub(crate) struct Looking {
    typed: Lasting<RwSignal<String>>,
    search: Lasting<Memo<Search>>,
    is_on: Lasting<Memo<bool>>,
}

impl Looking {
    /// Looking for nothing.
    pub(crate) fn new() -> Self {
        let typed = Lasting::signal(String::new());
        let search = Lasting::memo(move || typed.with(|typed| Search::of(typed)));
        Self { typed, search, is_on: Lasting::memo(move || search.with(|search| !search.is_empty())) }
    }

    /// Whether anything is looked for.
    pub(crate) fn is_on(self) -> bool {
        self.is_on.get()
    }

    /// Whether an input is found.
    pub(crate) fn finds(self, input: Input) -> bool {
        self.search.with(|search| search.finds(input))
    }

    /// Ends the search.
    pub(crate) fn end(self) {
        self.typed.set(String::new());
    }
}

/// The search, from any part of the panel.
pub(crate) fn looking() -> Looking {
    expect_context()
}

#[component]
pub(crate) fn SearchField() -> impl IntoView {
    let looking = looking();
    let on_key = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && looking.typed.with_untracked(|typed| !typed.is_empty()) {
            // What ends the search must not end something else as well.
            event.stop_propagation();
            looking.end();
        }
    };
    view! {
        <input type="search" data-control="search" autocomplete="off" spellcheck="false"
            placeholder=words(text::search_inputs)
            aria-label=words(text::search_inputs)
            prop:value=move || looking.typed.get()
            on:input:target=move |event| looking.typed.set(event.target().value())
            on:keydown=on_key/>
    }
}

#[component]
pub(crate) fn SearchResult() -> impl IntoView {
    let language = explorer().language;
    let looking = looking();
    let told = move || {
        looking.is_on().then(|| {
            let count = Input::ALL.into_iter().filter(|input| looking.finds(*input)).count();
            looking.typed.with(|typed| text::found_count(count, typed.trim(), language.get()))
        })
    };
    view! { <p class="search-result" role="status" data-search-result="">{told}</p> }
}
