//! `explain`: what a link holds.

use crate::{args::Explain, failure::Failure};
use buildout_model::overfull_opening;
use buildout_scenario::{Link, Preset, Scenario};
use std::io::{self, Write};

pub(crate) fn explain(command: &Explain, out: &mut impl Write) -> Result<(), Failure> {
    let read = Link::decode(&command.link);
    scenario(out, "scenario", &read.link.scenario)?;
    if let Some(compared) = &read.link.compared {
        scenario(out, "compared with", compared)?;
    }
    let last_year = read.link.view.horizon.last_year(read.link.scenario.baseline());
    writeln!(out, "horizon: {} quarters, to {last_year}", read.link.quarters())?;
    writeln!(out, "canonical: #{}", read.link.encode())?;
    if read.notices.is_empty() {
        writeln!(out, "everything in the link was taken as it stands")?;
    }
    for notice in &read.notices {
        writeln!(out, "notice: {notice}")?;
    }
    Ok(())
}

fn scenario(out: &mut impl Write, title: &str, scenario: &Scenario) -> io::Result<()> {
    let baseline = scenario.baseline();
    writeln!(out, "{title}: baseline {baseline}, {}", baseline.label_en())?;
    if let Some(preset) = Preset::of(scenario) {
        writeln!(out, "  preset {}: {}", preset.id, preset.label_en)?;
    }
    for change in scenario.changes() {
        let declaration = change.input.declaration();
        let (id, key, label, unit) =
            (declaration.id, declaration.key, declaration.label_en, declaration.unit);
        writeln!(out, "  {id} ({key}) = {} {unit}, base {}: {label}", change.value, change.base)?;
    }
    if let Some(overfull) = overfull_opening(scenario.inputs()) {
        writeln!(out, "  odd: {overfull}")?;
    }
    Ok(())
}
