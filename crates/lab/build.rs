//! Turns `docs/model.md` and `docs/model.zh.md` into the HTML of the sheet that explains the model.
#![allow(clippy::panic, missing_docs, reason = "a build script is alone, and reports by panicking")]

#[path = "build/explained.rs"]
mod explained;

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let docs = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../docs");
    let read = |name: &str| {
        let path = docs.join(name);
        println!("cargo::rerun-if-changed={}", path.display());
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        explained::sections(name, &text)
    };
    let code = explained::code(&read("model.md"), &read("model.zh.md"));
    let path = Path::new(&env::var("OUT_DIR").unwrap_or_default()).join("explained.rs");
    if let Err(error) = fs::write(&path, code) {
        panic!("cannot write {}: {error}", path.display());
    }
}
