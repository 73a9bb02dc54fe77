//! `sensitivity`: which inputs move a figure, over their ranges, where they stand, and by their share of its variance.

use crate::{
    about::About,
    args::{Format, Ranged, Sensitivity},
    failure::Failure,
    parallel,
    print::{cell, json, short},
};
use buildout_analysis::{Gust, Slope, VariancePlan, VarianceShares, slopes, tornado, tornado_of};
use buildout_model::{Input, Level};
use serde_json::{Value, json as object};
use std::io::Write;

/// What there is to say about an input.
struct Row {
    gust: Gust,
    slope: Slope,
}

pub(crate) fn sensitivity(command: &Sensitivity, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    let About { chosen, quarters, target } = About::read(&command.about, quiet)?;
    let (scenario, uncertain) = (&chosen.link.scenario, &chosen.link.uncertain);
    let gusts = match command.ranges {
        Ranged::Drawn => tornado(scenario, quarters, target, &uncertain.ranges),
        Ranged::Primary => tornado_of(scenario, quarters, target, &whole(|level| level == Level::Primary)),
        Ranged::All => tornado_of(scenario, quarters, target, &whole(|_| true)),
    };
    let inputs: Vec<_> = gusts.iter().map(|gust| gust.input).collect();
    let slopes = slopes(scenario, quarters, target, &inputs);
    let rows: Vec<_> = gusts.into_iter().zip(slopes).map(|(gust, slope)| Row { gust, slope }).collect();
    let shares = (command.ranges == Ranged::Drawn && command.rows > 0).then(|| {
        let seed = command.seed.unwrap_or(uncertain.seed);
        let plan = VariancePlan::new(scenario, quarters, target, &uncertain.ranges, seed, command.rows);
        let parts =
            parallel::in_order("variance", plan.parts() as usize, quiet, |part| plan.part(part as u32));
        plan.shares(parts)
    });
    let shares = shares.flatten();
    let value = |input: Input| scenario.get(input);
    match command.format {
        Format::Csv => csv(out, &rows, value, shares.as_ref()),
        Format::Json => {
            let now = target.read(scenario.inputs(), &scenario.run(quarters));
            let rows: Vec<_> =
                rows.iter().map(|row| as_json(row, value(row.gust.input), shares.as_ref())).collect();
            json(
                out,
                &object!({
                    "target": target.to_string(),
                    "unit": target.unit(),
                    "now": now,
                    "inputs": rows,
                    "grades": shares.as_ref().map(grades),
                    "deviation": shares.as_ref().map(|shares| shares.deviation),
                }),
            )
        }
        Format::Table => table(out, &rows, value, shares.as_ref()),
    }
}

/// The whole ranges of the inputs of some levels.
fn whole(is_wanted: impl Fn(Level) -> bool) -> Vec<(Input, f64, f64)> {
    let declarations = Input::ALL.into_iter().map(Input::declaration);
    let wanted = declarations.filter(|declaration| is_wanted(declaration.level));
    wanted.map(|declaration| (declaration.input, declaration.min, declaration.max)).collect()
}

/// First-order and total share of an input, with their errors.
fn shares_of(shares: Option<&VarianceShares>, input: Input) -> [Option<f64>; 4] {
    let of_input = shares.and_then(|shares| shares.inputs.iter().find(|share| share.input == input));
    of_input.map_or([None; 4], |share| {
        [share.first.share, share.first.error, share.total.share, share.total.error].map(Some)
    })
}

fn csv(
    out: &mut impl Write,
    rows: &[Row],
    value: impl Fn(Input) -> f64,
    shares: Option<&VarianceShares>,
) -> Result<(), Failure> {
    let mut csv = csv::Writer::from_writer(out);
    csv.write_record([
        "input",
        "grade",
        "value",
        "low",
        "high",
        "result_low",
        "result_high",
        "per_unit",
        "per_percent",
        "variance_first",
        "variance_first_error",
        "variance_total",
        "variance_total_error",
    ])?;
    for Row { gust, slope } in rows {
        let value = value(gust.input);
        let [low, high] = [gust.low, gust.high].map(Some);
        let numbers =
            [Some(value), low, high, gust.at_low, gust.at_high, slope.per_unit, slope.per_percent(value)];
        let declaration = gust.input.declaration();
        let texts = [declaration.id.to_owned(), declaration.grade.id().to_owned()];
        let numbers = numbers.into_iter().chain(shares_of(shares, gust.input)).map(cell);
        csv.write_record(texts.into_iter().chain(numbers))?;
    }
    Ok(csv.flush()?)
}

fn as_json(Row { gust, slope }: &Row, value: f64, shares: Option<&VarianceShares>) -> Value {
    let declaration = gust.input.declaration();
    let [first, first_error, total, total_error] = shares_of(shares, gust.input);
    object!({
        "input": declaration.id,
        "unit": declaration.unit,
        "grade": declaration.grade.id(),
        "value": value,
        "low": {"value": gust.low, "result": gust.at_low},
        "high": {"value": gust.high, "result": gust.at_high},
        "per_unit": slope.per_unit,
        "per_percent": slope.per_percent(value),
        "variance": {"first": first, "first_error": first_error, "total": total, "total_error": total_error},
    })
}

fn grades(shares: &VarianceShares) -> Value {
    let grade = |share: &buildout_analysis::GradeShare| {
        object!({
            "grade": share.grade.id(),
            "inputs": share.inputs,
            "first": share.first.share,
            "first_error": share.first.error,
            "total": share.total.share,
            "total_error": share.total.error,
        })
    };
    shares.grades.iter().map(grade).collect()
}

fn table(
    out: &mut impl Write,
    rows: &[Row],
    value: impl Fn(Input) -> f64,
    shares: Option<&VarianceShares>,
) -> Result<(), Failure> {
    let none = || "–".to_owned();
    let say = |number: Option<f64>| number.map_or_else(none, short);
    let heads = ["input", "from", "to", "gives", "to", "for 1 %", "variance"];
    writeln!(
        out,
        "{:<24}{:>10}{:>10}{:>12}{:>12}{:>11}{:>10}",
        heads[0], heads[1], heads[2], heads[3], heads[4], heads[5], heads[6]
    )?;
    for Row { gust, slope } in rows {
        let [.., total, _] = shares_of(shares, gust.input);
        let share = total.map_or_else(none, |share| format!("{:.1} %", 100.0 * share.max(0.0)));
        writeln!(
            out,
            "{:<24}{:>10}{:>10}{:>12}{:>12}{:>11}{share:>10}",
            gust.input.id(),
            short(gust.low),
            short(gust.high),
            say(gust.at_low),
            say(gust.at_high),
            say(slope.per_percent(value(gust.input))),
        )?;
    }
    for grade in shares.iter().flat_map(|shares| &shares.grades) {
        let (id, share) = (grade.grade.id(), 100.0 * grade.first.share.max(0.0));
        writeln!(out, "{share:.1} % of the variance rests on what is {id} ({} inputs)", grade.inputs)?;
    }
    Ok(())
}
