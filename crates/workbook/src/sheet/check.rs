//! The check: every formula beside the engine's figure.

use crate::{layout::FIRST_ROW, plan::Plan, sheet::Sheet, tables::unit};
use buildout_model::Output;
use rust_xlsxwriter::{Formula, Worksheet, XlsxError, utility::row_col_to_cell};

/// The largest difference that counts as none: relative, or absolute below 1.
pub(crate) const TOLERANCE: &str = "0.000001";

const NAME: u16 = 0;
const ENGINE: u16 = 4;
const MODEL: u16 = 5;
const DIFFERENCE: u16 = 6;

/// The cell that counts differences.
const COUNT: (u32, u16) = (2, DIFFERENCE);

pub(crate) fn write(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let styles = &plan.styles;
    sheet.write_string_with_format(0, 0, plan.pick("Check", "核对"), &styles.title)?;
    let hint = plan.pick(
        "Engine: the figures of the scenario that the link on the first sheet opens. Once an input is changed they stay those of that scenario, and differences are what the change does.",
        "引擎：首页链接所指情景的数字。修改输入后它们仍是原情景的，差异就是修改带来的变化。",
    );
    sheet.write_string_with_format(1, 0, hint, &styles.quiet)?;
    let heads = [
        (plan.pick("Name", "名称"), 28),
        (plan.pick("Figure", "数字"), 34),
        (plan.pick("Unit", "单位"), 18),
        (plan.pick("Quarter", "季度"), 10),
        (plan.pick("Engine", "引擎"), 20),
        (plan.pick("Model", "模型"), 20),
        (plan.pick("Difference, relative, or absolute below 1", "差异（相对；小于 1 时为绝对）"), 40),
    ];
    for ((head, width), column) in heads.into_iter().zip(0..) {
        let style = if column >= ENGINE { &styles.head_right } else { &styles.head };
        sheet.write_string_with_format(FIRST_ROW - 1, column, head, style)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(FIRST_ROW, 0)?;

    let mut row = FIRST_ROW;
    for output in Output::ALL {
        let declared = output.declaration();
        for (quarter, figures) in plan.trajectory.quarters() {
            let Some(model) = plan.output(output, quarter) else { continue };
            let number = styles.given("");
            let engine = figures.get(output);
            sheet.write_string_with_format(row, NAME, declared.id, styles.plain())?;
            let label = plan.pick(declared.label_en, declared.label_zh);
            sheet.write_string_with_format(row, 1, label, styles.plain())?;
            sheet.write_string_with_format(row, 2, unit(declared.unit, plan.language()), styles.plain())?;
            sheet.write_string_with_format(row, 3, quarter.to_string(), styles.plain())?;
            sheet.write_number_with_format(row, ENGINE, engine, &number)?;
            let model = Formula::new(model).set_result(format!("{engine:?}"));
            sheet.write_formula_with_format(row, MODEL, model, &number)?;
            let (engine, model) = (row_col_to_cell(row, ENGINE), row_col_to_cell(row, MODEL));
            let difference =
                Formula::new(format!("ABS({model}-{engine})/MAX(1,ABS({engine}))")).set_result("0");
            sheet.write_formula_with_format(row, DIFFERENCE, difference, &number)?;
            row += 1;
        }
    }
    let differences = format!(
        "SUMPRODUCT(--({}:{}>{TOLERANCE}))",
        row_col_to_cell(FIRST_ROW, DIFFERENCE),
        row_col_to_cell(row.saturating_sub(1), DIFFERENCE)
    );
    let style = styles.strong.clone().set_num_format(plan.pick("0\" differences\"", "0\" 处差异\""));
    let (at, column) = COUNT;
    sheet.write_formula_with_format(at, column, Formula::new(differences).set_result("0"), &style)?;
    Ok(())
}

/// The count of differences, from another sheet.
pub(crate) fn count(plan: &Plan<'_>) -> String {
    Sheet::Check.fixed_cell(plan.language(), COUNT.0, COUNT.1)
}
