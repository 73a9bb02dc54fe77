//! The inputs: the only cells that are there to be changed.

use crate::{
    layout::{FIRST_ROW, INPUT_VALUE, inputs_in_order},
    plan::Plan,
    tables::unit,
};
use buildout_figures::text::group_name;
use buildout_model::{Grade, INPUT_COUNT};
use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationErrorStyle, DataValidationRule, Worksheet,
    XlsxError,
};

pub(crate) fn write(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let styles = &plan.styles;
    sheet.write_string_with_format(0, 0, plan.pick("Inputs", "输入"), &styles.title)?;
    let hint = plan.pick(
        "Change the marked values; what differs from its base value is bold. Model and Headline follow.",
        "修改标色的数值；与基准值不同的以粗体显示。“模型”和“要点”随之变化。",
    );
    sheet.write_string_with_format(1, 0, hint, &styles.quiet)?;
    let heads = [
        (plan.pick("Group", "分组"), 22),
        (plan.pick("Name", "名称"), 26),
        (plan.pick("Input", "输入"), 44),
        (plan.pick("Unit", "单位"), 20),
        (plan.pick("Value", "数值"), 12),
        (plan.pick("Base", "基准值"), 10),
        (plan.pick("Lowest", "最小"), 10),
        (plan.pick("Highest", "最大"), 10),
        (plan.pick("Grade", "依据"), 12),
        (plan.pick("Source", "来源"), 40),
        (plan.pick("What it is", "含义"), 80),
    ];
    for ((head, width), column) in heads.into_iter().zip(0..) {
        let style = if (4..=7).contains(&column) { &styles.head_right } else { &styles.head };
        sheet.write_string_with_format(FIRST_ROW - 1, column, head, style)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(FIRST_ROW, INPUT_VALUE + 1)?;

    for (input, row) in inputs_in_order().zip(FIRST_ROW..) {
        let declared = input.declaration();
        let given = styles.given(declared.unit);
        let plain = styles.plain();
        sheet.write_string_with_format(row, 0, group_name(declared.group, plan.language()), plain)?;
        sheet.write_string_with_format(row, 1, declared.id, plain)?;
        sheet.write_string_with_format(row, 2, plan.pick(declared.label_en, declared.label_zh), plain)?;
        let worded = unit(declared.unit, plan.language());
        sheet.write_string_with_format(row, 3, worded, plain)?;
        let value = plan.request.scenario.get(input);
        sheet.write_number_with_format(row, INPUT_VALUE, value, &styles.to_change(declared.unit))?;
        for (number, column) in
            [plan.request.scenario.base_of(input), declared.min, declared.max].into_iter().zip(5..)
        {
            sheet.write_number_with_format(row, column, number, &given)?;
        }
        sheet.write_string_with_format(row, 8, grade(declared.grade, plan), &styles.beside)?;
        sheet.write_string_with_format(row, 9, declared.source, plain)?;
        let meaning = plan.pick(declared.meaning_en, declared.meaning_zh);
        sheet.write_string_with_format(row, 10, meaning, plain)?;
        let refusal = plan.language().pick(
            format!("{} goes from {} to {}.", declared.id, declared.min, declared.max),
            format!("{} 的范围是 {} 到 {}。", declared.id, declared.min, declared.max),
        );
        let validation = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(declared.min, declared.max))
            .set_error_style(DataValidationErrorStyle::Stop)
            .set_error_title(plan.pick("Outside its range", "超出范围"))?
            .set_error_message(refusal)?;
        sheet.add_data_validation(row, INPUT_VALUE, row, INPUT_VALUE, &validation)?;
    }
    let last = FIRST_ROW + INPUT_COUNT as u32 - 1;
    let is_changed = format!("=$E{0}<>$F{0}", FIRST_ROW + 1);
    let changed = ConditionalFormatFormula::new().set_rule(is_changed.as_str()).set_format(&styles.changed);
    sheet.add_conditional_format(FIRST_ROW, 0, last, INPUT_VALUE, &changed)?;
    Ok(())
}

fn grade<'t>(grade: Grade, plan: &Plan<'_>) -> &'t str {
    let language = plan.language();
    match grade {
        Grade::Filed => language.pick("filed", "财报"),
        Grade::Guided => language.pick("guided", "公司指引"),
        Grade::ThirdParty => language.pick("third party", "第三方"),
        Grade::Assumed => language.pick("assumed", "假设"),
    }
}
