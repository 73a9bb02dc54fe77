//! Where the reader's hand is.

use leptos::{ev, prelude::*};

/// The place of the pointer on the screen when the page last heard of it.
#[derive(Clone, Copy, Default)]
pub(crate) struct Hand(StoredValue<Option<(i32, i32)>>);

impl Hand {
    /// Hears of every move in the window, after whatever lies under the pointer has.
    pub(super) fn follow(self) {
        let note = move |event: ev::PointerEvent| self.0.set_value(Some(place(&event)));
        // For as long as the page lives.
        let _ = window_event_listener(ev::pointermove, note);
        let _ = window_event_listener(ev::pointerdown, note);
    }

    /// Whether an event comes without the hand having moved since the one before.
    pub(crate) fn is_still(self, event: &ev::PointerEvent) -> bool {
        self.0.get_value() == Some(place(event))
    }
}

fn place(event: &ev::PointerEvent) -> (i32, i32) {
    (event.screen_x(), event.screen_y())
}
