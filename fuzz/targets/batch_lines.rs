//! Any text as a line of a batch.
#![no_main]
#![allow(clippy::panic, reason = "a fuzz target fails by panicking")]

#[path = "../../crates/files/tests/checks/batch_line.rs"]
mod check;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Err(what) = check::check(&text) {
        panic!("{text:?}: {what}");
    }
});
