//! The model: a row a figure, a column a quarter, every cell a formula.

use crate::{
    formula::FormulaWriter,
    layout::{FIRST_QUARTER, FIRST_ROW, OPENING, Row},
    plan::Plan,
    tables::unit,
    words::step,
};
use rust_xlsxwriter::{Format, Formula, Worksheet, XlsxError};
use std::collections::HashMap;

pub(crate) fn write(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    head(sheet, plan)?;
    let mut rows_style: HashMap<&str, Format> = HashMap::new();
    for (row, place) in plan.layout.rows().iter().zip(FIRST_ROW..) {
        match row {
            Row::Step(id) => {
                for column in 0..=plan.layout.last_column() {
                    sheet.write_blank(place, column, &plan.styles.step)?;
                }
                sheet.write_string_with_format(place, 0, step(id, plan.language()), &plan.styles.step)?;
            }
            Row::Figure(figure) => {
                let plain = plan.styles.plain();
                sheet.write_string_with_format(place, 0, figure.step(), &plan.styles.quiet)?;
                sheet.write_string_with_format(place, 1, figure.to_string(), plain)?;
                sheet.write_string_with_format(place, 2, plan.label(*figure), plain)?;
                sheet.write_string_with_format(place, 3, unit(figure.unit(), plan.language()), plain)?;
                rows_style.entry(figure.unit()).or_insert_with(|| plan.styles.number(figure.unit()));
            }
        }
    }
    let writer = FormulaWriter { trace: plan.trace, layout: &plan.layout, language: plan.language() };
    for cell in plan.trace.cells() {
        let Some(expression) = &cell.expression else { continue };
        let Some((row, column)) = plan.layout.model(cell.figure, cell.quarter) else { continue };
        let Some(style) = rows_style.get(cell.figure.unit()) else { continue };
        let formula = Formula::new(writer.formula(expression)).set_result(format!("{:?}", cell.value));
        sheet.write_formula_with_format(row, column, formula, style)?;
    }
    Ok(())
}

fn head(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let styles = &plan.styles;
    sheet.write_string_with_format(0, 0, plan.pick("Model", "模型"), &styles.title)?;
    let hint = plan.pick(
        "Every cell from column E on is a formula. Steps are numbered as in docs/model.md; plans go on past the run, because facilities lead power.",
        "自 E 列起每个单元格都是公式。步骤编号与 docs/model.md 一致；由于机房先于电力订购，计划延伸到运行期之后。",
    );
    sheet.write_string_with_format(1, 0, hint, &styles.quiet)?;
    let heads = [
        (plan.pick("Step", "步骤"), 8),
        (plan.pick("Name", "名称"), 30),
        (plan.pick("Figure", "数字"), 50),
        (plan.pick("Unit", "单位"), 18),
    ];
    for ((head, width), column) in heads.into_iter().zip(0..) {
        sheet.write_string_with_format(FIRST_ROW - 1, column, head, &styles.head)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.write_string_with_format(FIRST_ROW - 1, OPENING, plan.pick("Start", "期初"), &styles.head_right)?;
    sheet.set_column_width(OPENING, 12)?;
    let first = plan.trace.baseline().first_quarter();
    for column in FIRST_QUARTER..=plan.layout.last_column() {
        let place = column - FIRST_QUARTER;
        let is_run = usize::from(place) < plan.trace.quarters();
        let style = if is_run { &styles.head_right } else { &styles.head_ahead };
        sheet.write_string_with_format(
            FIRST_ROW - 1,
            column,
            first.plus(i32::from(place)).to_string(),
            style,
        )?;
        sheet.set_column_width(column, 11)?;
    }
    sheet.set_freeze_panes(FIRST_ROW, FIRST_QUARTER)?;
    Ok(())
}
