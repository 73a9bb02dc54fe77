//! Scenarios that the reader saves under a name, in the browser where it lets the page.

use crate::{browser::storage, explorer::explorer, text, words::words};
use buildout_scenario::{LONGEST_NAME, Link, Saved, SavedScenario};
use leptos::{ev, prelude::*};

const SAVED_KEY: &str = "buildout.saved";

#[component]
pub(crate) fn SavedScenarios() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let saved = RwSignal::new(Saved::decode(&storage::kept(SAVED_KEY).unwrap_or_default()).saved);
    let name = RwSignal::new(String::new());
    let told = RwSignal::new(None::<String>);
    let keep = move || {
        let is_kept = saved.with_untracked(|saved| storage::keep(SAVED_KEY, &saved.encode()));
        told.set((!is_kept).then(|| text::not_stored(language.get_untracked()).to_owned()));
    };
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let link = explorer.link.with_untracked(Link::encode);
        let result = saved.try_update(|saved| saved.save(&name.get_untracked(), &link));
        match result {
            Some(Ok(())) => {
                name.set(String::new());
                keep();
            }
            Some(Err(error)) => told.set(Some(text::save_error(&error, language.get_untracked()))),
            None => {}
        }
    };
    let row = move |scenario: &SavedScenario| {
        let (title, link) = (scenario.name().to_owned(), scenario.link().to_owned());
        let (shown, label, of_remove) = (title.clone(), title.clone(), title.clone());
        view! {
            <li data-saved=title>
                <button type="button" class="open" on:click=move |_| explorer.open_link(&link)>{shown}</button>
                <button type="button" class="icon" aria-label=move || text::remove_saved(&label, language.get())
                    on:click=move |_| { saved.update(|saved| drop(saved.remove(&of_remove))); keep(); }>"×"</button>
            </li>
        }
    };
    view! {
        <details class="saved">
            <summary>{words(text::saved)}" "<span>{move || saved.with(|saved| saved.scenarios().len())}</span></summary>
            <div class="saved-list">
                <form on:submit=save>
                    <input type="text" data-control="save-name" maxlength=LONGEST_NAME prop:value=name
                        placeholder=words(text::save_as) aria-label=words(text::save_as)
                        on:input:target=move |event| name.set(event.target().value())/>
                    <button type="submit" data-action="save">{words(text::save)}</button>
                </form>
                <p class="told" role="status">{move || told.get()}</p>
                <ul>{move || saved.with(|saved| saved.scenarios().iter().map(row).collect_view())}</ul>
            </div>
        </details>
    }
}
