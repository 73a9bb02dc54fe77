//! Checks `data/mechanisms.csv` and writes it as code.

use crate::table::{Row, rows};
use buildout_model::Output;
use buildout_trace::Step;
use serde::Deserialize;
use std::{fmt::Write, path::Path};

#[derive(Deserialize)]
struct Mechanism {
    id: String,
    phrase: String,
    mechanism_en: String,
    mechanism_zh: String,
    form_en: String,
    form_zh: String,
    carried_by: String,
    inputs: String,
    step: String,
    reason_en: String,
    reason_zh: String,
    observable_en: String,
    observable_zh: String,
}

/// The code of `mechanisms.rs`.
pub fn code(data: &Path) -> String {
    let rows = rows::<Mechanism>(data, "mechanisms.csv");
    let mut code = format!("static MECHANISMS: [Mechanism; {}] = [\n", rows.len());
    for (place, row) in rows.iter().enumerate() {
        let of = &row.of;
        let id = format!("M{}", place + 1);
        if of.id != id {
            row.fail("id", &of.id, format_args!("mechanisms are numbered in order, so {id}"));
        }
        let _ = writeln!(
            code,
            "    Mechanism {{ id: {:?}, phrase: {:?}, what: {}, form: {}, carried_by: &[{}], inputs: &[{}], steps: &{:?}, reason: {}, observable: {} }},",
            of.id,
            row.words("phrase", &of.phrase),
            row.both("mechanism", &of.mechanism_en, &of.mechanism_zh),
            row.both("form", &of.form_en, &of.form_zh),
            carriers(row),
            inputs(row),
            of.step.split_whitespace().collect::<Vec<_>>(),
            reason(row),
            row.both("observable", &of.observable_en, &of.observable_zh),
        );
    }
    code + "];\n"
}

/// Outputs and intermediate figures; each belongs to one of the steps that the row names, and each of those has one.
fn carriers(row: &Row<Mechanism>) -> String {
    let steps: Vec<_> = row.of.step.split_whitespace().collect();
    let mut unused = steps.clone();
    let mut code = String::new();
    for id in row.of.carried_by.split_whitespace() {
        let step = Step::declarations().iter().find(|step| step.id == id);
        let of_step = match (Output::from_id(id), step) {
            (Some(output), _) => {
                let _ = write!(code, "Carrier::Output(Output::{output:?}), ");
                output.declaration().step
            }
            (None, Some(step)) => {
                let _ = write!(code, "Carrier::Step({id:?}), ");
                step.step
            }
            (None, None) => {
                row.fail("carried_by", id, "it must be an id of data/outputs.csv or data/steps.csv")
            }
        };
        if !steps.contains(&of_step) {
            row.fail("step", &row.of.step, format_args!("{id} is computed in step {of_step}"));
        }
        unused.retain(|step| *step != of_step);
    }
    if let [step, ..] = unused[..] {
        row.fail("step", step, "nothing that carries the mechanism is computed there");
    }
    code
}

fn inputs(row: &Row<Mechanism>) -> String {
    let mut code = String::new();
    for id in row.words("inputs", &row.of.inputs).split_whitespace() {
        let Ok(input) = buildout_model::Input::from_id(id) else {
            row.fail("inputs", id, "it must be an id of data/inputs.csv")
        };
        let _ = write!(code, "Input::{input:?}, ");
    }
    code
}

/// Why it is not carried, or only in part.
fn reason(row: &Row<Mechanism>) -> String {
    let Mechanism { reason_en, reason_zh, carried_by, .. } = &row.of;
    if !(reason_en.is_empty() && reason_zh.is_empty()) {
        return format!("Some({})", row.both("reason", reason_en, reason_zh));
    }
    if carried_by.trim().is_empty() {
        row.fail("carried_by", carried_by, "what nothing carries has a reason why not");
    }
    "None".to_owned()
}
