//! The analyses and what speaks for the figures: each a sheet that the lab writes, with the choices of the reader.

use super::{
    sheet_drag::Drag,
    sheets::{Sheets, TRACE, subject_of},
};
use crate::{explorer::explorer, text, words::words};
use buildout_lab::Sheet;
use leptos::{ev, prelude::*};

#[component]
pub(crate) fn Analyses() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let sheets = Sheets::new(explorer);
    explorer.lab().hear_sheets(move |word| sheets.hear(word));
    let subject = Memo::new(move |_| subject_of(&explorer.link.get(), language.get()));
    Effect::new(move |_| {
        sheets.kind.track();
        sheets.choices.track();
        subject.track();
        // While a lever moves the sheet stays, marked as that of the scenario before.
        if !explorer.is_moving() {
            sheets.ask(None);
        }
    });
    Effect::new(move |_| {
        explorer.settled.track();
        // Asked for again, it would be written anew under the hand that reaches for it.
        if !subject.with_untracked(|subject| sheets.is_asked_of(subject)) {
            sheets.ask(None);
        }
    });
    Effect::new(move |_| {
        if let Some(lines) = explorer.asked_sheet.get() {
            sheets.show(&lines);
        }
    });
    Effect::new(move |_| {
        let html = sheets.html.get();
        if let Some(at) = sheets.at.get() {
            sheets.put(&at, &html);
        }
    });
    let is_stale =
        move || sheets.shown.with(|shown| !shown.is_empty() && subject.with(|subject| subject != shown));
    let tab = move |kind: &'static str| {
        let is_open = move || sheets.kind.get() == Some(kind);
        view! {
            <button type="button" data-analysis=kind title=move || text::analysis_question(kind, language.get())
                aria-expanded=move || if is_open() { "true" } else { "false" }
                on:click=move |_| sheets.toggle(kind)>{move || text::analysis_name(kind, language.get())}</button>
        }
    };
    let drag = Drag::new(move |choices| sheets.choose_lines(choices));
    let is_drawer = move || sheets.kind.get() == Some(TRACE);
    view! {
        <section class="analyses" aria-label=words(text::analyses)>
            <div class="tabs">
                <h2>{words(text::analyses)}</h2>
                {Sheet::ANALYSES.into_iter().map(tab).collect_view()}
            </div>
            <div class="tabs">
                <h2>{words(text::evidence_sheets)}</h2>
                {Sheet::EVIDENCE.into_iter().map(tab).collect_view()}
            </div>
            <div class="sheet-place" class:drawer=is_drawer
                on:keydown=move |event: ev::KeyboardEvent| {
                    if event.key() == "Escape" && is_drawer() {
                        sheets.close();
                    }
                }>
                <p class="question">
                    {move || sheets.kind.get().map(|kind| text::analysis_question(kind, language.get()))}
                    {move || is_drawer().then(|| view! {
                        <button type="button" class="icon" data-action="close-sheet" aria-label=words(text::close) title=words(text::close)
                            on:click=move |_| sheets.close()>"×"</button>
                    })}
                </p>
                <p class="quiet" role="status" data-sheet-progress="">
                    {move || sheets.under_way.get().map(|share| text::computing(share, language.get()))}
                </p>
                {move || sheets.trouble.get().map(|trouble| view! { <p class="bad" role="alert" data-sheet-trouble="">{trouble}</p> })}
                {move || (sheets.kind.get().is_some() && is_stale()).then(|| view! {
                    <p class="stale-word" data-sheet-stale="">{text::stale(language.get())}</p>
                })}
                {move || {
                    sheets.html.track();
                    (sheets.kind.get().is_some() && explorer.lab().is_plain())
                        .then(|| view! { <p class="quiet">{text::lab_is_plain(language.get())}</p> })
                }}
                <div class="sheet" node_ref=sheets.at data-sheet=move || sheets.kind.get() class:stale=is_stale
                    hidden=move || sheets.kind.get().is_none()
                    on:change=move |event| sheets.changed(&event)
                    on:keydown=move |event| sheets.typed(&event)
                    on:click=move |event| sheets.clicked(&event)
                    on:pointerdown=move |event| drag.down(&event)
                    on:pointermove=move |event| drag.moved(&event)
                    on:pointerup=move |event| drag.up(&event)
                    on:pointercancel=move |_| drag.let_go()
                ></div>
            </div>
        </section>
    }
}
