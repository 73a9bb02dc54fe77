//! A figure of the run: its equation, its terms, and what it feeds; or an input with what it rests on.

use super::{
    Sheet, TRACE,
    equation::{Equation, Terms},
    given, terms,
};
use crate::html::Html;
use buildout_figures::text;
use buildout_trace::{Cell, CellId, Expression, Figure};

pub(super) fn write(html: &mut Html, sheet: &Sheet<'_>, id: CellId) {
    let Some(cell) = sheet.traced.trace.cell(id) else { return };
    let language = sheet.subject.language;
    let label = language.pick(cell.figure.label_en(), cell.figure.label_zh());
    match cell.figure {
        Figure::Input(input) => given::write_input(html, sheet, input, cell.value),
        Figure::Output(buildout_model::Output::Binding) => {
            sheet.heading(html, &label, cell.quarter, "limit", cell.value);
            html.words("p", &[], &text::limit_by_number(cell.value, language));
        }
        figure => sheet.heading(html, &label, cell.quarter, figure.unit(), cell.value),
    }
    if let Some(meaning) = meaning(sheet, cell.figure) {
        html.words("p", &[("class", "quiet")], &meaning);
    }
    if let Some(expression) = &cell.expression {
        write_equation(html, sheet, cell, expression);
        terms::write(html, sheet, cell, expression);
    }
    terms::write_feeds(html, sheet, cell);
    if cell.expression.is_some() {
        terms::write_roots(html, sheet, id);
    }
}

fn meaning(sheet: &Sheet<'_>, figure: Figure) -> Option<String> {
    let say = |english, chinese| sheet.subject.language.pick(english, chinese);
    match figure {
        Figure::Input(_) | Figure::Reported(_) => None,
        Figure::Output(output) => {
            let declared = output.declaration();
            Some(say(format!("{}.", declared.meaning), format!("{}。", declared.meaning_zh)))
        }
        Figure::Step(step) => Some(say(
            format!("An intermediate figure, written {step} in the equations."),
            format!("中间量，在方程中写作 {step}。"),
        )),
        Figure::Term { .. } => Some(
            sheet
                .subject
                .say("A part of an equation that more than one figure uses.", "多个数值共用的方程片段。")
                .to_owned(),
        ),
    }
}

fn write_equation(html: &mut Html, sheet: &Sheet<'_>, cell: &Cell, expression: &Expression) {
    let subject = sheet.subject;
    let trail = sheet.onwards();
    let write = |html: &mut Html, terms: Terms| {
        let name = if terms == Terms::Names { "names" } else { "numbers" };
        let equation = Equation {
            trace: &sheet.traced.trace,
            language: subject.language,
            terms,
            quarter: cell.quarter,
            trail: &trail,
        };
        html.element("p", &[("class", "equation"), ("data-equation", name)], |html| {
            html.text("= ");
            equation.write(html, expression);
        });
    };
    html.element("div", &[("class", "equations")], |html| {
        write(html, Terms::Names);
        write(html, Terms::Numbers);
    });
    let step = cell.figure.step();
    if !step.is_empty() {
        html.element("p", &[("class", "quiet")], |html| {
            html.text(&subject.language.pick(
                format!("Made by {} of the model. ", text::model_step(step, subject.language)),
                format!("由模型{}计算。", text::model_step(step, subject.language)),
            ));
            let choices = format!("sheet=model\nsection={step}\n{TRACE}={}", sheet.name);
            let attributes = [("type", "button"), ("class", "plain"), ("data-choose", &*choices)];
            html.words("button", &attributes, subject.say("All its equations", "查看该步全部方程"));
        });
    }
}
