//! `run`: the quarters of a scenario, or its headline.

use crate::{
    args::{Format, Run},
    chosen::chosen,
    failure::Failure,
    print::json,
    quarters_table::quarters_table,
};
use buildout_files::{HeadlineJson, QuartersCsv, QuartersJson};
use buildout_model::Output;
use std::io::Write;

pub(crate) fn run(command: &Run, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    let chosen = chosen(&command.choice)?;
    chosen.tell(quiet);
    let scenario = &chosen.link.scenario;
    let trajectory = scenario.run(command.length.or(chosen.link.quarters()));
    if command.headline {
        return json(out, &HeadlineJson { scenario, trajectory: &trajectory });
    }
    match command.format {
        Format::Csv => Ok(QuartersCsv::new(out, None, &Output::ALL)?.write(None, &trajectory)?),
        Format::Json => json(out, &QuartersJson(&trajectory)),
        Format::Table => quarters_table(out, &trajectory),
    }
}
