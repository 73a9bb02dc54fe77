//! `explain`: what a link or a file holds.

use crate::{args::Explain, chosen::Chosen, failure::Failure};
use buildout_model::{HeadlineFigure, overfull_opening};
use buildout_scenario::{Link, Preset, Receipt, Scenario};
use std::io::{self, Write};

pub(crate) fn explain(command: &Explain, out: &mut impl Write) -> Result<(), Failure> {
    let Chosen { link, name, compared_name, notices } = Chosen::of_link_or_file(&command.link)?;
    if let Some(name) = &name {
        writeln!(out, "name: {name}")?;
    }
    scenario(out, "scenario", &link.scenario)?;
    if let Some(compared) = &link.compared {
        let title = compared_name.map_or("compared with".to_owned(), |name| format!("compared with {name}"));
        scenario(out, &title, compared)?;
    }
    let last_year = link.view.horizon.last_year(link.scenario.baseline());
    writeln!(out, "horizon: {} quarters, to {last_year}", link.quarters())?;
    receipt(out, &link)?;
    writeln!(out, "canonical: #{}", link.encode())?;
    if notices.is_empty() {
        let what = if name.is_some() { "file" } else { "link" };
        writeln!(out, "everything in the {what} was taken as it stands")?;
    }
    for notice in &notices {
        writeln!(out, "notice: {notice}")?;
    }
    Ok(())
}

/// What the sender saw, where a link was sent with it and it is something else today.
fn receipt(out: &mut impl Write, link: &Link) -> io::Result<()> {
    let Some(then) = &link.receipt else { return Ok(()) };
    let now = Receipt::of(link);
    let differences = then.compare(&now);
    let versions = match (then.model_version(), now.model_version()) {
        (then, now) if then == now => format!("model version {then} then and now"),
        (then, now) => format!("model version {then} then, {now} now"),
    };
    let found = match differences.len() {
        0 => "every figure is as it was sent".to_owned(),
        count => format!("{count} of {} figures are others today", now.figures().count()),
    };
    writeln!(out, "receipt: {versions}; {found}")?;
    for difference in differences {
        let (then, now) = (figure(difference.then), figure(difference.now));
        writeln!(out, "  {}: {then} then, {now} now", difference.name)?;
    }
    Ok(())
}

fn figure(figure: HeadlineFigure) -> String {
    match figure {
        HeadlineFigure::Number(number) => number.map_or("none".to_owned(), |number| number.to_string()),
        HeadlineFigure::Quarter(quarter) => quarter.map_or("none".to_owned(), |quarter| quarter.to_string()),
    }
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
