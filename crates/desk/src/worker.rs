//! Messages of the worker.
//!
//! The page sends `[number, texts of an order…]` and gets `[number, whether it was done, bytes]`. Before anything else the
//! worker sends its build: messages sent before it listens would be lost, and a page of another build must not ask.

use buildout_desk::{BUILD, Order, answer};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

/// Listens for orders for as long as the worker lives.
pub(crate) fn start() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let replies = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Ok(message) = event.data().dyn_into::<Array>() {
            // A page that has gone away needs no answer.
            let _ = replies.post_message(&reply(&message));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    let _ = scope.post_message(&JsValue::from_str(BUILD));
}

fn reply(message: &Array) -> Array {
    let number = message.get(0);
    let parts: Vec<String> = message.iter().skip(1).filter_map(|part| part.as_string()).collect();
    let done =
        Order::from_parts(parts).ok_or_else(|| "no such order".to_owned()).and_then(|order| answer(&order));
    let (is_done, bytes) = match done {
        Ok(bytes) => (true, bytes),
        Err(told) => (false, told.into_bytes()),
    };
    Array::of3(&number, &JsValue::from_bool(is_done), &Uint8Array::from(bytes.as_slice()))
}
