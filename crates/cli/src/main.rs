//! The build-out model on the command line: the same engine as the page, without a page.
//!
//! ```text
//! buildout run --preset power-bound --format table
//! buildout run '#1~2025q3~cx1_180~tm_0.7' --headline
//! buildout batch scenarios.jsonl > quarters.csv
//! buildout link --set capex_next_year=180
//! buildout explain '#1~2025q3~cx1_999'
//! buildout export --preset power-bound --csv run.csv --scenario power-bound.json
//! buildout run --file power-bound.json --headline
//! buildout uncertainty --preset power-bound --target fcf_trough --above -20 --draws 100000
//! buildout seek --baseline 2026q2 --input capex_next_year --target fcf_trough --value -20 --format table
//! buildout grid --x capex_next_year --y power_slip --target fcf_ttm@2028Q4 > grid.csv
//! ```
//!
//! Figures go to standard output, words to standard error. Exit status: 0, 1 where a run failed, 2 for wrong usage.

mod about;
mod args;
mod batch;
mod bridge;
mod chosen;
mod explain;
mod export;
mod failure;
mod grid;
mod link;
mod manual;
mod parallel;
mod print;
mod progress;
mod quarters_table;
mod run;
mod seek;
mod sensitivity;
mod stream;
mod target;
mod uncertainty;

use args::{Arguments, Command};
use clap::Parser;
use failure::Failure;
use std::{
    io::{self, BufWriter, Write},
    process::ExitCode,
};

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let mut out = BufWriter::new(io::stdout().lock());
    let done = match &arguments.command {
        Command::Run(command) => run::run(command, arguments.quiet, &mut out),
        Command::Batch(command) => batch::batch(command, &mut out),
        Command::Link(command) => link::link(command, arguments.quiet, &mut out),
        Command::Explain(command) => explain::explain(command, &mut out),
        Command::Export(command) => export::export(command, arguments.quiet, &mut out),
        Command::Uncertainty(command) => uncertainty::uncertainty(command, arguments.quiet, &mut out),
        Command::Sensitivity(command) => sensitivity::sensitivity(command, arguments.quiet, &mut out),
        Command::Bridge(command) => bridge::bridge(command, arguments.quiet, &mut out),
        Command::Seek(command) => seek::seek(command, arguments.quiet, &mut out),
        Command::Grid(command) => grid::grid(command, arguments.quiet, &mut out),
        Command::Completions(command) => manual::completions(command, &mut out),
        Command::Man(command) => manual::man(command, &mut out),
    };
    match done.and_then(|()| Ok(out.flush()?)) {
        // Whoever reads may stop reading: `buildout run | head` has not failed.
        Err(Failure::Output(error)) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("buildout: {failure}");
            failure.exit_code()
        }
    }
}
