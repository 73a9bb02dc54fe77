//! Turns the tables of `data/` that say what the model rests on into Rust.
//!
//! Whatever is wrong with a table stops the build with the file, the row and the value. Ids are looked up in the model
//! itself, so an input or output that is renamed stops it too.
#![allow(clippy::panic, missing_docs, reason = "a build script is alone, and reports by panicking")]

#[path = "build/claims.rs"]
mod claims;
#[path = "build/table.rs"]
mod table;

use std::{env, fs, path::Path};

fn main() {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../data");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let out = env::var("OUT_DIR").unwrap_or_default();
    let path = Path::new(&out).join("claims.rs");
    if let Err(error) = fs::write(&path, claims::code(&data)) {
        panic!("cannot write {}: {error}", path.display());
    }
}
