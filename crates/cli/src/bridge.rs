//! `bridge`: which changed inputs explain the difference of a figure between two scenarios.

use crate::{
    about::About,
    args::{Bridge as Asked, Format},
    failure::Failure,
    parallel,
    print::{cell, json, short},
};
use buildout_analysis::{Bar, Bridge, BridgePlan, Player};
use buildout_model::Baseline;
use buildout_scenario::{Link, Scenario};
use serde_json::{Value, json as object};
use std::io::Write;

pub(crate) fn bridge(command: &Asked, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    let About { chosen, quarters, target } = About::read(&command.about, quiet)?;
    let to = chosen.link.scenario;
    let against = command.against.as_deref().map(Link::decode);
    for notice in against.iter().flat_map(|read| &read.notices).filter(|_| !quiet) {
        eprintln!("buildout: {notice}");
    }
    let from = against.map(|read| read.link.scenario).or(chosen.link.compared);
    let from = from.unwrap_or_else(|| Scenario::base(to.baseline()));
    let seed = command.seed.unwrap_or(chosen.link.uncertain.seed);
    let plan = BridgePlan::new(&from, &to, quarters, target, seed);
    let parts = parallel::in_order("bridge", plan.parts(), quiet, |part| plan.part(part));
    let bridge = plan.bridge(parts)?;
    match command.format {
        Format::Csv => csv(out, &bridge),
        Format::Json => json(
            out,
            &object!({
                "target": target.to_string(),
                "unit": target.unit(),
                "from": bridge.from,
                "to": bridge.to,
                "is_exact": bridge.is_exact,
                "changes": bridge.bars.iter().map(as_json).collect::<Vec<_>>(),
            }),
        ),
        Format::Table => table(out, &bridge),
    }
}

fn name(player: Player) -> &'static str {
    match player {
        Player::Input(input) => input.id(),
        Player::Baseline => "baseline",
    }
}

/// A value of what is changed: a number, or the name of a baseline.
fn value(player: Player, value: f64) -> Value {
    let baseline = || Baseline::ALL.into_iter().find(|baseline| f64::from(*baseline as u8) == value);
    match player {
        Player::Input(_) => value.into(),
        Player::Baseline => baseline().map(Baseline::id).into(),
    }
}

fn as_json(bar: &Bar) -> Value {
    object!({
        "change": name(bar.player),
        "from": value(bar.player, bar.from_value),
        "to": value(bar.player, bar.to_value),
        "contribution": bar.contribution,
        "error": bar.error,
    })
}

/// A row a change between one for either end.
fn csv(out: &mut impl Write, bridge: &Bridge) -> Result<(), Failure> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record(["change", "from", "to", "contribution", "error"])?;
    csv.write_record(["start", "", "", &bridge.from.to_string(), ""])?;
    for bar in &bridge.bars {
        let [from, to] = [bar.from_value, bar.to_value].map(|end| match value(bar.player, end) {
            Value::String(text) => text,
            _ => end.to_string(),
        });
        csv.write_record([name(bar.player), &from, &to, &bar.contribution.to_string(), &cell(bar.error)])?;
    }
    csv.write_record(["end", "", "", &bridge.to.to_string(), ""])?;
    Ok(csv.flush()?)
}

fn table(out: &mut impl Write, bridge: &Bridge) -> Result<(), Failure> {
    writeln!(out, "{:<26}{:>12}", "start", short(bridge.from))?;
    for bar in &bridge.bars {
        let sign = if bar.contribution < 0.0 { "" } else { "+" };
        let error = bar.error.map_or(String::new(), |error| format!(" ± {}", short(error)));
        let [from, to] = [bar.from_value, bar.to_value].map(|end| match value(bar.player, end) {
            Value::String(text) => text,
            _ => short(end),
        });
        let contribution = format!("{sign}{}", short(bar.contribution));
        writeln!(out, "{:<26}{contribution:>12}{error}  {from} to {to}", name(bar.player))?;
    }
    writeln!(out, "{:<26}{:>12}", "end", short(bridge.to))?;
    Ok(())
}
