//! Turns the tables of `data/` into Rust: the inputs, the outputs, the baselines and the reported quarters.
//!
//! The equations name inputs and outputs as struct fields, so an id that is missing or misspelt on either
//! side does not compile. Whatever else is wrong with a table stops the build with the file, row and value.
#![allow(
    clippy::panic,
    clippy::indexing_slicing,
    missing_docs,
    reason = "a build script is alone, and reports by panicking"
)]

#[path = "build/tables.rs"]
mod tables;
#[path = "build/write_history.rs"]
mod write_history;
#[path = "build/write_inputs.rs"]
mod write_inputs;
#[path = "build/write_outputs.rs"]
mod write_outputs;

use std::{env, fs, path::Path};

fn main() {
    let data = Path::new(&env::var("CARGO_MANIFEST_DIR").unwrap_or_default()).join("../../data");
    println!("cargo::rerun-if-changed={}", data.display());
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=build");

    let baselines = tables::baselines(&data);
    let inputs = tables::inputs(&data, &baselines);
    let correlations = tables::correlations(&data, &inputs);
    let code = [
        ("inputs.rs", write_inputs::inputs(&inputs, &correlations)),
        ("outputs.rs", write_outputs::outputs(&tables::outputs(&data))),
        ("history.rs", write_history::history(&baselines, &tables::reported(&data))),
    ];
    let out = env::var("OUT_DIR").unwrap_or_default();
    for (name, text) in code {
        let path = Path::new(&out).join(name);
        if let Err(error) = fs::write(&path, text) {
            panic!("cannot write {}: {error}", path.display());
        }
    }
}
