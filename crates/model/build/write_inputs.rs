//! Writes the input registry: the enum, its declarations, and the struct with a field an input.

use crate::tables::{CorrelationRow, InputRow};
use std::fmt::Write;

/// `capex_next_year` → `CapexNextYear`.
pub fn variant(id: &str) -> String {
    let mut name = String::new();
    for part in id.split(['_', '-']) {
        let mut letters = part.chars();
        name.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        name.push_str(letters.as_str());
    }
    name
}

/// A float literal that reads back the same.
pub fn float(value: f64) -> String {
    format!("{value:?}_f64")
}

/// The code of `inputs.rs`.
pub fn inputs(rows: &[InputRow], correlations: &[CorrelationRow]) -> String {
    let mut code = String::new();
    let count = rows.len();
    let mut line = |text: String| {
        code.push_str(&text);
        code.push('\n');
    };
    line(format!("/// Number of inputs of the model.\npub const INPUT_COUNT: usize = {count};\n"));
    line("/// An input of the model, in registry order: the order of `data/inputs.csv`.".into());
    line(
        "#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u8)]\npub enum Input {"
            .into(),
    );
    for row in rows {
        line(format!(
            "    /// {} ({}), {} to {}.\n    {},",
            row.label_en,
            row.unit,
            row.min,
            row.max,
            variant(&row.id)
        ));
    }
    line("}\n".into());
    line(format!(
        "impl Input {{\n    /// Every input, in registry order.\n    pub const ALL: [Input; INPUT_COUNT] = [{}];\n}}\n",
        list(rows, |row| format!("Input::{}", variant(&row.id)))
    ));
    line("/// A value for every input, one field an input, in the unit of its declaration.".into());
    line("#[derive(Clone, Copy, Debug, PartialEq)]\npub struct Inputs<N> {".into());
    for row in rows {
        line(format!("    /// {} ({}).\n    pub {}: N,", row.label_en, row.unit, row.id));
    }
    line("}\n".into());
    line(format!(
        "impl<N: Copy> Inputs<N> {{
    /// The value of `input`.
    #[must_use]
    pub fn get(&self, input: Input) -> N {{ match input {{ {} }} }}
    /// Sets `input` without looking at its range; [`Inputs::set`] checks it.
    pub fn put(&mut self, input: Input, value: N) {{ match input {{ {} }} }}
    /// Builds a set of inputs from a value for each.
    pub fn from_fn(mut value: impl FnMut(Input) -> N) -> Self {{ Self {{ {} }} }}
}}\n",
        list(rows, |row| format!("Input::{} => self.{}", variant(&row.id), row.id)),
        list(rows, |row| format!("Input::{} => self.{} = value", variant(&row.id), row.id)),
        list(rows, |row| format!("{}: value(Input::{})", row.id, variant(&row.id))),
    ));
    line("static DECLARATIONS: [Declaration; INPUT_COUNT] = [".into());
    for row in rows {
        let uncertainty = row.uncertainty.as_ref().map_or("None".into(), |(kind, low, high)| {
            format!("Some(Uncertainty::{} {{ low: {}, high: {} }})", variant(kind), float(*low), float(*high))
        });
        line(format!(
            "    Declaration {{ input: Input::{}, id: {:?}, key: {:?}, group: Group::{}, level: Level::{}, label_en: {:?}, \
             label_zh: {:?}, unit: {:?}, min: {}, max: {}, step: {}, base: [{}], uncertainty: {uncertainty}, \
             grade: Grade::{}, source: {:?}, note: {:?}, meaning_en: {:?}, meaning_zh: {:?} }},",
            variant(&row.id),
            row.id,
            row.key,
            variant(&row.group),
            variant(&row.level),
            row.label_en,
            row.label_zh,
            row.unit,
            float(row.min),
            float(row.max),
            float(row.step),
            row.base.iter().map(|base| float(*base)).collect::<Vec<_>>().join(", "),
            variant(&row.grade),
            row.source,
            row.note,
            row.meaning_en,
            row.meaning_zh,
        ));
    }
    line("];\n".into());
    line(format!(
        "/// Rank correlations between uncertain inputs; all other pairs are independent.\n\
        pub static CORRELATIONS: [Correlation; {}] = [",
        correlations.len()
    ));
    for row in correlations {
        line(format!(
            "    Correlation {{ a: Input::{}, b: Input::{}, rank_correlation: {}, why: {:?} }},",
            variant(&row.a),
            variant(&row.b),
            float(row.rank_correlation),
            row.why
        ));
    }
    line("];".into());
    code
}

/// The items of `rows`, separated by commas.
pub fn list<T>(rows: &[T], item: impl Fn(&T) -> String) -> String {
    let mut text = String::new();
    for row in rows {
        let _ = write!(text, "{}, ", item(row));
    }
    text
}
