//! New versions of the page, and whether there is a network; `offline.js` stores the page and tells of new versions.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Event, window};

/// Calls `on_update` when a new version is stored, `on_stored` once the page is stored or refused to be, and `on_offline` when
/// the network goes.
pub(crate) fn hear(
    on_update: impl Fn() + 'static,
    on_stored: impl Fn(bool) + Copy + 'static,
    on_offline: impl Fn() + 'static,
) {
    let Some(window) = window() else { return };
    for (event, listener) in [
        ("buildout-update", listener(on_update)),
        ("buildout-stored", listener(move || on_stored(true))),
        ("buildout-not-stored", listener(move || on_stored(false))),
        ("offline", listener(on_offline)),
    ] {
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        // They live as long as the page does.
        listener.forget();
    }
}

fn listener(call: impl Fn() + 'static) -> Closure<dyn FnMut()> {
    Closure::new(call)
}

/// Takes the new version, which loads the page anew; the link in the address keeps the scenario.
pub(crate) fn take() {
    if let (Some(window), Ok(event)) = (window(), Event::new("buildout-take-update")) {
        let _ = window.dispatch_event(&event);
    }
}
