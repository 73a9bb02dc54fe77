//! Checks `data/claims.csv` and writes it as code.

use crate::table::{Row, rows};
use buildout_model::{Output, Quarter, ReportedQuarter};
use serde::Deserialize;
use std::{fmt::Write, path::Path};

#[derive(Deserialize)]
struct Claim {
    number: usize,
    phrase: String,
    gloss_en: String,
    meaning_en: String,
    meaning_zh: String,
    sense: String,
    value: String,
    value_to: String,
    unit: String,
    date: String,
    since_en: String,
    since_zh: String,
    reported_output: String,
    reported_quarter: String,
    less_quarter: String,
    factor: Option<f64>,
    verdict: String,
    sets: String,
    source: String,
}

/// How a phrase states its value, and the variant of `Sense` for it.
const SENSES: [(&str, &str); 5] =
    [("is", "Is"), ("about", "About"), ("at-least", "AtLeast"), ("above", "Above"), ("range", "Range")];

/// What became of a claim, and the variant of `Verdict` for it.
const VERDICTS: [(&str, &str); 7] = [
    ("agrees", "Agrees"),
    ("met", "Met"),
    ("exceeded", "Exceeded"),
    ("on-course", "OnCourse"),
    ("differs", "Differs"),
    ("vendor-claim", "VendorClaim"),
    ("opinion", "Opinion"),
];

/// The code of `claims.rs`.
pub fn code(data: &Path) -> String {
    let rows = rows::<Claim>(data, "claims.csv");
    let mut code = format!("static CLAIMS: [Claim; {}] = [\n", rows.len());
    for (place, row) in rows.iter().enumerate() {
        let claim = &row.of;
        if claim.number != place + 1 {
            row.fail("number", claim.number, format_args!("claims are numbered in order, so {}", place + 1));
        }
        let _ = writeln!(
            code,
            "    Claim {{ number: {}, phrase: {:?}, gloss_en: {:?}, meaning: {}, stated: {}, unit: {:?}, date: {:?}, since: {}, reported: {}, verdict: Verdict::{}, about: {}, source: {:?} }},",
            claim.number,
            row.words("phrase", &claim.phrase),
            row.words("gloss_en", &claim.gloss_en),
            row.both("meaning", &claim.meaning_en, &claim.meaning_zh),
            stated(row),
            claim.unit,
            date(row),
            row.both("since", &claim.since_en, &claim.since_zh),
            reported(row),
            variant(row, "verdict", &claim.verdict, &VERDICTS),
            row.about("sets", row.words("sets", &claim.sets)),
            row.words("source", &claim.source),
        );
    }
    code + "];\n"
}

fn variant(row: &Row<Claim>, column: &str, value: &str, of: &[(&str, &'static str)]) -> &'static str {
    match of.iter().find(|(name, _)| *name == value) {
        Some((_, variant)) => variant,
        None => {
            let names: Vec<_> = of.iter().map(|(name, _)| *name).collect();
            row.fail(column, value, format_args!("it must be one of {}", names.join(", ")))
        }
    }
}

/// The value with its precision; none where the phrase gives no number.
fn stated(row: &Row<Claim>) -> String {
    let Claim { value, value_to, sense, unit, .. } = &row.of;
    if value.is_empty() {
        if !(value_to.is_empty() && sense.is_empty()) {
            row.fail("value", value, "what has a sense or an upper end has a value");
        }
        return "None".to_owned();
    }
    row.words("unit", unit);
    let low = number(row, "value", value);
    let high = if value_to.is_empty() { low } else { number(row, "value_to", value_to) };
    let sense = variant(row, "sense", sense, &SENSES);
    if high < low || (high > low) != (sense == "Range") {
        row.fail("value_to", value_to, "a range, and nothing else, has an upper end above its value");
    }
    let decimals = value.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    format!("Some(Stated {{ sense: Sense::{sense}, value: {low:?}, to: {high:?}, decimals: {decimals} }})")
}

fn number(row: &Row<Claim>, column: &str, text: &str) -> f64 {
    match text.parse::<f64>() {
        Ok(number) if number.is_finite() => number,
        _ => row.fail(column, text, "it must be a number"),
    }
}

/// A year, a month, a day or a quarter.
fn date(row: &Row<Claim>) -> &str {
    let date = &row.of.date;
    let is_number =
        |text: &str, most: u32| text.parse().is_ok_and(|number: u32| (1..=most).contains(&number));
    let mut parts = date.split('-');
    let is_iso = parts.next().is_some_and(|year| year.len() == 4 && is_number(year, 9999))
        && parts.next().is_none_or(|month| month.len() == 2 && is_number(month, 12))
        && parts.next().is_none_or(|day| day.len() == 2 && is_number(day, 31))
        && parts.next().is_none();
    if !is_iso && Quarter::parse(date).is_none() {
        row.fail(
            "date",
            date,
            "it must be a quarter such as 2025Q3, or a year, month or day such as 2025-10-30",
        );
    }
    date
}

/// The figure of a filing, which must be there.
fn reported(row: &Row<Claim>) -> String {
    let Claim { reported_output, reported_quarter, less_quarter, factor, .. } = &row.of;
    if reported_output.is_empty() {
        if !(reported_quarter.is_empty() && less_quarter.is_empty() && factor.is_none()) {
            row.fail(
                "reported_output",
                reported_output,
                "what has a reported quarter or a factor has an output",
            );
        }
        return "None".to_owned();
    }
    let Some(output) = Output::from_id(reported_output) else {
        row.fail("reported_output", reported_output, "it must be an id of data/outputs.csv")
    };
    let quarter = |column: &str, text: &str| {
        let reported = Quarter::parse(text).and_then(ReportedQuarter::at);
        let Some(quarter) = reported.filter(|reported| reported.get(output).is_some()) else {
            row.fail(
                column,
                text,
                format_args!("it must be a quarter in which {reported_output} was reported"),
            )
        };
        let (year, number) = (quarter.quarter.year(), quarter.quarter.quarter());
        format!("({year}, {number})")
    };
    let at = quarter("reported_quarter", reported_quarter);
    let less = if less_quarter.is_empty() {
        "None".to_owned()
    } else {
        format!("Some({})", quarter("less_quarter", less_quarter))
    };
    let Some(factor) = factor.filter(|factor| factor.is_finite() && *factor > 0.0) else {
        row.fail("factor", "", "a reported figure has a factor above 0")
    };
    format!("Some(Filed {{ output: Output::{output:?}, at: {at}, less: {less}, factor: {factor:?} }})")
}
