//! Scenarios that the reader saves under a name, in the browser where it lets the page.

use crate::{explorer::explorer, saved::Keeping, text, words::words};
use buildout_scenario::{LONGEST_NAME, Link, SavedScenario};
use core::convert::Infallible;
use leptos::{ev, prelude::*};

#[component]
pub(crate) fn SavedScenarios() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let keeping = Keeping::new();
    let saved = keeping.read;
    let name = RwSignal::new(String::new());
    let told = RwSignal::new(None::<String>);
    let tell = move |is_kept: bool| {
        told.set((!is_kept).then(|| text::not_stored(language.get_untracked()).to_owned()));
    };
    let save = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let link = explorer.link.with_untracked(Link::encode);
        match keeping.change(|saved| saved.save(&name.get_untracked(), &link)) {
            Ok(((), is_kept)) => {
                name.set(String::new());
                tell(is_kept);
            }
            Err(error) => told.set(Some(text::save_error(&error, language.get_untracked()))),
        }
    };
    let remove = move |name: &str| {
        let removed = keeping.change(|saved| Ok::<_, Infallible>(saved.remove(name)));
        removed.map_or_else(|never| match never {}, |(_, is_kept)| tell(is_kept));
    };
    let unread = move || {
        let lines = saved.with(|read| read.unread.len());
        (lines > 0).then(|| text::saved_unread(lines, language.get()))
    };
    let row = move |scenario: &SavedScenario| {
        let (title, link) = (scenario.name().to_owned(), scenario.link().to_owned());
        let (shown, label, of_remove) = (title.clone(), title.clone(), title.clone());
        view! {
            <li data-saved=title>
                <button type="button" class="open" on:click=move |_| explorer.open_link(&link)>{shown}</button>
                <button type="button" class="icon" aria-label=move || text::remove_saved(&label, language.get())
                    on:click=move |_| remove(&of_remove)>"×"</button>
            </li>
        }
    };
    view! {
        <details class="saved">
            <summary>{words(text::saved)}" "<span>{move || saved.with(|read| read.saved.scenarios().len())}</span></summary>
            <div class="saved-list">
                <form on:submit=save>
                    <input type="text" data-control="save-name" maxlength=LONGEST_NAME prop:value=name
                        placeholder=words(text::save_as) aria-label=words(text::save_as)
                        on:input:target=move |event| name.set(event.target().value())/>
                    <button type="submit" data-action="save">{words(text::save)}</button>
                </form>
                <p class="told" role="status">{move || told.get()}</p>
                <p class="quiet" data-unread="">{unread}</p>
                <ul>{move || saved.with(|read| read.saved.scenarios().iter().map(row).collect_view())}</ul>
            </div>
        </details>
    }
}
