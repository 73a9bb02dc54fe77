//! What is asked of the lab for the sheet that is open, and what it answered.
//!
//! Nothing here knows what a sheet holds. What has `data-choice` is a choice, `data-go` leads to a link, `data-choose` sets
//! choices, `data-control-of` leads to an input, and `data-drag` is dragged; see `crates/lab/src/sheet`.

use super::{
    input_changes::go_to_input,
    input_search::{Looking, looking},
};
use crate::{
    browser::{document, lab::Word, timing},
    explorer::Explorer,
    fans::trouble,
    lasting::Lasting,
};
use buildout_lab::Sheet;
use buildout_model::Input;
use buildout_scenario::Link;
use leptos::{ev, html::Div, prelude::*};
use std::collections::BTreeMap;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement};

/// The sheet that traces a point, in a drawer beside the charts.
pub(super) const TRACE: &str = "trace";
/// The choice that opens another sheet.
const SHEET: &str = "sheet";

/// The sheets of the page, of which one is open at a time.
#[derive(Clone, Copy)]
pub(super) struct Sheets {
    pub(super) explorer: Explorer,
    /// The sheet that is open.
    pub(super) kind: Lasting<RwSignal<Option<&'static str>>>,
    /// Names and values of all choices.
    pub(super) choices: Lasting<RwSignal<BTreeMap<String, String>>>,
    pub(super) html: Lasting<RwSignal<String>>,
    pub(super) under_way: Lasting<RwSignal<Option<f64>>>,
    pub(super) trouble: Lasting<RwSignal<Option<String>>>,
    /// The link that the sheet shown is of.
    pub(super) shown: Lasting<RwSignal<String>>,
    /// The link that a sheet was last asked of, if there is or may be an answer, and when.
    asked: StoredValue<(String, f64)>,
    /// Where the focus was before the drawer took it.
    before: StoredValue<Option<HtmlElement>, LocalStorage>,
    /// Whether the next sheet takes the focus.
    takes_focus: StoredValue<bool>,
    looking: Looking,
    pub(super) at: NodeRef<Div>,
}

/// What of a link a sheet is about, in the language of the page.
pub(super) fn subject_of(link: &Link, language: buildout_scenario::Language) -> String {
    let mut link = link.clone();
    link.receipt = None;
    link.view.language = Some(language);
    link.encode()
}

impl Sheets {
    pub(super) fn new(explorer: Explorer) -> Self {
        Self {
            explorer,
            kind: Lasting::signal(None),
            choices: Lasting::signal(BTreeMap::new()),
            html: Lasting::signal(String::new()),
            under_way: Lasting::signal(None),
            trouble: Lasting::signal(None),
            shown: Lasting::signal(String::new()),
            asked: StoredValue::default(),
            before: StoredValue::new_local(None),
            takes_focus: StoredValue::new(false),
            looking: looking(),
            at: NodeRef::new(),
        }
    }

    /// Opens a sheet, or closes the one that is open.
    pub(super) fn toggle(self, kind: &'static str) {
        if self.kind.get_untracked() == Some(kind) {
            self.close();
        } else {
            self.open(kind);
        }
    }

    fn open(self, kind: &'static str) {
        self.forget();
        self.kind.set(Some(kind));
    }

    /// Closes the sheet; the focus goes back to where the drawer took it from.
    pub(super) fn close(self) {
        self.forget();
        self.kind.set(None);
        if let Some(before) = self.before.try_update_value(Option::take).flatten() {
            let _ = before.focus();
        }
    }

    fn forget(self) {
        self.html.set(String::new());
        self.shown.set(String::new());
        self.trouble.set(None);
        self.under_way.set(None);
        self.asked.set_value(<_>::default());
        self.explorer.lab().stop_sheet();
    }

    /// Whether the sheet that is open was asked for of this link.
    pub(super) fn is_asked_of(self, link: &str) -> bool {
        self.asked.with_value(|(asked, _)| asked == link)
    }

    /// Shows a sheet that is asked for from elsewhere in the page.
    pub(super) fn show(self, lines: &str) {
        let focused = leptos::prelude::document().active_element();
        let focused = focused.and_then(|element| element.dyn_into::<HtmlElement>().ok());
        let at = self.at.get_untracked();
        let is_inside = |element: &HtmlElement| at.as_ref().is_some_and(|at| at.contains(Some(element)));
        if let Some(focused) = focused.filter(|element| !is_inside(element)) {
            self.before.set_value(Some(focused));
        }
        self.takes_focus.set_value(true);
        self.choose_lines(lines);
        if let Some(place) = at.filter(|_| self.kind.get_untracked() != Some(TRACE)) {
            place.scroll_into_view();
        }
    }

    fn choose(self, chosen: &[(String, String)]) {
        self.choices.update(|choices| choices.extend(chosen.iter().cloned()));
    }

    /// Asks for the sheet; a choice that acts once is not kept.
    pub(super) fn ask(self, once: Option<(String, String)>) {
        let Some(kind) = self.kind.get_untracked() else { return };
        let explorer = self.explorer;
        let link = explorer.link.with_untracked(|link| subject_of(link, explorer.language.get_untracked()));
        let width = self.at.get_untracked().map_or(640, |at| at.client_width().max(240));
        let mut lines = self.choices.with_untracked(|choices| {
            choices.iter().map(|(name, value)| format!("{name}={value}\n")).collect::<String>()
        });
        lines.extend([format!("width={width}\n")]);
        lines.extend(once.map(|(name, value)| format!("{name}={value}\n")));
        self.asked.set_value((link.clone(), timing::now_ms()));
        explorer.lab().ask_sheet(kind, link, lines);
    }

    pub(super) fn hear(self, word: Word) {
        match word {
            Word::Under(share) => self.under_way.set(Some(share)),
            Word::Sheet(html) => {
                let (link, start_ms) = self.asked.get_value();
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
                self.asked.set_value(<_>::default());
                self.trouble.set(Some(trouble(why, self.explorer)));
            }
            Word::Fan(_) => {}
        }
    }

    /// A field is typed to its end with Enter. What was put back into a sheet that was written anew is no word of the
    /// reader's to every browser, which then tells of no change.
    pub(super) fn typed(self, event: &ev::KeyboardEvent) {
        let field = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
        if event.key() == "Enter" && field.is_some_and(|field| field.value() != field.default_value()) {
            self.changed(event);
        }
    }

    pub(super) fn changed(self, event: &ev::Event) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let Some(name) = target.get_attribute("data-choice") else { return };
        let value = match target.dyn_ref::<HtmlInputElement>() {
            Some(input) if input.type_() == "checkbox" => input.checked().to_string(),
            // Said already, with Enter.
            Some(input) if input.value() == input.default_value() => return,
            Some(input) => {
                // It is typed to its end: the answer says what stands there now.
                input.set_default_value(&input.value());
                input.value()
            }
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

    pub(super) fn clicked(self, event: &ev::MouseEvent) {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let Ok(Some(chosen)) = target.closest("[data-go],[data-choose],[data-control-of]") else { return };
        if let Some(link) = chosen.get_attribute("data-go") {
            self.explorer.go(&link);
        } else if let Some(choices) = chosen.get_attribute("data-choose") {
            self.takes_focus.set_value(true);
            self.choose_lines(&choices);
        } else if let Some(input) =
            chosen.get_attribute("data-control-of").and_then(|id| Input::from_id(&id).ok())
        {
            self.looking.end();
            go_to_input(input);
        }
    }

    /// Makes choices that stand in lines of `name=value`; one of them may open another sheet.
    pub(super) fn choose_lines(self, lines: &str) {
        let pairs = lines.lines().filter_map(|line| line.split_once('='));
        let (sheet, choices): (Vec<_>, Vec<_>) = pairs
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .partition(|(name, _)| name == SHEET);
        self.choose(&choices);
        let named = |kind: &&'static str| sheet.first().is_some_and(|(_, value)| value == kind);
        if let Some(kind) = Sheet::kinds().find(named).filter(|kind| self.kind.get_untracked() != Some(kind))
        {
            self.open(kind);
        }
    }

    /// Puts a sheet in place of the one before, with the focus where it was and open what was open.
    pub(super) fn put(self, at: &HtmlElement, html: &str) {
        let focused =
            leptos::prelude::document().active_element().filter(|element| at.contains(Some(element)));
        let name = focused.as_ref().and_then(|element| element.get_attribute("data-choice"));
        // What is being typed is not lost because an answer comes.
        let typed = focused.as_ref().and_then(|element| element.dyn_ref::<HtmlInputElement>());
        let typed = typed.filter(|input| input.type_() == "text" && input.value() != input.default_value());
        let typed = typed.map(HtmlInputElement::value);
        let open: Vec<String> = document::within(at, "details[open][data-keep-open]")
            .filter_map(|details| details.get_attribute("data-keep-open"))
            .collect();
        at.set_inner_html(html);
        for details in document::within(at, "details[data-keep-open]") {
            if details.get_attribute("data-keep-open").is_some_and(|name| open.contains(&name)) {
                let _ = details.set_attribute("open", "");
            }
        }
        if html.is_empty() {
            return;
        }
        // A control that was used keeps the focus. A button that led on is gone, and what it led to is read next; so is what had
        // the focus when the sheet was written anew.
        let takes_focus = self.takes_focus.try_update_value(std::mem::take).unwrap_or_default();
        let next = match name {
            Some(name) => Some(format!("[data-choice=\"{name}\"]")),
            None if takes_focus || focused.is_some() => Some("[data-sheet-focus]".to_owned()),
            None => None,
        };
        let next = next.and_then(|selector| at.query_selector(&selector).ok().flatten());
        if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
            if let (Some(typed), Some(field)) = (typed, next.dyn_ref::<HtmlInputElement>()) {
                field.set_value(&typed);
            }
            let _ = next.focus();
        }
    }
}
