//! `batch`: a scenario a line.

use crate::{args::Batch, failure::Failure, stream};
use buildout_files::{QuartersCsv, read_batch_line};
use buildout_model::{MAX_QUARTERS, Output};
use std::io::{BufRead, Write};

pub(crate) fn batch(command: &Batch, out: &mut impl Write) -> Result<(), Failure> {
    let in_file = |error| Failure::File { path: command.file.clone(), error };
    let quarters = command.length.or(MAX_QUARTERS);
    let mut csv = QuartersCsv::new(out, Some("name"), &Output::ALL)?;
    for (place, text) in stream::reader(&command.file).map_err(in_file)?.lines().enumerate() {
        let text = text.map_err(in_file)?;
        if text.trim().is_empty() {
            continue;
        }
        let line = read_batch_line(&text).map_err(|error| Failure::Line { number: place + 1, error })?;
        csv.write(Some(&line.name), &line.scenario.run(quarters))?;
    }
    Ok(())
}
