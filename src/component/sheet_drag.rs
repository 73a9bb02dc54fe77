//! Something in a sheet that is dragged up and down: it has `data-drag` with the choices that it makes, `%` for its value,
//! `data-drag-from` with the value where it stands, and `data-drag-per-px` with how much a pixel upwards adds.

use leptos::{ev, prelude::*};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// What is dragged.
struct Held {
    element: Element,
    from_y_px: f64,
}

/// Who hears the choices.
type Chosen = Rc<dyn Fn(&str)>;

/// Drags in a sheet; `chosen` hears the choices on release.
#[derive(Clone, Copy)]
pub(crate) struct Drag {
    held: StoredValue<Option<Held>, LocalStorage>,
    chosen: StoredValue<Chosen, LocalStorage>,
}

impl Drag {
    pub(crate) fn new(chosen: impl Fn(&str) + 'static) -> Self {
        Self { held: StoredValue::new_local(None), chosen: StoredValue::new_local(Rc::new(chosen)) }
    }

    pub(crate) fn down(self, event: &ev::PointerEvent) {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let Some(element) = target.filter(|target| target.has_attribute("data-drag")) else { return };
        event.prevent_default();
        // Without the capture a fast hand loses what it holds; nothing worse.
        let _ = element.set_pointer_capture(event.pointer_id());
        self.held.set_value(Some(Held { element, from_y_px: f64::from(event.client_y()) }));
    }

    pub(crate) fn moved(self, event: &ev::PointerEvent) {
        self.held.with_value(|held| {
            if let Some(held) = held {
                let by = f64::from(event.client_y()) - held.from_y_px;
                let _ = held.element.set_attribute("transform", &format!("translate(0 {by})"));
            }
        });
    }

    /// The browser took the pointer for something else: what was held goes back.
    pub(crate) fn let_go(self) {
        if let Some(held) = self.held.try_update_value(Option::take).flatten() {
            let _ = held.element.remove_attribute("transform");
        }
    }

    pub(crate) fn up(self, event: &ev::PointerEvent) {
        let Some(held) = self.held.try_update_value(Option::take).flatten() else { return };
        let up_px = held.from_y_px - f64::from(event.client_y());
        let number = |name: &str| held.element.get_attribute(name)?.parse::<f64>().ok();
        let value = number("data-drag-from")
            .zip(number("data-drag-per-px"))
            .map(|(from, per_px)| from + up_px * per_px);
        if let (Some(choices), Some(value)) = (held.element.get_attribute("data-drag"), value) {
            let choices = choices.replace('%', &format!("{value:.1}"));
            self.chosen.with_value(|chosen| chosen(&choices));
        }
    }
}
