//! Turns the tables of `data/` that say what the model rests on into Rust.
//!
//! Whatever is wrong with a table stops the build with the file, the row and the value. Ids are looked up in the model
//! itself, so an input or output that is renamed stops it too.
#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a build script is alone, and reports by panicking"
)]

#[path = "build/chain.rs"]
mod chain;
#[path = "build/claims.rs"]
mod claims;
#[path = "build/mechanisms.rs"]
mod mechanisms;
#[path = "build/table.rs"]
mod table;

use std::{env, fs, path::Path};

fn main() {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../data");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");
    let code = [
        ("claims.rs", claims::code(&data)),
        ("mechanisms.rs", mechanisms::code(&data)),
        ("chain.rs", chain::code(&data)),
    ];
    let out = env::var("OUT_DIR").unwrap_or_default();
    for (name, code) in code {
        let path = Path::new(&out).join(name);
        if let Err(error) = fs::write(&path, code) {
            panic!("cannot write {}: {error}", path.display());
        }
    }
}
