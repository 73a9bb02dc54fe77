//! The analyses: each a sheet that the lab writes, with the choices of the reader.
//!
//! Nothing here knows what a sheet holds. What has `data-choice` is a choice, `data-go` leads to a link, `data-choose` sets
//! choices, and `data-drag` is dragged; see `crates/lab/src/sheet`.

use super::sheet_drag::Drag;
use crate::{
    browser::{document, lab::Word, timing},
    explorer::{Explorer, explorer},
    fans::trouble,
    text,
    words::words,
};
use buildout_lab::Sheet;
use buildout_scenario::Link;
use leptos::{ev, html::Div, prelude::*};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// What is asked of the lab and what it answered.
#[derive(Clone, Copy)]
struct Sheets {
    explorer: Explorer,
    /// The sheet that is open.
    kind: RwSignal<Option<&'static str>>,
    /// Names and values of all choices.
    choices: RwSignal<BTreeMap<String, String>>,
    html: RwSignal<String>,
    under_way: RwSignal<Option<f64>>,
    trouble: RwSignal<Option<String>>,
    /// The link that the sheet shown is of.
    shown: RwSignal<String>,
    asked: RwSignal<(String, f64)>,
    at: NodeRef<Div>,
}

#[component]
pub(crate) fn Analyses() -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let at = NodeRef::<Div>::new();
    let sheets = Sheets {
        explorer,
        kind: RwSignal::new(None),
        choices: RwSignal::default(),
        html: RwSignal::default(),
        under_way: RwSignal::new(None),
        trouble: RwSignal::new(None),
        shown: RwSignal::default(),
        asked: RwSignal::default(),
        at,
    };
    explorer.lab().hear_sheets(move |word| sheets.hear(word));
    let subject = Memo::new(move |_| subject_of(&explorer.link.get(), language.get()));
    Effect::new(move |_| {
        explorer.settled.track();
        sheets.kind.track();
        sheets.choices.track();
        subject.track();
        // While a lever moves the sheet stays, marked as that of the scenario before.
        if sheets.kind.get().is_some() && !explorer.is_moving() {
            sheets.ask(None);
        }
    });
    Effect::new(move |_| {
        let html = sheets.html.get();
        if let Some(at) = at.get() {
            put(&at, &html);
        }
    });
    let is_stale =
        move || sheets.shown.with(|shown| !shown.is_empty() && subject.with(|subject| subject != shown));
    let tab = move |kind: &'static str| {
        let is_open = move || sheets.kind.get() == Some(kind);
        view! {
            <button type="button" data-analysis=kind title=move || text::analysis_question(kind, language.get())
                aria-expanded=move || if is_open() { "true" } else { "false" }
                on:click=move |_| sheets.open(kind)>{move || text::analysis_name(kind, language.get())}</button>
        }
    };
    let drag = Drag::new(move |choices| sheets.choose_lines(choices));
    view! {
        <section class="analyses" aria-label=words(text::analyses)>
            <div class="tabs">
                <h2>{words(text::analyses)}</h2>
                {Sheet::KINDS.into_iter().map(tab).collect_view()}
            </div>
            <p class="question">{move || sheets.kind.get().map(|kind| text::analysis_question(kind, language.get()))}</p>
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
            <div class="sheet" node_ref=at data-sheet=move || sheets.kind.get() class:stale=is_stale
                hidden=move || sheets.kind.get().is_none()
                on:change=move |event| sheets.changed(&event)
                on:click=move |event| sheets.clicked(&event)
                on:pointerdown=move |event| drag.down(&event)
                on:pointermove=move |event| drag.moved(&event)
                on:pointerup=move |event| drag.up(&event)
                on:pointercancel=move |_| drag.let_go()
            ></div>
        </section>
    }
}

/// What of a link a sheet is about, in the language of the page.
fn subject_of(link: &Link, language: buildout_scenario::Language) -> String {
    let mut link = link.clone();
    link.receipt = None;
    link.view.language = Some(language);
    link.encode()
}

impl Sheets {
    /// Opens a sheet, or closes the one that is open.
    fn open(self, kind: &'static str) {
        let is_open = self.kind.get_untracked() == Some(kind);
        self.html.set(String::new());
        self.shown.set(String::new());
        self.trouble.set(None);
        self.under_way.set(None);
        self.explorer.lab().stop_sheet();
        self.kind.set((!is_open).then_some(kind));
    }

    fn choose(self, chosen: &[(String, String)]) {
        self.choices.update(|choices| choices.extend(chosen.iter().cloned()));
    }

    /// Asks for the sheet; a choice that acts once is not kept.
    fn ask(self, once: Option<(String, String)>) {
        let Some(kind) = self.kind.get_untracked() else { return };
        let explorer = self.explorer;
        let link = explorer.link.with_untracked(|link| subject_of(link, explorer.language.get_untracked()));
        let width = self.at.get_untracked().map_or(640, |at| at.client_width().max(240));
        let mut lines = self.choices.with_untracked(|choices| {
            choices.iter().map(|(name, value)| format!("{name}={value}\n")).collect::<String>()
        });
        lines.extend([format!("width={width}\n")]);
        lines.extend(once.map(|(name, value)| format!("{name}={value}\n")));
        self.asked.set((link.clone(), timing::now_ms()));
        explorer.lab().ask_sheet(kind, link, lines);
    }

    fn hear(self, word: Word) {
        match word {
            Word::Under(share) => self.under_way.set(Some(share)),
            Word::Sheet(html) => {
                let (link, start_ms) = self.asked.get_untracked();
                timing::measure("sheet", start_ms);
                self.under_way.set(None);
                self.trouble.set(None);
                self.shown.set(link);
                self.html.set(html);
            }
            Word::Go(link) => {
                self.under_way.set(None);
                self.explorer.go(&link);
            }
            Word::Trouble(why) => {
                self.under_way.set(None);
                self.trouble.set(Some(trouble(why, self.explorer)));
            }
            Word::Fan(_) => {}
        }
    }

    fn changed(self, event: &ev::Event) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let Some(name) = target.get_attribute("data-choice") else { return };
        let value = match target.dyn_ref::<HtmlInputElement>() {
            Some(input) if input.type_() == "checkbox" => input.checked().to_string(),
            Some(input) => input.value(),
            None => target
                .dyn_ref::<web_sys::HtmlSelectElement>()
                .map(|select| select.value())
                .unwrap_or_default(),
        };
        // A choice is one line.
        let value = value.replace('\n', " ");
        if target.has_attribute("data-once") {
            self.ask(Some((name, value)));
        } else {
            self.choose(&[(name, value)]);
        }
    }

    fn clicked(self, event: &ev::MouseEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let Ok(Some(chosen)) = target.closest("[data-go],[data-choose]") else { return };
        if let Some(link) = chosen.get_attribute("data-go") {
            self.explorer.go(&link);
        } else if let Some(choices) = chosen.get_attribute("data-choose") {
            self.choose_lines(&choices);
        }
    }

    /// Makes choices that stand in lines of `name=value`.
    fn choose_lines(self, lines: &str) {
        let pairs = lines.lines().filter_map(|line| line.split_once('='));
        self.choose(&pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).collect::<Vec<_>>());
    }
}

/// Puts a sheet in place of the one before, with the focus where it was and open what was open.
fn put(at: &HtmlElement, html: &str) {
    let focused = leptos::prelude::document().active_element().filter(|element| at.contains(Some(element)));
    let focused = focused.and_then(|element| element.get_attribute("data-choice"));
    let open: Vec<String> = document::within(at, "details[open][data-keep-open]")
        .filter_map(|details| details.get_attribute("data-keep-open"))
        .collect();
    at.set_inner_html(html);
    for details in document::within(at, "details[data-keep-open]") {
        if details.get_attribute("data-keep-open").is_some_and(|name| open.contains(&name)) {
            let _ = details.set_attribute("open", "");
        }
    }
    let control =
        focused.and_then(|name| at.query_selector(&format!("[data-choice=\"{name}\"]")).ok().flatten());
    if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
        let _ = control.focus();
    }
}
