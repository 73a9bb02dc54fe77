//! The spread of figures as CSV, JSON and a table.

use super::spread::{Spread, Spreads, side_id};
use crate::{
    failure::Failure,
    print::{cell, short},
};
use buildout_analysis::{FAN, Side};
use serde_json::{Map, Value, json as object};
use std::io::Write;

/// The columns of a fan: the values below which 5, 25, 50, 75 and 95 % of the draws lie.
const FAN_COLUMNS: [&str; 5] = ["p5", "p25", "p50", "p75", "p95"];

/// A row a figure and a side.
pub(super) fn csv(out: &mut impl Write, spreads: &Spreads<'_>) -> Result<(), Failure> {
    let mut csv = csv::Writer::from_writer(out);
    let [p5, p25, p50, p75, p95] = FAN_COLUMNS;
    csv.write_record([
        "scenario",
        "figure",
        "run",
        "mean",
        "min",
        p5,
        p25,
        p50,
        p75,
        p95,
        "max",
        "p50_error",
        "above",
        "share_above",
        "missing",
    ])?;
    for spread in spreads.all() {
        let Spread { side, target, run, drawn, median_error } = spread;
        let ends = drawn.ends();
        let numbers = [run, drawn.mean(), ends.map(|(min, _)| min)]
            .into_iter()
            .chain(FAN.map(|share| drawn.quantile(share)))
            .chain([
                ends.map(|(_, max)| max),
                median_error,
                Some(spreads.above),
                drawn.share_above(spreads.above),
            ])
            .map(cell);
        let names = [side_id(side).to_owned(), target.to_string()];
        csv.write_record(names.into_iter().chain(numbers).chain([drawn.missing().to_string()]))?;
    }
    Ok(csv.flush()?)
}

pub(super) fn as_json(spreads: &Spreads<'_>) -> Value {
    let figures: Vec<Value> = spreads.all().iter().map(|spread| figure(spread, spreads.above)).collect();
    object!({
        "draws": spreads.tally.draws(),
        "seed": spreads.study.seed,
        "inputs_drawn": spreads.study.ranges.drawn().map(|(input, _)| input.id()).collect::<Vec<_>>(),
        "figures": figures,
        "fcf_positive_by": turned(spreads),
    })
}

fn figure(spread: &Spread<'_>, above: f64) -> Value {
    let Spread { side, target, run, drawn, median_error } = spread;
    let fan: Map<String, Value> = FAN_COLUMNS
        .into_iter()
        .zip(FAN)
        .map(|(name, share)| (name.to_owned(), object!(drawn.quantile(share))))
        .collect();
    object!({
        "scenario": side_id(*side),
        "figure": target.to_string(),
        "unit": target.unit(),
        "run": run,
        "mean": drawn.mean(),
        "min": drawn.ends().map(|(min, _)| min),
        "fan": fan,
        "max": drawn.ends().map(|(_, max)| max),
        "p50_error": median_error,
        "above": above,
        "share_above": drawn.share_above(above),
        "missing": drawn.missing(),
    })
}

/// For each quarter, the share of draws in which free cash flow of the trailing year is above zero from then on.
fn turned(spreads: &Spreads<'_>) -> Value {
    let first = spreads.study.scenario.baseline().first_quarter();
    let sides = spreads.sides().iter().filter(|side| **side != Side::Difference);
    let rows = sides.flat_map(|side| {
        let shares = spreads.survey.turned_by(spreads.tally, *side);
        shares.into_iter().zip(0..).map(move |(share, place)| {
            object!({"scenario": side_id(*side), "quarter": first.plus(place).to_string(), "share": share})
        })
    });
    rows.collect()
}

pub(super) fn table(out: &mut impl Write, spreads: &Spreads<'_>) -> Result<(), Failure> {
    let above = format!("above {}", short(spreads.above));
    write!(out, "{:10} {:>22} {:>9}", "scenario", "figure", "run")?;
    for name in FAN_COLUMNS {
        write!(out, " {name:>9}")?;
    }
    writeln!(out, " {above:>9}")?;
    for Spread { side, target, run, drawn, .. } in spreads.all() {
        let text = |number: Option<f64>| number.map_or("none".to_owned(), short);
        write!(out, "{:10} {:>22} {:>9}", side_id(side), target.to_string(), text(run))?;
        for share in FAN {
            write!(out, " {:>9}", text(drawn.quantile(share)))?;
        }
        let share = drawn
            .share_above(spreads.above)
            .map_or("none".to_owned(), |share| format!("{:.1} %", 100.0 * share));
        writeln!(out, " {share:>9}")?;
    }
    writeln!(
        out,
        "\n{} draws, seed {}; p5 to p95: what 5 to 95 % of the draws lie below; run: every input as it stands",
        spreads.tally.draws(),
        spreads.study.seed
    )?;
    Ok(())
}
