//! The parts of `docs/model.md` and `docs/model.zh.md` that come from the tables.
//!
//! `cargo run -p buildout-evidence --example write_docs` puts them in place, and a test asserts that they are current.

use crate::{Carried, EdgeKind, Words, edges, mechanisms, nodes};
use core::fmt::Write;

/// The line before the mechanisms in both documents; what follows it is written by [`mechanisms_table`].
pub const MECHANISMS_BEGIN: &str = "<!-- mechanisms: written from data/mechanisms.csv -->";

/// The line after the mechanisms in both documents.
pub const MECHANISMS_END: &str = "<!-- end of mechanisms -->";

/// The language of a document.
pub type Pick = fn(Words) -> &'static str;

/// The chain as a Mermaid flow chart, without its fence; feedback is dotted.
#[must_use]
pub fn mermaid(pick: Pick) -> String {
    let mut text = String::from("flowchart TB\n");
    for node in nodes() {
        let _ = writeln!(text, "  {}[\"{}\"]", node.id, pick(node.label));
    }
    for edge in edges() {
        let (from, to) = (edge.from.id, edge.to.id);
        let _ = match edge.kind {
            EdgeKind::Forward(_) => writeln!(text, "  {from} --> {to}"),
            EdgeKind::Feedback(words) => writeln!(text, "  {from} -. \"{}\" .-> {to}", pick(words)),
        };
    }
    text
}

/// A step as both documents name it: by its number, or by its heading where it has none.
#[must_use]
pub fn step_name(step: &'static str) -> Words {
    match step {
        "plans" => Words { en: "Plans", zh: "计划" },
        "opening" => Words { en: "Opening position", zh: "期初状态" },
        number => Words { en: number, zh: number },
    }
}

/// The mechanisms as a table: what each says, which figures carry it, why not where they do not, and where to look for it.
#[must_use]
pub fn mechanisms_table(pick: Pick) -> String {
    let say = |en, zh| pick(Words { en, zh });
    let mut text = format!(
        "| # | {} | {} | {} | {} | {} |\n|---|---|---|---|---|---|\n",
        say("Mechanism", "机制"),
        say("In the model", "模型中的形式"),
        say("Carried by", "体现于"),
        say("Why not, or not whole", "未体现或不完整的原因"),
        say("Watch", "观察"),
    );
    for mechanism in mechanisms() {
        let carried = match mechanism.carried() {
            Carried::Whole | Carried::Partly => {
                let ids: Vec<_> =
                    mechanism.carried_by.iter().map(|carrier| format!("`{}`", carrier.id())).collect();
                let steps: Vec<_> = mechanism.steps.iter().map(|step| pick(step_name(step))).collect();
                let steps = steps.join(say(", ", "、"));
                let ids = ids.join(say(", ", "、"));
                format!("{ids}{}{steps}{}", say(" (step ", "（步骤 "), say(")", "）"))
            }
            Carried::Not => say("not carried", "没有体现").to_owned(),
        };
        let reason = match (mechanism.carried(), mechanism.reason) {
            (Carried::Partly, Some(reason)) => format!("{}{}", say("Partly. ", "部分体现。"), pick(reason)),
            (_, reason) => reason.map_or("–".to_owned(), |reason| pick(reason).to_owned()),
        };
        let _ = writeln!(
            text,
            "| {} | “{}”{}{} | {} | {carried} | {reason} | {} |",
            mechanism.id,
            mechanism.phrase,
            say(": ", "："),
            pick(mechanism.what),
            pick(mechanism.form),
            pick(mechanism.observable),
        );
    }
    text
}
