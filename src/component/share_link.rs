//! What a link will show, and the link as a code for a camera and for the system's own sharing.

use super::button::button;
use crate::{
    browser::share_sheet,
    explorer::explorer,
    handout::{desk_error, order},
    text,
    words::words,
};
use buildout_desk::{Order, Task};
use leptos::{prelude::*, task::spawn_local};

/// The link itself, to be copied by hand or given to the system's own sharing.
#[component]
pub(crate) fn LinkItself(address: Memo<String>) -> impl IntoView {
    let language = explorer().language;
    let share = move || {
        let (title, address) = (text::document_title(language.get_untracked()), address.get_untracked());
        spawn_local(async move { share_sheet::share(title, &address).await });
    };
    view! {
        <h3>{words(text::share_link)}</h3>
        <input type="text" readonly data-link-address="" prop:value=address aria-label=words(text::share_link)/>
        {share_sheet::is_there().then(|| button("share-system", text::share_system, share))}
    }
}

/// The desk takes a moment to answer, so that nothing to press may stand below this.
#[component]
pub(crate) fn LinkPreview(address: Memo<String>) -> impl IntoView {
    let preview = answered(address, Task::Preview);
    let shown = move || {
        let told = preview.get().map(|words| words.unwrap_or_else(|why| why));
        told.map(|words| words.lines().map(|line| view! { <p>{line.to_owned()}</p> }).collect_view())
    };
    view! {
        <section class="preview" data-link-preview="">
            <h3>{words(text::share_preview)}</h3>
            {shown}
            <QrCode address/>
        </section>
    }
}

/// What the desk makes of the address, again with each new one: its text, or why there is none.
fn answered(address: Memo<String>, task: Task) -> RwSignal<Option<Result<String, String>>> {
    let explorer = explorer();
    let language = explorer.language;
    let answer = RwSignal::new(None);
    Effect::new(move |_| {
        let text = address.get();
        let language = language.get();
        spawn_local(async move {
            let asked = text.clone();
            let made = explorer.desk().ask(Order { text, ..order(explorer, task) }).await;
            let made = made.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
            // The link may have changed while the desk was at this one.
            if address.try_get_untracked().as_ref() == Some(&asked) {
                answer.set(Some(made.map_err(|error| desk_error(error, language))));
            }
        });
    });
    answer
}

#[component]
fn QrCode(address: Memo<String>) -> impl IntoView {
    let language = explorer().language;
    let code = answered(address, Task::QrCode);
    move || {
        let drawn = code.get()?.and_then(|code| {
            let (width, path) = code.split_once(' ').ok_or_else(|| code.clone())?;
            Ok((width.to_owned(), path.to_owned()))
        });
        Some(match drawn {
            Err(why) => view! { <p class="hint" data-qr-trouble="">{why}</p> }.into_any(),
            Ok((width, path)) => {
                let view_box = format!("0 0 {width} {width}");
                let (modules, wide) = (width.clone(), width.clone());
                view! {
                <svg class="qr" role="img" data-qr=modules aria-label=text::qr_code(language.get()) viewBox=view_box>
                    <rect width=wide height=width class="qr-light"></rect>
                    <path d=path class="qr-dark"></path>
                </svg>
                }.into_any()
            }
        })
    }
}
