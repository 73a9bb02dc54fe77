//! Writes the outputs of a quarter: the enum, its declarations, and the struct with a field an output.

use crate::{
    tables::OutputRow,
    write_inputs::{list, variant},
};
use std::fmt::Write;

/// The code of `outputs.rs`.
pub fn outputs(rows: &[OutputRow]) -> String {
    let mut code = String::new();
    let count = rows.len();
    let _ = writeln!(code, "/// Number of outputs of a quarter.\npub const OUTPUT_COUNT: usize = {count};\n");
    code.push_str("/// An output of a quarter, in the order of the specification.\n");
    code.push_str("#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u8)]\npub enum Output {\n");
    for row in rows {
        let _ = writeln!(code, "    /// {} ({}).\n    {},", row.meaning, row.unit, variant(&row.id));
    }
    let _ = writeln!(
        code,
        "}}\n\nimpl Output {{\n    /// Every output, in the order of the specification.\n    \
         pub const ALL: [Output; OUTPUT_COUNT] = [{}];\n}}\n",
        list(rows, |row| format!("Output::{}", variant(&row.id)))
    );
    code.push_str("/// The figures of one quarter, one field an output.\n#[derive(Clone, Copy, Debug, PartialEq)]\npub struct Figures<N> {\n");
    for row in rows {
        let _ = writeln!(code, "    /// {} ({}).\n    pub {}: N,", row.meaning, row.unit, field(&row.id));
    }
    let _ = writeln!(
        code,
        "}}\n\nimpl<N: Copy> Figures<N> {{\n    /// The figure of `output`; [`Output::Binding`] is the place of the limit in [`Limit::ALL`].\n    \
         #[must_use]\n    pub fn get(&self, output: Output) -> N {{ match output {{ {} }} }}\n}}\n",
        list(rows, |row| format!("Output::{} => self.{}", variant(&row.id), field(&row.id)))
    );
    code.push_str("static DECLARATIONS: [Declaration; OUTPUT_COUNT] = [\n");
    for row in rows {
        let _ = writeln!(
            code,
            "    Declaration {{ output: Output::{}, id: {:?}, unit: {:?}, label_en: {:?}, label_zh: {:?}, step: {:?}, meaning: {:?}, meaning_zh: {:?} }},",
            variant(&row.id),
            row.id,
            row.unit,
            row.label_en,
            row.label_zh,
            row.step,
            row.meaning,
            row.meaning_zh
        );
    }
    code.push_str("];\n");
    code
}

/// `use` is a word of the language.
fn field(id: &str) -> String {
    if id == "use" { "r#use".to_owned() } else { id.to_owned() }
}
