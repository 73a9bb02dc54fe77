//! A callback that runs once, some time from now, unless it is put off or called off.

use std::{cell::Cell, rc::Rc};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::window;

/// A callback with at most one time set.
#[derive(Clone)]
pub(crate) struct Timer {
    callback: Rc<Closure<dyn FnMut()>>,
    set: Rc<Cell<Option<i32>>>,
}

impl Timer {
    pub(crate) fn new(mut callback: impl FnMut() + 'static) -> Self {
        let set = Rc::new(Cell::new(None));
        let clears = Rc::clone(&set);
        let callback = Closure::new(move || {
            clears.set(None);
            callback();
        });
        Self { callback: Rc::new(callback), set }
    }

    /// Runs the callback `ms` milliseconds from now, and not at the time set before.
    pub(crate) fn set_in(&self, ms: i32) {
        self.call_off();
        let Some(window) = window() else { return };
        let function = self.callback.as_ref().as_ref().unchecked_ref();
        self.set.set(window.set_timeout_with_callback_and_timeout_and_arguments_0(function, ms).ok());
    }

    /// Whether a time is set.
    pub(crate) fn is_set(&self) -> bool {
        self.set.get().is_some()
    }

    /// Forgets the time set.
    pub(crate) fn call_off(&self) {
        if let (Some(window), Some(handle)) = (window(), self.set.take()) {
            window.clear_timeout_with_handle(handle);
        }
    }
}

impl Drop for Timer {
    fn drop(&mut self) {
        // The last holder takes the callback away, so nothing may call it any more.
        if Rc::strong_count(&self.callback) == 1 {
            self.call_off();
        }
    }
}
