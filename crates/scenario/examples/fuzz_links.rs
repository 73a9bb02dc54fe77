//! Opens damaged links: `cargo run --release -p buildout-scenario --example fuzz_links -- 1000000 [seed]`.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a check fails by panicking"
)]

#[path = "../tests/fuzz/mod.rs"]
mod fuzz;

use std::{env, panic, process::ExitCode, time::Instant};

fn main() -> ExitCode {
    let mut arguments = env::args().skip(1).map(|text| text.parse::<u64>());
    let (Ok(cases), Ok(seed)) = (arguments.next().unwrap_or(Ok(100_000)), arguments.next().unwrap_or(Ok(1)))
    else {
        eprintln!("usage: fuzz_links [CASES] [SEED], both whole numbers");
        return ExitCode::from(2);
    };
    let mut mutator = fuzz::Mutator::new(&fuzz::corpus(), seed);
    let (mut told, mut notices, start) = (0_u64, 0_u64, Instant::now());
    for case in 0..cases {
        let text = mutator.next_link();
        let checked = panic::catch_unwind(|| fuzz::check::check(&text));
        match checked.unwrap_or_else(|_| Err("it panicked".to_owned())) {
            Ok(count) => {
                told += u64::from(count > 0);
                notices += count as u64;
            }
            Err(what) => {
                eprintln!("case {case} of seed {seed}: {text:?}\n{what}");
                return ExitCode::FAILURE;
            }
        }
    }
    let seconds = start.elapsed().as_secs_f64();
    println!(
        "{cases} damaged links of seed {seed} in {seconds:.1} s: {told} gave {notices} notices, nothing else was lost"
    );
    ExitCode::SUCCESS
}
