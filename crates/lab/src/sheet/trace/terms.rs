//! The terms of an equation, what a figure feeds, and the inputs and reported figures that it rests on in the end.

use super::{Sheet, equation::digits, given::control_button, point::name_of};
use crate::html::Html;
use buildout_figures::{format, text};
use buildout_model::{Grade, Input, Quarter};
use buildout_trace::{Cell, CellId, Expression, Figure, Trace};
use std::collections::BTreeMap;

/// Figures that are fed are listed up to that many.
const MOST_FED: usize = 16;

/// The cells of an expression, each once, in the order in which they are written.
fn cells_of(expression: &Expression) -> Vec<CellId> {
    let mut all = Vec::new();
    expression.cells(&mut |id| {
        if !all.contains(&id) {
            all.push(id);
        }
    });
    all
}

pub(super) fn write(html: &mut Html, sheet: &Sheet<'_>, of: &Cell, expression: &Expression) {
    let subject = sheet.subject;
    let language = subject.language;
    let trace = &sheet.traced.trace;
    let cells: Vec<&Cell> = cells_of(expression).into_iter().filter_map(|id| trace.cell(id)).collect();
    if cells.is_empty() {
        return;
    }
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[("data-sheet-table", "trace")], |html| {
            html.element("thead", &[], |html| {
                html.element("tr", &[], |html| {
                    for words in [
                        subject.say("Term", "项"),
                        subject.say("Quarter", "季度"),
                        subject.say("Value", "数值"),
                        subject.say("What it is", "性质"),
                    ] {
                        html.words("th", &[("scope", "col")], words);
                    }
                    html.element("td", &[], |_| {});
                });
            });
            html.element("tbody", &[], |html| {
                for cell in cells {
                    html.element("tr", &[], |html| {
                        html.element("th", &[("scope", "row")], |html| {
                            let label = language.pick(cell.figure.label_en(), cell.figure.label_zh());
                            sheet.button(html, &name_of(cell.figure, cell.quarter), &label);
                        });
                        let quarter = cell.quarter.or(of.quarter.filter(|_| !is_given(cell.figure)));
                        html.words("td", &[], &quarter.map_or("–".to_owned(), |quarter| quarter.to_string()));
                        let attributes = [("data-value", &*cell.value.to_string())];
                        html.words("td", &attributes, &say(cell.figure, cell.value, sheet));
                        html.words("td", &[], &kind(cell.figure, sheet));
                        html.element("td", &[], |html| {
                            if let Figure::Input(input) = cell.figure {
                                control_button(html, sheet, input);
                            }
                        });
                    });
                }
            });
        });
    });
}

fn is_given(figure: Figure) -> bool {
    matches!(figure, Figure::Input(_))
}

/// A value with its unit; a term without a name has none.
pub(super) fn say(figure: Figure, value: f64, sheet: &Sheet<'_>) -> String {
    let language = sheet.subject.language;
    match figure {
        Figure::Input(input) => text::input_value(input.declaration().unit, value, language),
        Figure::Output(buildout_model::Output::Binding) => text::limit_by_number(value, language),
        figure if figure.unit().is_empty() => digits(value),
        figure => format::figure(figure.unit(), value, language),
    }
}

fn kind(figure: Figure, sheet: &Sheet<'_>) -> String {
    let language = sheet.subject.language;
    match figure {
        Figure::Input(input) => {
            let grade = text::grade_name(input.declaration().grade, language);
            language.pick(format!("input, {grade}"), format!("参数，{grade}"))
        }
        Figure::Reported(_) => language.pick("reported", "财报数据").to_owned(),
        figure => {
            let step = text::model_step(figure.step(), language);
            language.pick(format!("computed, {step}"), format!("计算，{step}"))
        }
    }
}

/// What the figure is a term of, each of those once, with its first quarter.
pub(super) fn write_feeds(html: &mut Html, sheet: &Sheet<'_>, cell: &Cell) {
    let subject = sheet.subject;
    let language = subject.language;
    let trace = &sheet.traced.trace;
    let mut fed: Vec<(Figure, Vec<Option<Quarter>>)> = Vec::new();
    for user in cell.feeds.iter().filter_map(|id| trace.cell(*id)) {
        match fed.iter_mut().find(|(figure, _)| *figure == user.figure) {
            Some((_, quarters)) => quarters.push(user.quarter),
            None => fed.push((user.figure, vec![user.quarter])),
        }
    }
    html.element("section", &[("data-feeds", &fed.len().to_string())], |html| {
        html.words("h3", &[], subject.say("What it feeds", "用于计算"));
        if fed.is_empty() {
            let words = subject
                .say("Nothing further: it is an end of the model.", "无后续用途：它是模型的终点之一。");
            return html.words("p", &[("class", "quiet")], words);
        }
        html.element("ul", &[("class", "feeds")], |html| {
            for (figure, quarters) in fed.iter().take(MOST_FED) {
                html.element("li", &[], |html| {
                    let first = quarters.first().copied().flatten();
                    let label = language.pick(figure.label_en(), figure.label_zh());
                    sheet.button(html, &name_of(*figure, first), &label);
                    let last = quarters.last().copied().flatten();
                    let when = match (first, last) {
                        (Some(first), Some(last)) if first != last => format!(" {first} – {last}"),
                        (Some(first), _) => format!(" {first}"),
                        _ => String::new(),
                    };
                    html.words("span", &[("class", "quiet")], &when);
                });
            }
            if let Some(more) = fed.len().checked_sub(MOST_FED).filter(|more| *more > 0) {
                let words = language.pick(format!("and {more} more"), format!("以及另外 {more} 项"));
                html.words("li", &[("class", "quiet")], &words);
            }
        });
    });
}

/// What a cell rests on in the end.
#[derive(Default)]
struct Roots {
    inputs: Vec<Input>,
    reported: usize,
}

fn roots(trace: &Trace, id: CellId) -> Roots {
    let mut seen = vec![false; trace.cells().len()];
    let mut to_visit = vec![id];
    let mut roots = Roots::default();
    while let Some(id) = to_visit.pop() {
        match seen.get_mut(id.place()) {
            Some(seen) if !*seen => *seen = true,
            _ => continue,
        }
        let Some(cell) = trace.cell(id) else { continue };
        match cell.figure {
            Figure::Input(input) => roots.inputs.push(input),
            Figure::Reported(_) => roots.reported += 1,
            _ => {
                if let Some(expression) = &cell.expression {
                    expression.cells(&mut |term| to_visit.push(term));
                }
            }
        }
    }
    roots.inputs.sort_unstable_by_key(|input| *input as usize);
    roots
}

pub(super) fn write_roots(html: &mut Html, sheet: &Sheet<'_>, id: CellId) {
    let subject = sheet.subject;
    let language = subject.language;
    let Roots { inputs, reported } = roots(&sheet.traced.trace, id);
    let mut by_grade: BTreeMap<usize, (Grade, Vec<Input>)> = BTreeMap::new();
    for input in &inputs {
        let grade = input.declaration().grade;
        by_grade.entry(grade as usize).or_insert_with(|| (grade, vec![])).1.push(*input);
    }
    html.element(
        "details",
        &[("data-keep-open", "roots"), ("data-roots", &inputs.len().to_string())],
        |html| {
            let count = inputs.len();
            html.words(
                "summary",
                &[],
                &language.pick(
                    format!("In the end it rests on {count} inputs and {reported} reported figures"),
                    format!("最终取决于 {count} 个参数与 {reported} 项财报数据"),
                ),
            );
            html.element("dl", &[("class", "roots")], |html| {
                for (grade, inputs) in by_grade.values() {
                    html.words("dt", &[], text::grade_name(*grade, language));
                    html.element("dd", &[], |html| {
                        for (place, input) in inputs.iter().enumerate() {
                            if place > 0 {
                                html.text(" · ");
                            }
                            sheet.button(
                                html,
                                &name_of(Figure::Input(*input), None),
                                text::input_label(*input, language),
                            );
                        }
                    });
                }
            });
        },
    );
}
