//! The project's own commands, run as `cargo xtask <command>`.
//!
//! | command | what it does |
//! |---|---|
//! | `serve` | builds the page if anything changed, serves it and prints the address |
//! | `build` | writes the page to `dist/` |
//! | `lab`   | the part of the build that Trunk asks for itself |
//! | `release` | the page as an archive, its bill of materials, checksums |
//! | `test`  | everything that must pass: formatting, lints, native, wasm and end-to-end tests |
//! | `soak`  | the page dragged for an hour: its memory, its listeners, its links |
//! | `fuzz`  | texts by the million at everything that reads what a reader may open |
//! | `audit` | the dependencies: licences, duplicates, sources, advisories |
//! | `bench` | the engine natively, in wasm and beside plain JavaScript, then the page in Chromium and beside uPlot |
//! | `shots` | screenshots of the page at three widths, light and dark |
//!
//! Each command first makes sure of what it needs ([`tools`], [`node`], [`browser`], [`office`]), says what it is about to do and how long
//! that may take, and does nothing a second time that is still good from the first ([`freshness`]).

#![forbid(unsafe_code)]

mod apt;
mod audit;
mod bench;
mod browser;
mod browser_steps;
mod cli;
mod crates;
mod engines;
mod freshness;
mod fuzz;
mod lab;
mod node;
mod office;
mod page;
mod release;
mod serve;
mod shots;
mod steps;
mod test_steps;
mod tools;
mod wasm_flags;
mod workspace;

use std::process::ExitCode;

use cli::{Xtask, XtaskCmd};
use workspace::Workspace;

fn main() -> ExitCode {
    // Prints the help or what is wrong with the command line, and ends with status 0 or 2, where there is nothing to run.
    let flags = Xtask::from_env_or_exit();
    match run(flags) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(flags: Xtask) -> anyhow::Result<()> {
    let workspace = Workspace::open()?;
    match flags.subcommand {
        XtaskCmd::Serve(options) => serve::serve(&workspace, &options),
        XtaskCmd::Build(_) => page::build(&workspace),
        XtaskCmd::Lab(_) => lab::build(&workspace),
        XtaskCmd::Release(options) => release::release(&workspace, &options),
        XtaskCmd::Test(options) => test_steps::test(&workspace, &options),
        XtaskCmd::Soak(options) => {
            browser_steps::soak(&workspace, &options.minutes.unwrap_or(60.0).to_string())
        }
        XtaskCmd::Fuzz(options) => fuzz::fuzz(&workspace, &options),
        XtaskCmd::Audit(_) => audit::audit(&workspace),
        XtaskCmd::Bench(options) => bench::bench(&workspace, &options),
        XtaskCmd::Shots(options) => shots::shots(&workspace, &options),
    }
}
