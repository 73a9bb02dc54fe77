//! `seek`: what an input must be for a figure to reach a value.

use crate::{
    about::About,
    args::{Format, Seek},
    failure::Failure,
    print::{cell, json, short},
};
use buildout_analysis::{Condition, Finding, Reached, Sought, seek as seek_value};
use buildout_scenario::Scenario;
use serde_json::{Value, json as object};
use std::io::Write;

pub(crate) fn seek(command: &Seek, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    let About { chosen, quarters, target } = About::read(&command.about, quiet)?;
    let scenario = &chosen.link.scenario;
    let now = target.read(scenario.inputs(), &scenario.run(quarters));
    let sought = seek_value(scenario, quarters, command.input, target, command.value);
    match command.format {
        Format::Csv => csv(out, &sought),
        Format::Json => json(out, &as_json(scenario, now, &sought)),
        Format::Table => table(out, scenario, now, &sought),
    }
}

/// A row a finding: from where to where, and what the figure is at both ends.
fn csv(out: &mut impl Write, sought: &Sought) -> Result<(), Failure> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(["finding", "from", "to", "result_from", "result_to"])?;
    let (first, last) = (Some(sought.wanted), Some(sought.wanted));
    for finding in &sought.findings {
        let (name, ends, results) = match *finding {
            Finding::Solution(Reached { value, result }) => {
                ("solution", (value, value), (Some(result), Some(result)))
            }
            Finding::Flat { from, to } => ("flat", (from, to), (first, last)),
            Finding::Jump { before, after } => {
                ("jump", (before.value, after.value), (Some(before.result), Some(after.result)))
            }
            Finding::Missing { from, to } => ("missing", (from, to), (None, None)),
        };
        let [from, to] = [ends.0, ends.1].map(|end| end.to_string());
        csv.write_record([name, &from, &to, &cell(results.0), &cell(results.1)])?;
    }
    if let Some(Reached { value, result }) = sought.nearest {
        let [value, result] = [value, result].map(|number| number.to_string());
        csv.write_record(["nearest", &value, &value, &result, &result])?;
    }
    Ok(csv.flush()?)
}

fn as_json(scenario: &Scenario, now: Option<f64>, sought: &Sought) -> Value {
    let declaration = sought.input.declaration();
    let reached = |Reached { value, result }: Reached| object!({"value": value, "result": result});
    let pick = |of: fn(&Finding) -> Option<Value>| sought.findings.iter().filter_map(of).collect::<Vec<_>>();
    object!({
        "input": declaration.id,
        "unit": declaration.unit,
        "min": declaration.min,
        "max": declaration.max,
        "target": sought.target.to_string(),
        "target_unit": sought.target.unit(),
        "wanted": sought.wanted,
        "tolerance": sought.tolerance,
        "now": {"value": scenario.get(sought.input), "result": now},
        "is_moved": sought.is_moved,
        "solutions": sought.solutions().map(reached).collect::<Vec<_>>(),
        "flat": pick(|finding| match finding {
            Finding::Flat { from, to } => Some(object!({"from": from, "to": to})),
            _ => None,
        }),
        "jumps": pick(|finding| match finding {
            Finding::Jump { before, after } => Some(object!({
                "value": after.value, "result_before": before.result, "result_after": after.result
            })),
            _ => None,
        }),
        "missing": pick(|finding| match finding {
            Finding::Missing { from, to } => Some(object!({"from": from, "to": to})),
            _ => None,
        }),
        "nearest": sought.nearest.map(reached),
        "at_least": sought.meeting(Condition::AtLeast),
        "at_most": sought.meeting(Condition::AtMost),
    })
}

fn table(
    out: &mut impl Write,
    scenario: &Scenario,
    now: Option<f64>,
    sought: &Sought,
) -> Result<(), Failure> {
    let declaration = sought.input.declaration();
    let (id, unit, target) = (declaration.id, declaration.unit, sought.target);
    let (min, max) = (short(declaration.min), short(declaration.max));
    let wanted = short(sought.wanted);
    writeln!(out, "{id}, {min} to {max} {unit}, for {target} = {wanted} {}", target.unit())?;
    let none = || "no such figure".to_owned();
    writeln!(out, "now        {} gives {}", short(scenario.get(sought.input)), now.map_or_else(none, short))?;
    if !sought.is_moved {
        writeln!(out, "{id} does not move {target}")?;
    }
    for finding in &sought.findings {
        match *finding {
            Finding::Solution(Reached { value, .. }) => writeln!(out, "solution   {}", short(value))?,
            Finding::Flat { from, to } => writeln!(out, "flat       {} to {}", short(from), short(to))?,
            Finding::Jump { before, after } => {
                let (value, from, to) = (short(after.value), short(before.result), short(after.result));
                writeln!(out, "jump       at {value}, from {from} to {to}")?;
            }
            Finding::Missing { from, to } => {
                writeln!(out, "missing    from {} to {} there is no {target}", short(from), short(to))?;
            }
        }
    }
    if let Some(Reached { value, result }) = sought.nearest {
        writeln!(out, "nearest    {} gives {}", short(value), short(result))?;
    }
    Ok(())
}
