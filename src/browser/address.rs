//! The address bar: the link of the scenario after `#`.
//!
//! Browsers limit how often a page may write its address, so it is written on release: the first release of a lever at
//! once, as a step that "back" returns from; further releases of the same lever within half a second (a held arrow key)
//! as one more write that replaces it. Whoever releases many things in turn faster than that is written once they rest.

use super::{timer::Timer, timing};
use std::{
    cell::{Cell, RefCell},
    collections::VecDeque,
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{History, Location, window};

/// Releases of one lever nearer than this are one step.
const BURST_MS: i32 = 500;

/// Browsers refuse a hundred writes in ten seconds; a page that stays well below never finds out.
const MOST_WRITES: usize = 50;
const WRITES_COUNTED_MS: f64 = 10_000.0;

/// In the address of a page that is embedded.
const EMBED: &str = "embed";

/// What was released.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    /// Something that can be released many times a second, such as a slider under a held key.
    Lever(&'static str),
    /// A choice, which is a step of its own.
    Choice,
}

impl From<&'static str> for Source {
    fn from(lever: &'static str) -> Self {
        Self::Lever(lever)
    }
}

/// Writes links to the address bar and hears of those that come from it.
#[derive(Clone)]
pub(crate) struct Address(Rc<Inner>);

struct Inner {
    /// The fragment as last written or read, without `#`.
    shown: RefCell<String>,
    waiting: RefCell<Option<String>>,
    burst: Cell<Option<Source>>,
    /// When the address was written, as far as it counts.
    written_ms: RefCell<VecDeque<f64>>,
    timer: RefCell<Option<Timer>>,
}

fn location() -> Option<Location> {
    window().map(|window| window.location())
}

fn history() -> Option<History> {
    window()?.history().ok()
}

/// The fragment of the address, without `#`.
pub(crate) fn fragment() -> String {
    let hash = location().and_then(|location| location.hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// The address of the page with another fragment.
pub(crate) fn with_fragment(fragment: &str) -> String {
    let href = location().and_then(|location| location.href().ok()).unwrap_or_default();
    let page = href.split('#').next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// An address of the page as one to embed.
pub(crate) fn embedded(address: &str) -> String {
    let (page, fragment) = address.split_once('#').unwrap_or((address, ""));
    let page = page.split('?').next().unwrap_or_default();
    format!("{page}?{EMBED}#{fragment}")
}

/// The address of the whole page, from one that is embedded, with another fragment.
pub(crate) fn whole(fragment: &str) -> String {
    let href = location().and_then(|location| location.href().ok()).unwrap_or_default();
    let page = href.split(['?', '#']).next().unwrap_or_default();
    format!("{page}#{fragment}")
}

/// Whether the page stands as one chart in somebody else's page.
pub(crate) fn is_embedded() -> bool {
    let search = location().and_then(|location| location.search().ok()).unwrap_or_default();
    search.trim_start_matches('?').split('&').any(|part| part.split('=').next() == Some(EMBED))
}

impl Address {
    /// `on_arrival` gets the fragment when the reader goes back, forward, or types an address.
    pub(crate) fn new(on_arrival: impl Fn(String) + 'static) -> Self {
        let address = Self(Rc::new(Inner {
            shown: RefCell::new(fragment()),
            waiting: RefCell::default(),
            burst: Cell::new(None),
            written_ms: RefCell::default(),
            timer: RefCell::default(),
        }));
        let weak = Rc::downgrade(&address.0);
        let timer = Timer::new(move || {
            if let Some(inner) = weak.upgrade() {
                inner.end_burst();
            }
        });
        *address.0.timer.borrow_mut() = Some(timer);
        address.listen(on_arrival);
        address
    }

    fn listen(&self, on_arrival: impl Fn(String) + 'static) {
        let inner = Rc::clone(&self.0);
        let arrive = Closure::<dyn FnMut()>::new(move || {
            let fragment = fragment();
            if *inner.shown.borrow() != fragment {
                inner.forget_burst();
                inner.shown.borrow_mut().clone_from(&fragment);
                on_arrival(fragment);
            }
        });
        let inner = Rc::clone(&self.0);
        let leave = Closure::<dyn FnMut()>::new(move || inner.end_burst());
        if let Some(window) = window() {
            // Both, because browsers differ in which they send for a typed fragment.
            for event in ["popstate", "hashchange"] {
                let _ = window.add_event_listener_with_callback(event, arrive.as_ref().unchecked_ref());
            }
            let _ = window.add_event_listener_with_callback("pagehide", leave.as_ref().unchecked_ref());
        }
        // They live as long as the page does.
        arrive.forget();
        leave.forget();
    }

    /// A change was released; `fragment` is the link of what stands now.
    pub(crate) fn release(&self, source: Source, fragment: String) {
        let inner = &self.0;
        let is_same_burst = source != Source::Choice && inner.burst.get() == Some(source);
        if is_same_burst || inner.has_written_enough() {
            inner.burst.set(Some(source));
            *inner.waiting.borrow_mut() = Some(fragment);
        } else {
            inner.end_burst();
            inner.push(fragment);
            inner.burst.set(Some(source));
        }
        if let Some(timer) = inner.timer.borrow().as_ref() {
            timer.set_in(BURST_MS);
        }
    }
}

impl Inner {
    fn has_written_enough(&self) -> bool {
        let mut written_ms = self.written_ms.borrow_mut();
        let from_ms = timing::now_ms() - WRITES_COUNTED_MS;
        while written_ms.front().is_some_and(|at_ms| *at_ms < from_ms) {
            written_ms.pop_front();
        }
        written_ms.len() >= MOST_WRITES
    }

    fn push(&self, fragment: String) {
        if *self.shown.borrow() == fragment {
            return;
        }
        // A browser that refuses keeps its old address; the link to copy is right all the same.
        if is_embedded() {
            // "Back" belongs to the page around this one.
            self.replace(fragment);
            return;
        }
        if let Some(history) = history() {
            let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
        }
        self.note_written(fragment);
    }

    fn note_written(&self, fragment: String) {
        self.written_ms.borrow_mut().push_back(timing::now_ms());
        *self.shown.borrow_mut() = fragment;
    }

    fn end_burst(&self) {
        if let Some(fragment) = self.waiting.take().filter(|fragment| *self.shown.borrow() != *fragment) {
            self.replace(fragment);
        }
        self.forget_burst();
    }

    fn replace(&self, fragment: String) {
        if let Some(history) = history() {
            let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{fragment}")));
        }
        self.note_written(fragment);
    }

    fn forget_burst(&self) {
        self.burst.set(None);
        self.waiting.take();
        if let Some(timer) = self.timer.borrow().as_ref() {
            timer.call_off();
        }
    }
}
