//! The desk, from the page: a worker that is started with the first order and answers each.

use super::worker::HeldWorker;
use buildout_desk::{BUILD, Order};
use js_sys::{Array, Function, Promise, Uint8Array};
use std::{
    cell::{Cell, RefCell},
    collections::HashMap,
    rc::Rc,
};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The worker's loader, beside the page.
const LOADER: &str = "./buildout-desk_loader.js";

/// Why an order was not done.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum DeskError {
    /// The worker did not start: it is not there, or the browser has no workers.
    Unreachable,
    /// The worker belongs to another version than the page, which was replaced meanwhile.
    OtherVersion,
    /// The worker failed at its work. Another is started with the next order.
    Crashed,
    /// The desk could not do it, and says why to the reader.
    Told(String),
}

/// The desk; one worker, however many orders.
#[derive(Clone, Default)]
pub(crate) struct Desk(Rc<Inner>);

#[derive(Default)]
struct Inner {
    worker: RefCell<Option<HeldWorker>>,
    /// Whether the worker has said that it listens.
    listens: Cell<bool>,
    numbers: Cell<u32>,
    /// Orders to send once the worker listens.
    queue: RefCell<Vec<Array>>,
    /// What to call with the answer of each order.
    waiting: RefCell<HashMap<u32, Function>>,
}

impl Desk {
    /// Does an order.
    pub(crate) async fn ask(&self, order: Order) -> Result<Vec<u8>, DeskError> {
        let number = self.0.numbers.replace(self.0.numbers.get() + 1);
        let message = Array::of1(&JsValue::from(number));
        for part in order.into_parts() {
            message.push(&JsValue::from(part));
        }
        let answered = Promise::new(&mut |resolve, _| {
            self.0.waiting.borrow_mut().insert(number, resolve);
        });
        self.send(message);
        let answer = JsFuture::from(answered).await.map_err(|_| DeskError::Unreachable)?;
        read(&answer)
    }

    fn send(&self, message: Array) {
        if self.0.worker.borrow().is_none() && !self.start() {
            self.0.fail(&JsValue::from(UNREACHABLE));
            return;
        }
        if self.0.listens.get() {
            self.0.post(&message);
        } else {
            self.0.queue.borrow_mut().push(message);
        }
    }

    fn start(&self) -> bool {
        let (heard, failed) = (Rc::downgrade(&self.0), Rc::downgrade(&self.0));
        let hear = move |data: &JsValue| {
            if let Some(inner) = heard.upgrade() {
                inner.hear(data);
            }
        };
        let fail = move || {
            if let Some(inner) = failed.upgrade() {
                let why = if inner.listens.get() { CRASHED } else { UNREACHABLE };
                inner.fail(&JsValue::from(why));
            }
        };
        let started = HeldWorker::start(LOADER, hear, fail);
        let is_started = started.is_some();
        self.0.worker.replace(started);
        is_started
    }
}

const UNREACHABLE: &str = "unreachable";
const OTHER_VERSION: &str = "other version";
const CRASHED: &str = "crashed";

impl Inner {
    fn post(&self, message: &Array) {
        if let Some(worker) = self.worker.borrow().as_ref() {
            worker.post(message);
        }
    }

    /// The worker says its build, then answers `[number, whether it was done, bytes]`.
    fn hear(&self, data: &JsValue) {
        if let Some(build) = data.as_string() {
            if build != BUILD {
                self.fail(&JsValue::from(OTHER_VERSION));
                return;
            }
            self.listens.set(true);
            for message in self.queue.take() {
                self.post(&message);
            }
            return;
        }
        let Some(answer) = data.dyn_ref::<Array>() else { return };
        let number = answer.get(0).as_f64().map(|number| number as u32);
        let waiting = number.and_then(|number| self.waiting.borrow_mut().remove(&number));
        if let Some(resolve) = waiting {
            let _ = resolve.call1(&JsValue::NULL, answer);
        }
    }

    /// Ends the worker; the next order starts another.
    fn fail(&self, why: &JsValue) {
        drop(self.worker.take());
        self.listens.set(false);
        self.queue.take();
        for resolve in self.waiting.take().into_values() {
            let _ = resolve.call1(&JsValue::NULL, why);
        }
    }
}

fn read(answer: &JsValue) -> Result<Vec<u8>, DeskError> {
    let Some(answer) = answer.dyn_ref::<Array>() else {
        return Err(match answer.as_string().as_deref() {
            Some(OTHER_VERSION) => DeskError::OtherVersion,
            Some(CRASHED) => DeskError::Crashed,
            _ => DeskError::Unreachable,
        });
    };
    let bytes = Uint8Array::new(&answer.get(2)).to_vec();
    if answer.get(1).is_truthy() {
        Ok(bytes)
    } else {
        Err(DeskError::Told(String::from_utf8_lossy(&bytes).into_owned()))
    }
}
