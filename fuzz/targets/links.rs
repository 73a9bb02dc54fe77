//! Any text as a link.
#![no_main]
#![allow(clippy::panic, clippy::indexing_slicing, reason = "a fuzz target fails by panicking")]

#[path = "../../crates/scenario/tests/fuzz/check.rs"]
#[allow(dead_code, reason = "the tests look into more of it")]
mod check;

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    if let Err(what) = check::check(&text) {
        panic!("{text:?}: {what}");
    }
});
