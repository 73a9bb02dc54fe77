//! A worker that is listened to for as long as it is held, and ends with that.

use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{Event, MessageEvent, Worker};

/// A worker with the closures that it calls.
pub(crate) struct HeldWorker {
    worker: Worker,
    _on_message: Closure<dyn FnMut(MessageEvent)>,
    _on_error: Closure<dyn FnMut(Event)>,
}

thread_local! {
    /// Hears of failures after the end, so that they are nobody's.
    static ON_LATE_ERROR: Closure<dyn FnMut(Event)> = Closure::new(|event: Event| event.prevent_default());
}

impl HeldWorker {
    /// Starts a worker by its loader; none where the browser has no workers. `hear` gets what it says, `fail` is called when it
    /// could not start or failed at its work.
    pub(crate) fn start(
        loader: &str,
        hear: impl Fn(&JsValue) + 'static,
        fail: impl Fn() + 'static,
    ) -> Option<Self> {
        let worker = Worker::new(loader).ok()?;
        let on_message =
            Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| hear(&event.data()));
        let on_error = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
            event.prevent_default();
            fail();
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        Some(Self { worker, _on_message: on_message, _on_error: on_error })
    }

    /// Sends a message.
    pub(crate) fn post(&self, message: &Array) {
        // What passes is texts, numbers and bytes, which every browser can copy.
        let _ = self.worker.post_message(message);
    }
}

impl Drop for HeldWorker {
    fn drop(&mut self) {
        // What it said or failed at before may still be on its way, and its closures go now.
        self.worker.set_onmessage(None);
        ON_LATE_ERROR.with(|silent| self.worker.set_onerror(Some(silent.as_ref().unchecked_ref())));
        self.worker.terminate();
    }
}
