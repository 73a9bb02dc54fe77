//! What a figure is in one run, less what it is in another: both lead to their own equations.

use super::{Sheet, TRACE, Traced, equation::digits, given::control_button, point::Point, run_of};
use crate::html::Html;
use buildout_figures::{
    format, text,
    traced::{Asked, Change, RunOf},
};
use buildout_model::{HeadlineFigure, Input, Quarter, ReportedQuarter};
use buildout_scenario::Language;

/// What a point is in a run.
struct Value {
    value: f64,
    unit: &'static str,
    /// The quarter, where it is one.
    quarter: Option<Quarter>,
}

impl Value {
    fn of(traced: &Traced, name: &str) -> Option<Self> {
        if let Some(quarter) = quarter(traced, name) {
            let value = f64::from(quarter.index());
            return Some(Self { value, unit: "quarters", quarter: Some(quarter) });
        }
        number(traced, name).map(|(value, unit)| Self { value, unit, quarter: None })
    }

    /// It with its unit.
    fn says(&self, language: Language) -> String {
        self.quarter
            .map_or_else(|| format::figure(self.unit, self.value, language), |quarter| quarter.to_string())
    }
}

/// The quarter that a point is in a run, where it is one.
fn quarter(traced: &Traced, name: &str) -> Option<Quarter> {
    let headline = traced.run.headline.as_ref()?;
    let Point::Headline(name) = Point::read(&traced.trace, Some(headline), name)? else { return None };
    match headline.figures().into_iter().find(|(of, _)| *of == name)?.1 {
        HeadlineFigure::Quarter(quarter) => quarter,
        HeadlineFigure::Number(_) => None,
    }
}

/// The number that a point is in a run, with its unit; none where the run has no such.
fn number(traced: &Traced, name: &str) -> Option<(f64, &'static str)> {
    let (trace, run) = (&traced.trace, &traced.run);
    match Point::read(trace, run.headline.as_ref(), name)? {
        Point::Cell(id) => {
            let cell = trace.cell(id)?;
            Some((cell.value, cell.figure.unit()))
        }
        Point::Reported(output, quarter) => {
            Some((ReportedQuarter::at(quarter)?.get(output)?, output.declaration().unit))
        }
        Point::Year(output, quarter) => {
            let year = (0..4).map(|ago| traced.figure(output, quarter.plus(-ago)));
            Some((year.sum::<Option<f64>>()?, "B$"))
        }
        Point::Share(part, whole, quarter) => {
            let share = traced.figure(part, quarter)? / traced.figure(whole, quarter)?;
            Some((share, "share"))
        }
        Point::Headline(name) => {
            let figures = run.headline.as_ref()?.figures();
            let figure = figures.into_iter().find(|(of, _)| *of == name)?.1;
            match figure {
                HeadlineFigure::Number(value) => Some((value?, text::headline_unit(name))),
                HeadlineFigure::Quarter(_) => None,
            }
        }
        Point::Gigawatt(_) => None,
    }
}

/// `sheet` is of the first of the two runs, `less` the other.
pub(super) fn write(html: &mut Html, sheet: &Sheet<'_>, change: &Change, less: &Traced) {
    let subject = sheet.subject;
    let language = subject.language;
    sheet.write_trail(html);
    html.element("section", &[("data-traced", sheet.name)], |html| {
        let title = sheet.title_of(sheet.name);
        let (now, then) = (Value::of(sheet.traced, &change.point), Value::of(less, &change.point));
        let (Some(now), Some(then)) = (now, then) else {
            html.words("h3", &[("tabindex", "-1"), ("data-sheet-focus", "")], &title);
            let words = subject.say("One of the two runs has no such figure.", "两次运行之一没有这一数值。");
            return html.words("p", &[], words);
        };
        // What a quarter is in a year is no flow of a quarter any more.
        let unit = if change.times == 1.0 { now.unit } else { "B$" };
        let changed = (now.value - then.value) * change.times;
        sheet.heading(html, &title, None, unit, changed);
        html.element("p", &[("class", "equation"), ("data-equation", "change")], |html| {
            html.text("= ");
            let is_scaled = change.times != 1.0;
            if is_scaled {
                html.text("(");
            }
            term(html, sheet, &change.point, &change.of, &now);
            html.text(" − ");
            term(html, sheet, &change.point, &change.less, &then);
            if is_scaled {
                html.text(") · ");
                html.words("span", &[("class", "constant")], &digits(change.times));
            }
        });
        let (of, from) = (run_of::words(subject, &change.of), run_of::words(subject, &change.less));
        let words = language.pick(
            format!("{} in {of}, {} in {from}.", now.says(language), then.says(language)),
            format!("{of}：{}；{from}：{}。", now.says(language), then.says(language)),
        );
        html.words("p", &[], &words);
        write_inputs(html, sheet, less);
    });
}

/// The point in one of the runs: a button that leads to its equation there.
fn term(html: &mut Html, sheet: &Sheet<'_>, point: &str, of: &RunOf, value: &Value) {
    let asked = Asked::point(point, of.clone());
    let choices = format!("{TRACE}={asked}{}", sheet.onwards());
    let exact = value.value.to_string();
    let words = value.quarter.map_or_else(|| digits(value.value), |quarter| quarter.to_string());
    let attributes =
        [("type", "button"), ("class", "term"), ("data-choose", &*choices), ("data-value", &*exact)];
    html.words("button", &attributes, &words);
}

/// The inputs in which the two runs differ.
fn write_inputs(html: &mut Html, sheet: &Sheet<'_>, less: &Traced) {
    let subject = sheet.subject;
    let (now, then) = (&sheet.traced.run.scenario, &less.run.scenario);
    let changed: Vec<Input> =
        Input::ALL.into_iter().filter(|input| now.get(*input) != then.get(*input)).collect();
    if changed.is_empty() {
        return;
    }
    html.words("h4", &[], subject.say("The inputs in which the two differ", "两者不同的参数"));
    html.element("ul", &[("class", "feeds")], |html| {
        for input in changed {
            html.element("li", &[("data-differs", input.id())], |html| {
                let say = |value| text::input_value(input.declaration().unit, value, subject.language);
                let (then, now) = (say(then.get(input)), say(now.get(input)));
                html.text(&format!("{}: {then} → {now} ", text::input_label(input, subject.language)));
                control_button(html, sheet, input);
            });
        }
    });
}
