//! The headline of the run: formulas over the model, beside the engine's figures.

use crate::{
    layout::{FIRST_QUARTER, FIRST_ROW},
    plan::Plan,
    sheet::{
        Sheet, check,
        headline::{flows::Flows, rate::RateSearch},
    },
    tables::{HEADLINES, HeadlineDeclaration, unit},
};
use buildout_model::{Headline, HeadlineFigure, Output, Quarter};
use rust_xlsxwriter::{Formula, Worksheet, XlsxError, utility::row_col_to_cell};

mod flows;
mod rate;

const MODEL: u16 = 3;
const ENGINE: u16 = 4;
const DIFFERENCE: u16 = 5;
const MEANING: u16 = 8;

pub(crate) fn write(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let styles = &plan.styles;
    head(sheet, plan)?;
    let flows = Flows { plan, first_row: FIRST_ROW + HEADLINES.len() as u32 + 5 };
    let rate = RateSearch { flows: &flows, first_row: flows.end() + 4 };
    let figures = plan.headline.figures();
    for ((declared, (_, engine)), row) in HEADLINES.iter().zip(figures).zip(FIRST_ROW..) {
        let HeadlineDeclaration { id, label_en, label_zh, meaning_en, meaning_zh, .. } = declared;
        sheet.write_string_with_format(row, 0, *id, styles.plain())?;
        sheet.write_string_with_format(row, 1, plan.pick(label_en, label_zh), styles.plain())?;
        sheet.write_string_with_format(row, 2, unit(declared.unit, plan.language()), styles.plain())?;
        let number = styles.number(declared.unit);
        let none = none(plan);
        let shown = match engine {
            HeadlineFigure::Number(Some(value)) => {
                sheet.write_number_with_format(row, ENGINE, value, &number)?;
                format!("{value:?}")
            }
            HeadlineFigure::Quarter(Some(quarter)) => {
                sheet.write_string_with_format(row, ENGINE, quarter.to_string(), &styles.right)?;
                quarter.to_string()
            }
            HeadlineFigure::Number(None) | HeadlineFigure::Quarter(None) => {
                sheet.write_string_with_format(row, ENGINE, none, &styles.right)?;
                none.to_owned()
            }
        };
        let text = formula(id, plan, &flows, &rate).unwrap_or_else(|| format!("\"{none}\""));
        let is_quarter = matches!(engine, HeadlineFigure::Quarter(_));
        let style = if is_quarter { &styles.right } else { &number };
        sheet.write_formula_with_format(row, MODEL, Formula::new(text).set_result(shown), style)?;
        let (model, engine) = (row_col_to_cell(row, MODEL), row_col_to_cell(row, ENGINE));
        let difference = format!(
            "IF(AND(ISNUMBER({model}),ISNUMBER({engine})),ABS({model}-{engine})/MAX(1,ABS({engine})),IF({model}={engine},0,1))"
        );
        let difference = Formula::new(difference).set_result("0");
        sheet.write_formula_with_format(row, DIFFERENCE, difference, &styles.given(""))?;
        sheet.write_string_with_format(row, MEANING, plan.pick(meaning_en, meaning_zh), &styles.quiet)?;
    }
    flows.write(sheet)?;
    rate.write(sheet)
}

fn head(sheet: &mut Worksheet, plan: &Plan<'_>) -> Result<(), XlsxError> {
    let styles = &plan.styles;
    sheet.write_string_with_format(0, 0, plan.pick("Headline", "要点"), &styles.title)?;
    let hint = plan.pick(
        "Model: formulas, which follow a changed input. Engine: the scenario of the link, which does not.",
        "模型：公式，随输入变化。引擎：链接所指情景，不随之变化。",
    );
    sheet.write_string_with_format(1, 0, hint, &styles.quiet)?;
    let checked = plan.pick("Model against engine, see Check", "模型与引擎对照（见“核对”）");
    sheet.write_string_with_format(2, 1, checked, styles.plain())?;
    let style = styles.strong.clone().set_num_format(plan.pick("0\" differences\"", "0\" 处差异\""));
    sheet.write_formula_with_format(2, MODEL, Formula::new(check::count(plan)).set_result("0"), &style)?;
    let heads = [
        (0, plan.pick("Name", "名称"), 24),
        (1, plan.pick("Figure", "数字"), 40),
        (2, plan.pick("Unit", "单位"), 20),
        (MODEL, plan.pick("Model", "模型"), 18),
        (ENGINE, plan.pick("Engine", "引擎"), 18),
        (DIFFERENCE, plan.pick("Difference", "差异"), 18),
        (DIFFERENCE + 1, "", 18),
        (DIFFERENCE + 2, "", 12),
        (MEANING, plan.pick("What it is", "含义"), 90),
    ];
    for (column, head, width) in heads {
        let is_number = (MODEL..=DIFFERENCE).contains(&column);
        let style = if is_number { &styles.head_right } else { &styles.head };
        sheet.write_string_with_format(FIRST_ROW - 1, column, head, style)?;
        sheet.set_column_width(column, width)?;
    }
    sheet.set_freeze_panes(FIRST_ROW, 0)?;
    Ok(())
}

fn none<'t>(plan: &Plan<'_>) -> &'t str {
    plan.language().pick("none", "无")
}

/// The formula of a headline figure; none where the run ends before its date.
fn formula(id: &str, plan: &Plan<'_>, flows: &Flows<'_>, rate: &RateSearch<'_>) -> Option<String> {
    let quarters = plan.quarters();
    let (first, last) = (*quarters.first()?, *quarters.last()?);
    // A trailing year is the run's own from the fourth quarter on.
    let settled = *quarters.get(3).or(quarters.last())?;
    let series = |output, from| plan.series(output, from, last);
    let at = |output, quarter| plan.output(output, quarter);
    match id {
        "fcf_trough" => Some(format!("MIN({})", series(Output::FcfTtm, settled)?)),
        "fcf_trough_quarter" => lowest_quarter(plan, &series(Output::FcfTtm, settled)?, settled, last),
        "margin_trough" => Some(format!("MIN({})", series(Output::AwsMargin, first)?)),
        "margin_trough_quarter" => lowest_quarter(plan, &series(Output::AwsMargin, first)?, first, last),
        "npv" => Some(flows.npv()),
        "npv_without_book" => Some(flows.npv_without_book()),
        "irr" => Some(rate.rate(none(plan))),
        "peak_need" => Some(format!("MIN(0,{})", series(Output::ProgrammeTotal, first)?)),
        "payback_quarter" => Some(flows.payback_quarter(none(plan))),
        "power_multiple_2027" => at(Output::PowerMultiple2022, Headline::POWER_GOAL_QUARTER),
        "aws_2030" => Some(format!("4*{}", at(Output::AwsRevenue, Headline::OUTLOOK_QUARTER)?)),
        "fcf_2030" => at(Output::FcfTtm, Headline::OUTLOOK_QUARTER),
        _ => None,
    }
}

/// The quarter in which a series is lowest, by the heads of the model's columns.
fn lowest_quarter(plan: &Plan<'_>, series: &str, from: Quarter, to: Quarter) -> Option<String> {
    let column = |quarter| plan.layout.column(Some(quarter));
    let (from, to) = (column(from), column(to));
    (from >= FIRST_QUARTER).then(|| {
        let heads = Sheet::Model.range(plan.language(), (FIRST_ROW - 1, from), (FIRST_ROW - 1, to));
        format!("INDEX({heads},1,MATCH(MIN({series}),{series},0))")
    })
}
