//! The equations of a step as the run at hand wrote them down, with their figures: a changed equation changes them.

use super::Model;
use crate::{
    html::Html,
    sheet::trace::{Equation, Terms, name_of},
};
use buildout_figures::format;
use buildout_model::{Output, Quarter};
use buildout_trace::{Cell, Figure, Trace};

/// The quarter whose equations are shown: late enough that what is looked back on is of the run.
pub(super) const SHOWN_QUARTER: usize = 8;

/// The step that a section of the documents is about, by its name in the data: a number, `plans` or `opening`.
pub(super) fn step_of(section: &str) -> Option<&str> {
    let (first, _) = section.split_once('-').unwrap_or((section, ""));
    let is_step = matches!(first, "plans" | "opening") || first.parse::<u8>().is_ok();
    is_step.then_some(first)
}

/// The figures of a step that have a name and an equation, in the quarter shown or before the first.
fn cells<'a>(trace: &'a Trace, step: &'a str) -> impl Iterator<Item = &'a Cell> {
    let last: Option<Quarter> =
        trace.cells().iter().filter(|cell| is_output(cell)).filter_map(|cell| cell.quarter).max();
    trace.cells().iter().filter(move |cell| {
        let is_shown = cell.quarter.is_none() || cell.quarter == last;
        is_shown
            && cell.expression.is_some()
            && cell.figure.step() == step
            && !matches!(cell.figure, Figure::Term { .. })
    })
}

fn is_output(cell: &Cell) -> bool {
    matches!(cell.figure, Figure::Output(_))
}

pub(super) fn write(html: &mut Html, sheet: &Model, trace: &Trace, step: &str) {
    let subject = &sheet.subject;
    let quarter = cells(trace, step).find_map(|cell| cell.quarter);
    let summary = quarter.map_or_else(
        || subject.say("As this run wrote it down, with its figures", "本次运行写下的方程及数值").to_owned(),
        |quarter| {
            subject.language.pick(
                format!("As this run wrote it down in {quarter}, with its figures"),
                format!("本次运行在 {quarter} 写下的方程及数值"),
            )
        },
    );
    html.element("details", &[("data-keep-open", "live"), ("data-live-step", step)], |html| {
        html.words("summary", &[], &summary);
        html.element("div", &[("class", "equations")], |html| {
            cells(trace, step).for_each(|cell| equation(html, sheet, trace, cell));
        });
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
        html.words("button", &attributes, &language.pick(cell.figure.label_en(), cell.figure.label_zh()));
        html.text(" = ");
        writer.write(html, expression);
        if !cell.figure.unit().is_empty() && cell.figure != Figure::Output(Output::Binding) {
            let says = format::figure(cell.figure.unit(), cell.value, language);
            html.words("b", &[("class", "quiet")], &format!(" = {says}"));
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use buildout_scenario::Scenario;
    use std::collections::HashSet;

    /// Each output stands under the step that makes it.
    #[test]
    fn every_output_stands_in_a_section() {
        let scenario = Scenario::default();
        let trace = Trace::of(scenario.baseline(), scenario.inputs(), SHOWN_QUARTER + 1);
        let sections = super::super::explained::sections(buildout_scenario::Language::English);
        let steps: Vec<&str> = sections.iter().filter_map(|section| step_of(section.id)).collect();
        assert_eq!(steps.len(), 14, "{steps:?}");
        let shown: HashSet<Figure> =
            steps.iter().flat_map(|step| cells(&trace, step)).map(|cell| cell.figure).collect();
        for output in Output::ALL {
            assert!(shown.contains(&Figure::Output(output)), "{} stands in no section", output.id());
        }
    }
}
