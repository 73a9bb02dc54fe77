//! User Timing: what the bench and the browser's own tools read.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Performance, window};

fn performance() -> Option<Performance> {
    window()?.performance()
}

/// Milliseconds since the page was opened.
pub(crate) fn now_ms() -> f64 {
    performance().map_or(0.0, |performance| performance.now())
}

/// Notes that `name` took from `start_ms` to now.
pub(crate) fn measure(name: &str, start_ms: f64) {
    let Some(performance) = performance() else { return };
    // A browser that refuses a measure loses a figure of the bench, nothing else.
    let _ = measure_span(&performance, name, start_ms, performance.now());
    keep_short(&performance);
}

/// `performance.measure(name, { start, end })`, which the bindings do not have as a stable method.
fn measure_span(performance: &Performance, name: &str, start_ms: f64, end_ms: f64) -> Result<(), JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"start".into(), &start_ms.into())?;
    Reflect::set(&options, &"end".into(), &end_ms.into())?;
    let measure: Function = Reflect::get(performance, &"measure".into())?.dyn_into()?;
    measure.call2(performance, &name.into(), &options)?;
    Ok(())
}

/// The browser keeps every measure; a long visit must not grow without end.
fn keep_short(performance: &Performance) {
    const KEPT: u32 = 20_000;
    thread_local!(static MEASURED: std::cell::Cell<u32> = const { std::cell::Cell::new(0) });
    let measured = MEASURED.get() + 1;
    MEASURED.set(measured % KEPT);
    if measured == KEPT {
        performance.clear_measures();
    }
}
