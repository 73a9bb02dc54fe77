//! The end of the page: a panic is told to `boot.js`, which needs nothing of the page to say so.

use std::panic::{self, PanicHookInfo};
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, window};

/// Tells of a panic: in the console for who looks there, in the page for its reader.
pub fn tell_of_panics() {
    panic::set_hook(Box::new(|info| {
        console_error_panic_hook::hook(info);
        tell(info);
    }));
}

fn tell(info: &PanicHookInfo<'_>) {
    let detail = CustomEventInit::new();
    detail.set_detail(&JsValue::from_str(&info.to_string()));
    if let (Some(window), Ok(event)) =
        (window(), CustomEvent::new_with_event_init_dict("buildout-fault", &detail))
    {
        let _ = window.dispatch_event(&event);
    }
}
