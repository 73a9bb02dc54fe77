//! `run` and `link`.

use crate::{
    args::{Choice, Format, Run},
    chosen::{Chosen, chosen},
    failure::Failure,
    headline_json::headline_json,
    quarters_csv::QuartersCsv,
    quarters_json::quarters_json,
    quarters_table::quarters_table,
};
use buildout_model::overfull_opening;
use std::io::Write;

/// Says what of a link could not be taken, and what is odd about the scenario.
fn tell(chosen: &Chosen, quiet: bool) {
    if quiet {
        return;
    }
    for notice in &chosen.notices {
        eprintln!("buildout: {notice}");
    }
    if let Some(overfull) = overfull_opening(chosen.link.scenario.inputs()) {
        eprintln!("buildout: {overfull}");
    }
}

pub(crate) fn run(command: &Run, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    let chosen = chosen(&command.choice)?;
    tell(&chosen, quiet);
    let scenario = &chosen.link.scenario;
    let trajectory = scenario.run(command.length.or(chosen.link.quarters()));
    if command.headline {
        serde_json::to_writer_pretty(&mut *out, &headline_json(scenario, &trajectory))?;
        writeln!(out)?;
        return Ok(());
    }
    match command.format {
        Format::Csv => QuartersCsv::new(out, None)?.write(None, &trajectory),
        Format::Json => quarters_json(out, &trajectory),
        Format::Table => quarters_table(out, &trajectory),
    }
}

pub(crate) fn link(command: &Choice, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    let chosen = chosen(command)?;
    tell(&chosen, quiet);
    writeln!(out, "#{}", chosen.link.encode())?;
    Ok(())
}
