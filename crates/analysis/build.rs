//! Turns `data/hindcast-2023q4.csv` into Rust: the position that the hindcast opens with, each value checked against the
//! model's own inputs.
#![allow(clippy::panic, missing_docs, reason = "a build script is alone, and reports by panicking")]

#[path = "build/opening.rs"]
mod opening;

use std::{env, fs, path::Path};

fn main() {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../data");
    let path = data.join(opening::FILE);
    println!("cargo::rerun-if-changed={}", path.display());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let fail = |what: String| -> ! { panic!("data/{}: {what}", opening::FILE) };

    let text = fs::read_to_string(&path).unwrap_or_else(|error| fail(error.to_string()));
    let rows = opening::rows(&text).unwrap_or_else(|what| fail(what));
    let out = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("opening.rs");
    fs::write(&out, opening::code(&rows)).unwrap_or_else(|error| fail(error.to_string()));
}
