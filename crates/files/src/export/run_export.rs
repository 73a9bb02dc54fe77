//! A run and what it is compared with, to write out.

use super::{HeadlineJson, QuartersCsv, QuartersJson};
use crate::{
    own_quarters::OwnQuarters,
    scenario_file::{Changes, ScenarioFile},
};
use buildout_model::{MODEL_VERSION, Output, REPORTED, ReportedQuarter, Trajectory};
use buildout_scenario::Scenario;
use serde::{Serialize, Serializer, ser::SerializeMap};
use std::io::{self, Write};

/// The name of the column that says whose quarters they are.
const SCENARIO: &str = "scenario";
/// Quarters that Amazon reported.
const OF_AMAZON: &str = "reported";
/// Quarters that the reader reported.
const OF_READER: &str = "own";
/// Quarters of the scenario.
const OF_CURRENT: &str = "current";
/// Quarters of what it is compared with.
const OF_BASE: &str = "base";

/// What `format` says in the JSON of a run.
const RUN_FORMAT: &str = "buildout-run";
/// The version of that format.
const RUN_VERSION: u32 = 1;

/// The run of a scenario and the run that it is compared with: its second scenario, else the base case of its baseline.
pub struct RunExport {
    file: ScenarioFile,
    current: Trajectory<f64>,
    base_scenario: Scenario,
    base: Trajectory<f64>,
}

impl RunExport {
    /// Runs both scenarios of a file, to its horizon or over so many quarters.
    #[must_use]
    pub fn of(file: ScenarioFile, quarters: Option<usize>) -> Self {
        let link = file.link();
        let run = |scenario: &Scenario| {
            scenario.run(quarters.unwrap_or_else(|| link.view.horizon.quarters(scenario.baseline())))
        };
        let base_scenario = link.compared.unwrap_or_else(|| Scenario::base(link.scenario.baseline()));
        let (current, base) = (run(&link.scenario), run(&base_scenario));
        Self { file, current, base_scenario, base }
    }

    /// Writes some outputs as CSV. The first column, `scenario`, is `reported` for quarters that Amazon reported, `own` for
    /// the reader's, `current` for the run and `base` for what it is compared with. A cell is empty where a reported
    /// quarter has no such figure.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write_csv(
        &self,
        out: impl Write,
        columns: &[Output],
        own: Option<&OwnQuarters>,
    ) -> io::Result<()> {
        let mut csv = QuartersCsv::new(out, Some(SCENARIO), columns)?;
        let reported = REPORTED.iter().map(|reported| reported.quarter);
        csv.write_reported(Some(OF_AMAZON), reported, |quarter, output| {
            ReportedQuarter::at(quarter)?.get(output)
        })?;
        if let Some(own) = own {
            csv.write_reported(Some(OF_READER), own.quarters(), |quarter, output| own.get(quarter, output))?;
        }
        csv.write(Some(OF_CURRENT), &self.current)?;
        csv.write(Some(OF_BASE), &self.base)
    }

    /// Writes both runs as a JSON object: the version of the model, the scenario as its file has it, and the headline and
    /// quarters of both.
    ///
    /// # Errors
    /// Those of writing.
    pub fn write_json(&self, mut out: impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut out, self)?;
        writeln!(out)
    }
}

struct BaseJson<'a>(&'a RunExport);

impl Serialize for BaseJson<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let RunExport { base_scenario, base, .. } = self.0;
        let mut map = serializer.serialize_map(Some(4))?;
        map.serialize_entry("baseline", base_scenario.baseline().id())?;
        map.serialize_entry("set", &Changes(base_scenario))?;
        map.serialize_entry("headline", &HeadlineJson { scenario: base_scenario, trajectory: base })?;
        map.serialize_entry("quarters", &QuartersJson(base))?;
        map.end()
    }
}

impl Serialize for RunExport {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scenario = &self.file.link().scenario;
        let mut map = serializer.serialize_map(Some(7))?;
        map.serialize_entry("format", RUN_FORMAT)?;
        map.serialize_entry("version", &RUN_VERSION)?;
        map.serialize_entry("model_version", &MODEL_VERSION)?;
        map.serialize_entry("scenario", &self.file)?;
        map.serialize_entry("headline", &HeadlineJson { scenario, trajectory: &self.current })?;
        map.serialize_entry("quarters", &QuartersJson(&self.current))?;
        map.serialize_entry("base", &BaseJson(self))?;
        map.end()
    }
}
