//! Pointing at a quarter, by pointer, touch or arrow keys: one crosshair for all charts.

use crate::{chart::Frame, explorer::Explorer, view::Chart};
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Where the quarters of a chart lie.
#[derive(Clone, Copy, Debug, Default)]
struct Axis {
    first: i32,
    last: i32,
    left_px: f64,
    right_px: f64,
}

/// What points into a chart.
#[derive(Clone, Copy)]
pub(crate) struct Pointer {
    explorer: Explorer,
    axis: StoredValue<Axis>,
    ends: RwSignal<(i32, i32)>,
}

impl Pointer {
    pub(crate) fn new(explorer: Explorer) -> Self {
        Self { explorer, axis: StoredValue::default(), ends: RwSignal::default() }
    }

    /// Notes where the chart was drawn.
    pub(crate) fn place(self, frame: &Frame<'_>, chart: &Chart) {
        let (left_px, right_px) = frame.plot_ends_px(chart);
        self.axis.set_value(Axis { first: chart.first, last: chart.last, left_px, right_px });
        if self.ends.get_untracked() != (chart.first, chart.last) {
            self.ends.set((chart.first, chart.last));
        }
    }

    /// The first and last quarter of the chart.
    pub(crate) fn ends(self) -> (i32, i32) {
        self.ends.get()
    }

    /// The pointer moved over the chart. A page that scrolls under a hand at rest is no such move: who reads by keys would lose
    /// the quarter to it.
    pub(crate) fn moved(self, event: &ev::PointerEvent) {
        if event.type_() == "pointermove" && self.explorer.hand.is_still(event) {
            return;
        }
        let axis = self.axis.get_value();
        let share = (f64::from(event.offset_x()) - axis.left_px) / (axis.right_px - axis.left_px).max(1.0);
        let quarter = axis.first + (share.clamp(0.0, 1.0) * f64::from(axis.last - axis.first)).round() as i32;
        self.point(quarter);
    }

    /// A mouse left the chart; a finger that is lifted leaves its quarter to be read.
    pub(crate) fn left(self, event: &ev::PointerEvent) {
        if event.pointer_type() == "mouse" {
            self.explorer.cursor.set(None);
        }
    }

    /// The chart lost the focus; who goes on to what it says of the quarter keeps it.
    pub(crate) fn blurred(self, event: &ev::FocusEvent) {
        let to = event.related_target().and_then(|to| to.dyn_into::<Element>().ok());
        if !to.is_some_and(|to| to.has_attribute("data-trace")) {
            self.explorer.cursor.set(None);
        }
    }

    /// A key moves the quarter pointed at. Returns whether it was a key that does.
    pub(crate) fn key(self, event: &ev::KeyboardEvent) -> bool {
        let axis = self.axis.get_value();
        let now = self.explorer.cursor.get_untracked();
        let step = |quarters: i32| Some(now.map_or(axis.last, |now| now + quarters));
        let next = match event.key().as_str() {
            "ArrowRight" | "ArrowUp" => step(1),
            "ArrowLeft" | "ArrowDown" => step(-1),
            "PageUp" => step(4),
            "PageDown" => step(-4),
            "Home" => Some(axis.first),
            "End" => Some(axis.last),
            "Escape" => None,
            _ => return false,
        };
        event.prevent_default();
        match next {
            Some(quarter) => self.point(quarter.clamp(axis.first, axis.last)),
            None => self.explorer.cursor.set(None),
        }
        true
    }

    fn point(self, quarter: i32) {
        if self.explorer.cursor.get_untracked() != Some(quarter) {
            self.explorer.cursor.set(Some(quarter));
        }
    }
}
