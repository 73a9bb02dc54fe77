//! The first sheet: what this is, how to use it, and what it is not.

use crate::{plan::Plan, words::paragraphs};
use buildout_model::MODEL_VERSION;
use rust_xlsxwriter::{Worksheet, XlsxError};

/// The longest address that spreadsheets follow; a longer one stands as text, to be copied.
const LONGEST_ADDRESS: usize = 2_079;

pub(crate) fn write(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let request = plan.request;
    let baseline = request.scenario.baseline();
    sheet.set_column_width(0, 28)?.set_column_width(1, 100)?;
    sheet.write_string_with_format(0, 0, plan.pick("Buildout", "Buildout"), &plan.styles.title)?;
    sheet.write_string_with_format(0, 1, request.title, &plan.styles.title)?;
    let label = plan.pick(baseline.label_en(), baseline.label_zh());
    let what = plan.pick(baseline.what(), baseline.what_zh());
    let changed = request.scenario.changes().count();
    let (first, last) =
        (baseline.first_quarter(), baseline.first_quarter().plus(request.quarters as i32 - 1));
    let facts = [
        (plan.pick("Link of the scenario", "情景链接"), request.link.to_owned()),
        (plan.pick("Made on", "生成日期"), request.made_on.to_owned()),
        (plan.pick("Baseline", "基准"), format!("{}: {label} ({what})", baseline.id())),
        (plan.pick("Reported up to", "已公布至"), baseline.history_end().to_string()),
        (plan.pick("Quarters run", "运行季度"), format!("{} ({first} – {last})", request.quarters)),
        (plan.pick("Inputs changed", "已修改输入"), changed.to_string()),
        (plan.pick("Model version", "模型版本"), MODEL_VERSION.to_string()),
    ];
    let mut row = 2;
    for (name, fact) in &facts {
        sheet.write_string_with_format(row, 0, *name, &plan.styles.strong)?;
        let is_address = fact.starts_with("http://") || fact.starts_with("https://");
        if is_address && fact.chars().count() <= LONGEST_ADDRESS {
            sheet.write_url(row, 1, fact.as_str())?;
        } else {
            sheet.write_string_with_format(row, 1, fact, &plan.styles.text)?;
        }
        row += 1;
    }
    row += 1;
    for (name, paragraph) in paragraphs(plan.language()) {
        sheet.write_string_with_format(row, 0, name, &plan.styles.strong)?;
        sheet.write_string_with_format(row, 1, paragraph, &plan.styles.text)?;
        // About a hundred Latin or fifty Chinese characters fit into a line.
        let width: u32 = paragraph.chars().map(|letter| if letter.is_ascii() { 1 } else { 2 }).sum();
        sheet.set_row_height(row, f64::from(width / 100 + 1) * 15.0)?;
        row += 1;
    }
    Ok(())
}
