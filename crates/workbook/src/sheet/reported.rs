//! The reported quarters that the run starts from.

use crate::{
    layout::{FIRST_REPORTED, FIRST_ROW, REPORTED_FIGURES},
    plan::Plan,
    tables::{source, unit},
};
use buildout_model::REPORTED;
use rust_xlsxwriter::{Worksheet, XlsxError};

pub(crate) fn write(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let styles = &plan.styles;
    sheet.write_string_with_format(0, 0, plan.pick("Reported quarters", "已公布季度"), &styles.title)?;
    let hint = plan.pick(
        "As Amazon reported them. The run looks back on the last four for trailing years, growth and seasons.",
        "亚马逊公布的数字。运行用最后四个季度计算过去一年合计、同比增速与季节性。",
    );
    sheet.write_string_with_format(1, 0, hint, &styles.quiet)?;
    sheet.write_string_with_format(FIRST_ROW - 1, 0, plan.pick("Quarter", "季度"), &styles.head)?;
    sheet.set_column_width(0, 10)?;
    let mut column = FIRST_REPORTED;
    for output in REPORTED_FIGURES {
        let declared = output.declaration();
        let label = plan.pick(declared.label_en, declared.label_zh);
        sheet.write_string_with_format(
            FIRST_ROW - 2,
            column,
            unit(declared.unit, plan.language()),
            &styles.quiet,
        )?;
        sheet.write_string_with_format(FIRST_ROW - 1, column, label, &styles.head_right)?;
        sheet.set_column_width(column, 22)?;
        column += 1;
    }
    for (head, width) in [(plan.pick("Confidence", "可信度"), 24), (plan.pick("Source", "来源"), 120)] {
        sheet.write_string_with_format(FIRST_ROW - 1, column, head, &styles.head)?;
        sheet.set_column_width(column, width)?;
        column += 1;
    }
    sheet.set_freeze_panes(FIRST_ROW, FIRST_REPORTED)?;

    for quarter in plan.layout.reported_quarters() {
        let row = plan.layout.reported_row(quarter);
        sheet.write_string_with_format(row, 0, quarter.to_string(), &styles.strong)?;
        let reported = REPORTED.iter().find(|reported| reported.quarter == quarter);
        let mut column = FIRST_REPORTED;
        for output in REPORTED_FIGURES {
            if let Some(value) = reported.and_then(|reported| reported.get(output)) {
                let style = styles.given(output.declaration().unit);
                sheet.write_number_with_format(row, column, value, &style)?;
            }
            column += 1;
        }
        let (source, confidence) = source(quarter);
        sheet.write_string_with_format(row, column, confidence, styles.plain())?;
        sheet.write_string_with_format(row, column + 1, source, styles.plain())?;
    }
    Ok(())
}
