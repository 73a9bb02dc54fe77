//! Messages of the worker.
//!
//! The page sends `[number, kind, …]` and gets `[number, kind, …]`; see [`Question`] and [`Answer`]. A newer question of a
//! kind takes the place of an older one. Before anything else the worker sends its build: messages sent before it listens
//! would be lost, and a page of another build must not ask.

use buildout_lab::{Answer, BUILD, Bench, Question, Written};
use js_sys::{Array, Float64Array, Uint8Array};
use std::{cell::RefCell, rc::Rc};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{DedicatedWorkerGlobalScope, MessageChannel, MessageEvent, MessagePort};

/// Listens for questions for as long as the worker lives.
pub(crate) fn start() {
    console_error_panic_hook::set_once();
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let Ok(channel) = MessageChannel::new() else { return };
    let bench = Rc::new(RefCell::new(Bench::default()));
    let pulse = channel.port2();
    let heartbeat = beat(&channel.port1(), Rc::clone(&bench), scope.clone(), pulse.clone());
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(question) = event.data().dyn_ref::<Array>().and_then(read) else { return };
        bench.borrow_mut().take(question);
        // One step; the message it sends to itself waits behind those that came meanwhile.
        let _ = pulse.post_message(&JsValue::NULL);
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // Both live as long as the worker.
    on_message.forget();
    heartbeat.forget();
    let plain = if cfg!(target_feature = "simd128") { "" } else { " plain" };
    let _ = scope.post_message(&format!("{BUILD}{plain}").into());
}

/// Does a step for each message of the worker to itself, and sends another while there is work.
fn beat(
    port: &MessagePort,
    bench: Rc<RefCell<Bench>>,
    scope: DedicatedWorkerGlobalScope,
    pulse: MessagePort,
) -> Closure<dyn FnMut(MessageEvent)> {
    let on_beat = Closure::<dyn FnMut(MessageEvent)>::new(move |_| {
        let mut bench = bench.borrow_mut();
        if let Some((number, answer)) = bench.step() {
            // A page that has gone away needs no answer.
            let _ = scope.post_message(&write(number, answer));
        }
        if bench.has_work() {
            let _ = pulse.post_message(&JsValue::NULL);
        }
    });
    port.set_onmessage(Some(on_beat.as_ref().unchecked_ref()));
    on_beat
}

fn read(message: &Array) -> Option<(u32, Question)> {
    let number = message.get(0).as_f64()? as u32;
    if let Some(bytes) = message.get(2).dyn_ref::<Uint8Array>() {
        return Some((number, Question::Counted(bytes.to_vec())));
    }
    let texts: Vec<String> = message.iter().skip(1).filter_map(|part| part.as_string()).collect();
    Some((number, Question::from_texts(&texts)?))
}

fn write(number: u32, answer: Answer) -> Array {
    let kind = JsValue::from_str(answer.kind());
    let payload: JsValue = match answer {
        Answer::Under(share) => share.into(),
        Answer::Counted(bytes) => Uint8Array::from(bytes.as_slice()).into(),
        Answer::Fan(fan) => Float64Array::from(fan.to_numbers().as_slice()).into(),
        Answer::Sheet(Written::Html(text) | Written::Go(text)) => text.into(),
        Answer::Refused => JsValue::NULL,
    };
    Array::of3(&number.into(), &kind, &payload)
}
