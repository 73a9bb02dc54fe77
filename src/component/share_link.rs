//! What a link will show, and the link as a code for a camera and for the system's own sharing.

use crate::{
    browser::share_sheet,
    explorer::explorer,
    handout::{desk_error, order},
    text,
    view::summary,
};
use buildout_desk::{Order, Task};
use buildout_scenario::Panel;
use leptos::{prelude::*, task::spawn_local};

#[component]
pub(crate) fn LinkPreview() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let address = Memo::new(move |_| explorer.share_link());
    let words = move || {
        let language = language.get();
        explorer.settled.with(|run| {
            let scenario = text::scenario_words(&run.scenario, language);
            view! { <p>{scenario}</p><p>{summary(Panel::CashFlow, run, language)}</p> }
        })
    };
    let share = move |_| {
        let (title, address) = (text::document_title(language.get_untracked()), address.get_untracked());
        spawn_local(async move { share_sheet::share(title, &address).await });
    };
    view! {
        <section class="preview" data-link-preview="">
            <h3>{move || text::share_preview(language.get())}</h3>
            {words}
            <input type="text" readonly prop:value=address aria-label=move || text::share_link(language.get())/>
            <QrCode address/>
            {share_sheet::is_there().then(|| view! {
                <button type="button" data-action="share-system" on:click=share>{move || text::share_system(language.get())}</button>
            })}
        </section>
    }
}

/// The width of a code in modules, and its dark modules as a path.
type Code = (u32, String);

#[component]
fn QrCode(address: Memo<String>) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let code = RwSignal::new(None::<Result<Code, String>>);
    Effect::new(move |_| {
        let text = address.get();
        let language = language.get();
        spawn_local(async move {
            let asked = text.clone();
            let answer = explorer.desk().ask(Order { text, ..order(explorer, Task::QrCode) }).await;
            let read = |bytes: Vec<u8>| {
                let text = String::from_utf8(bytes).ok()?;
                let (width, path) = text.split_once(' ')?;
                Some((width.parse().ok()?, path.to_owned()))
            };
            let made = match answer.map(read) {
                Ok(Some(made)) => Ok(made),
                Ok(None) => Err(text::desk_unreachable(language).to_owned()),
                Err(error) => Err(desk_error(error, language)),
            };
            // The link may have changed while the desk drew this one.
            if address.try_get_untracked().as_ref() == Some(&asked) {
                code.set(Some(made));
            }
        });
    });
    move || {
        Some(match code.get()? {
            Err(why) => view! { <p class="hint" data-qr-trouble="">{why}</p> }.into_any(),
            Ok((width, path)) => view! {
                <svg class="qr" role="img" data-qr=width aria-label=text::qr_code(language.get()) viewBox=format!("0 0 {width} {width}")>
                    <rect width=width height=width class="qr-light"></rect>
                    <path d=path class="qr-dark"></path>
                </svg>
            }.into_any(),
        })
    }
}
