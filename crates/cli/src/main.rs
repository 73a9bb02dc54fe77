//! The build-out model on the command line: the same engine as the page, without a page.
//!
//! ```text
//! buildout run --preset power-bound --format table
//! buildout run '#1~2025q3~cx1_180~tm_0.7' --headline
//! buildout batch scenarios.jsonl > quarters.csv
//! buildout link --set capex_next_year=180
//! buildout explain '#1~2025q3~cx1_999'
//! ```
//!
//! Figures go to standard output, words to standard error. Exit status: 0, 1 where a run failed, 2 for wrong usage.

mod args;
mod batch;
mod chosen;
mod explain;
#[cfg_attr(
    not(test),
    expect(dead_code, reason = "`export` calls it, which has its options beside the other formats")
)]
mod export_xlsx;
mod failure;
mod headline_json;
mod quarters_csv;
mod quarters_json;
mod quarters_table;
mod run;

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
        Command::Link(command) => run::link(command, arguments.quiet, &mut out),
        Command::Explain(command) => explain::explain(command, &mut out),
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
