//! A step: what it does, its equations as a run writes them down, and what it leaves out.

use super::{Model, explained::StepWords, mechanisms};
use crate::{
    html::Html,
    sheet::trace::{Equation, Terms, name_of},
};
use buildout_figures::format;
use buildout_model::Quarter;
use buildout_trace::{Cell, Figure, Trace};

/// The figures of a step that have a name, in the quarter shown or before the first.
pub(super) fn cells<'a>(trace: &'a Trace, step: &str) -> impl Iterator<Item = &'a Cell> {
    let last = trace.cells().iter().filter(|cell| matches!(cell.figure, Figure::Output(_)));
    let last: Option<Quarter> = last.filter_map(|cell| cell.quarter).max();
    trace.cells().iter().filter(move |cell| {
        let is_shown = cell.quarter.is_none() || cell.quarter == last;
        is_shown && cell.figure.step() == step && !matches!(cell.figure, Figure::Term { .. })
    })
}

pub(super) fn write(html: &mut Html, sheet: &Model, trace: &Trace, step: &StepWords) {
    let subject = &sheet.subject;
    html.element("section", &[("data-model-step", step.step)], |html| {
        html.words("h3", &[("tabindex", "-1"), ("data-sheet-focus", "")], sheet.pick(step.title));
        html.words("p", &[], sheet.pick(step.text));
        html.element("p", &[("class", "quiet")], |html| {
            html.words("b", &[], subject.say("Limits. ", "局限："));
            html.text(sheet.pick(step.limits));
        });
        let quarter = cells(trace, step.step).find_map(|cell| cell.quarter);
        if let Some(quarter) = quarter {
            html.words(
                "p",
                &[("class", "quiet")],
                &subject.language.pick(
                    format!("Its equations in {quarter}, as this run wrote them down; every term leads to where it comes from."),
                    format!("以下为本次运行在 {quarter} 写下的方程，点按任一项可追溯来源。"),
                ),
            );
        }
        html.element("div", &[("class", "equations")], |html| {
            for cell in cells(trace, step.step) {
                equation(html, sheet, trace, cell);
            }
        });
        mechanisms::of_step(html, sheet, step.step);
    });
}

fn equation(html: &mut Html, sheet: &Model, trace: &Trace, cell: &Cell) {
    let Some(expression) = &cell.expression else { return };
    let language = sheet.subject.language;
    let writer = Equation {
        trace,
        language,
        terms: Terms::Names,
        quarter: cell.quarter,
        trail: "\nsheet=trace\ntrail=",
    };
    html.element("p", &[("class", "equation"), ("data-equation", "step")], |html| {
        let choices = format!("sheet=trace\ntrace={}\ntrail=", name_of(cell.figure, cell.quarter));
        let attributes = [("type", "button"), ("class", "term made"), ("data-choose", &*choices)];
        let label = language.pick(cell.figure.label_en(), cell.figure.label_zh());
        html.words("button", &attributes, &label);
        html.text(" = ");
        writer.write(html, expression);
        if !cell.figure.unit().is_empty() && cell.figure != Figure::Output(buildout_model::Output::Binding) {
            let says = format::figure(cell.figure.unit(), cell.value, language);
            html.words("b", &[("class", "quiet")], &format!(" = {says}"));
        }
    });
}
