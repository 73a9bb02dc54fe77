//! `batch`: a scenario a line.

use crate::{args::Batch, chosen, failure::Failure, stream};
use buildout_files::QuartersCsv;
use buildout_model::{Baseline, Input, MAX_QUARTERS, Output};
use buildout_scenario::Scenario;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    io::{BufRead, Write},
};

/// A line of a batch.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    name: String,
    baseline: Option<String>,
    #[serde(default)]
    set: BTreeMap<String, f64>,
}

impl Line {
    fn scenario(&self) -> Result<Scenario, Failure> {
        let baseline = self.baseline.as_deref().map_or(Ok(Baseline::default()), chosen::baseline)?;
        let mut scenario = Scenario::base(baseline);
        for (id, value) in &self.set {
            scenario.set(Input::from_id(id)?, *value)?;
        }
        Ok(scenario)
    }
}

pub(crate) fn batch(command: &Batch, out: &mut impl Write) -> Result<(), Failure> {
    let in_file = |error| Failure::File { path: command.file.clone(), error };
    let quarters = command.length.or(MAX_QUARTERS);
    let mut csv = QuartersCsv::new(out, Some("name"), &Output::ALL)?;
    for (place, text) in stream::reader(&command.file).map_err(in_file)?.lines().enumerate() {
        let text = text.map_err(in_file)?;
        if text.trim().is_empty() {
            continue;
        }
        let in_line = |what: String| Failure::Line { number: place + 1, what };
        let line: Line = serde_json::from_str(&text).map_err(|error| in_line(error.to_string()))?;
        let scenario = line.scenario().map_err(|failure| in_line(format!("{}: {failure}", line.name)))?;
        csv.write(Some(&line.name), &scenario.run(quarters))?;
    }
    Ok(())
}
