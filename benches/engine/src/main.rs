//! The same work natively, on demand: `benches/engine.mjs` asks for it in turn with the others, so that whatever else the
//! machine does hits all alike.
//!
//! A line on standard input is the name of a function of the library and its numbers, as in `runs 2000 41`. The answer is a
//! line with the seconds that it took and the sum that it returned.

use buildout_engine_bench::{fans, responses, runs, runs_with_headline};
use std::{error::Error, io, time::Instant};

fn main() -> Result<(), Box<dyn Error>> {
    for line in io::stdin().lines() {
        let line = line?;
        let (seconds, sum) = timed(&line)?;
        // Debug writes every digit, and a newline ends the answer even where the output is a pipe.
        println!("{seconds:?} {sum:?}");
    }
    Ok(())
}

fn timed(line: &str) -> Result<(f64, f64), Box<dyn Error>> {
    let mut words = line.split_whitespace();
    let name = words.next().unwrap_or_default();
    let numbers = words.map(str::parse).collect::<Result<Vec<u32>, _>>();
    let numbers =
        numbers.map_err(|error| format!("'{line}' has something else than whole numbers: {error}"))?;
    let start = Instant::now();
    let sum = match (name, numbers.as_slice()) {
        ("runs", &[count, quarters]) => runs(count, quarters),
        ("runs_with_headline", &[count, quarters]) => runs_with_headline(count, quarters),
        ("responses", &[count, points]) => responses(count, points),
        ("fans", &[count, draws, quarters]) => fans(count, draws, quarters),
        _ => return Err(format!(
            "'{line}' is no work: give runs or runs_with_headline with a count and quarters, responses with a count and \
             points, or fans with a count, draws and quarters"
        )
        .into()),
    };
    Ok((start.elapsed().as_secs_f64(), sum))
}
