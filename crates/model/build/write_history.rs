//! Writes the baselines and the reported quarters, converted from M$ to B$.

use crate::{
    tables::{BaselineRow, ReportedRow},
    write_inputs::{float, list},
};
use std::fmt::Write;

fn quarter(text: &str) -> String {
    let parts =
        text.split_once('Q').and_then(|(year, quarter)| Some((year.parse().ok()?, quarter.parse().ok()?)));
    let Some((year, quarter)): Option<(i32, u8)> = parts.filter(|(_, quarter)| (1..=4).contains(quarter))
    else {
        panic!("'{text}' is not a quarter such as 2025Q3");
    };
    format!("Quarter::literal({year}, {quarter})")
}

fn billions(millions: f64) -> String {
    format!("{} / 1000.0", float(millions))
}

fn optional(millions: Option<f64>) -> String {
    millions.map_or("None".into(), |millions| format!("Some({})", billions(millions)))
}

/// The code of `history.rs`.
pub fn history(baselines: &[BaselineRow], reported: &[ReportedRow]) -> String {
    let name = |row: &BaselineRow| format!("B{}", row.id);
    for baseline in baselines {
        let end = reported.iter().position(|row| row.quarter == baseline.history_end);
        let Some(end) = end.filter(|end| *end >= 7) else {
            panic!(
                "data/baselines.csv: {} needs eight reported quarters up to {}",
                baseline.id, baseline.history_end
            );
        };
        if reported[end - 7..=end].iter().any(|row| row.advertising_services.is_none()) {
            panic!(
                "data/baselines.csv: {}: advertising is not reported in all of its eight quarters",
                baseline.id
            );
        }
    }
    let mut code = String::new();
    let _ =
        writeln!(code, "/// Number of baselines.\npub const BASELINE_COUNT: usize = {};\n", baselines.len());
    code.push_str(
        "/// What was known at one date: the history and the base values that a run starts from.\n",
    );
    code.push_str("#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]\n#[repr(u8)]\npub enum Baseline {\n");
    for (place, row) in baselines.iter().enumerate() {
        let default = if place == 0 { "#[default] " } else { "" };
        let _ = writeln!(code, "    /// {}: {}.\n    {default}{},", row.label_en, row.what, name(row));
    }
    let _ = writeln!(
        code,
        "}}\n\nimpl Baseline {{\n    /// Every baseline; the first is the default.\n    pub const ALL: [Baseline; BASELINE_COUNT] = [{}];\n}}\n",
        list(baselines, |row| format!("Baseline::{}", name(row)))
    );
    let _ = writeln!(code, "static BASELINES: [BaselineDeclaration; BASELINE_COUNT] = [");
    for row in baselines {
        let _ = writeln!(
            code,
            "    BaselineDeclaration {{ id: {:?}, history_end: {}, label_en: {:?}, label_zh: {:?}, what: {:?}, what_zh: {:?} }},",
            row.id,
            quarter(&row.history_end),
            row.label_en,
            row.label_zh,
            row.what,
            row.what_zh
        );
    }
    let _ = writeln!(
        code,
        "];\n\n/// Every reported quarter of the data, oldest first.\npub static REPORTED: [ReportedQuarter; {}] = [",
        reported.len()
    );
    for row in reported {
        let _ = writeln!(
            code,
            "    ReportedQuarter {{ quarter: {}, sales: {}, operating_income: {}, aws_revenue: {}, aws_operating_income: {}, \
             ads_revenue: {}, ocf: {}, capex: {}, depreciation: {}, stock_compensation: {}, backlog: {}, aws_depreciation: {} }},",
            quarter(&row.quarter),
            billions(row.net_sales_total),
            billions(row.operating_income_total),
            billions(row.aws_net_sales),
            billions(row.aws_operating_income),
            optional(row.advertising_services),
            billions(row.ocf_quarter),
            billions(row.cash_capex_net),
            billions(row.da_cash_flow),
            billions(row.sbc),
            optional(row.rpo_backlog),
            optional(row.aws_depreciation)
        );
    }
    let _ = writeln!(code, "];\n\nstatic EVIDENCE: [ReportedEvidence; {}] = [", reported.len());
    for row in reported {
        if row.provenance.is_empty()
            || row.confidence.is_empty()
            || row.period_end.len() != "2025-09-30".len()
        {
            panic!("data/amazon-quarterly.csv: {} lacks its date, source or confidence", row.quarter);
        }
        let _ = writeln!(
            code,
            "    ReportedEvidence {{ quarter: {}, period_end: {:?}, source: {:?}, confidence: {:?}, rounded: {:?}, notes: {:?} }},",
            quarter(&row.quarter),
            row.period_end,
            row.provenance,
            row.confidence,
            row.rounded_or_estimated_fields,
            row.notes
        );
    }
    code.push_str("];\n");
    code
}
