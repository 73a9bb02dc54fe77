//! Where a figure comes from: the equation that made it, with its numbers, down to inputs and reported quarters.

mod cell;
mod change;
mod equation;
mod flows;
mod gigawatt;
mod given;
mod headline;
mod point;
mod run_of;
mod sums;
mod terms;
#[cfg(test)]
mod tests;

use super::{Subject, Work, Written, figure};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_figures::{
    format, text,
    traced::{Asked, RunOf},
    view::Run,
};
use buildout_model::{Output, Quarter};
use buildout_trace::Trace;
pub(super) use equation::{Equation, Terms};
pub(super) use point::name_of;
use point::{Point, name_of_output};

/// Names of the choices.
const TRACE: &str = "trace";
const TRAIL: &str = "trail";
/// What is traced until something is chosen.
const FIRST: &str = "headline:fcf_trough";
/// Between the points that were passed.
const BETWEEN: char = '|';
/// So many points that were passed are remembered.
const REMEMBERED: usize = 8;

/// The sheet at work.
pub(super) struct Where {
    subject: Subject,
    done: Option<Done>,
}

/// What was asked, with the runs that it takes.
struct Done {
    asked: Asked,
    traced: Traced,
    /// The run that a change is taken against.
    less: Option<Traced>,
}

/// A run and its equations.
struct Traced {
    trace: Trace,
    run: Run,
}

impl Where {
    pub(super) fn new(subject: Subject) -> Self {
        Self { subject, done: None }
    }

    /// What is asked, as it is named.
    fn name(&self) -> &str {
        self.subject.choices.get(TRACE).unwrap_or(FIRST)
    }

    fn traced(&self, of: &RunOf) -> Traced {
        let link = &self.subject.link;
        let scenario = run_of::scenario(&self.subject, of);
        let (inputs, relief) = (scenario.inputs(), of.relief(&scenario));
        let trace = Trace::relieved(scenario.baseline(), inputs, link.quarters(), relief);
        let mut trajectory = scenario.run(0);
        trajectory.rerun_relieved(scenario.baseline(), inputs, link.quarters(), relief);
        Traced { trace, run: Run::ran(scenario, trajectory) }
    }
}

impl Job for Where {
    fn step(&mut self) -> Progress {
        let asked = Asked::read(self.name());
        let of = match &asked {
            Asked::Point { of, .. } => of,
            Asked::Change(change) => &change.of,
        };
        let traced = self.traced(of);
        let less = match &asked {
            Asked::Point { .. } => None,
            Asked::Change(change) => Some(self.traced(&change.less)),
        };
        self.done = Some(Done { asked, traced, less });
        Progress::Done
    }
}

impl Work for Where {
    fn write(&self) -> Written {
        let mut html = Html::default();
        if let Some(done) = &self.done {
            let sheet = |of, traced| Sheet {
                subject: &self.subject,
                traced,
                name: self.name(),
                of,
                trail: self.trail(self.name()),
            };
            match &done.asked {
                Asked::Point { point, of } => {
                    let point = Point::read(&done.traced.trace, done.traced.run.headline.as_ref(), point);
                    sheet(of, &done.traced).write(&mut html, point);
                }
                Asked::Change(change) => {
                    let less = done.less.as_ref().unwrap_or(&done.traced);
                    change::write(&mut html, &sheet(&RunOf::Scenario, &done.traced), change, less);
                }
            }
        }
        Written::Html(html.into_text())
    }
}

impl Where {
    /// The points passed on the way here, oldest first; going back to one forgets those after it.
    fn trail(&self, asked: &str) -> Vec<String> {
        let passed = self.subject.choices.get(TRAIL).unwrap_or_default();
        let passed: Vec<String> = passed
            .split(BETWEEN)
            .take_while(|name| *name != asked)
            .filter(|name| !name.is_empty())
            .map(str::to_owned)
            .collect();
        let skip = passed.len().saturating_sub(REMEMBERED);
        passed.into_iter().skip(skip).collect()
    }
}

/// What is written of one point.
struct Sheet<'a> {
    subject: &'a Subject,
    traced: &'a Traced,
    /// What is asked, as it is named, its run included.
    name: &'a str,
    /// The run in which it is traced: what leads on stays in it.
    of: &'a RunOf,
    trail: Vec<String>,
}

impl Sheet<'_> {
    fn write(&self, html: &mut Html, point: Option<Point>) {
        self.controls(html, point.as_ref());
        self.write_trail(html);
        run_of::write(html, self);
        html.element("section", &[("data-traced", self.name)], |html| match point {
            Some(Point::Cell(id)) => cell::write(html, self, id),
            Some(Point::Reported(output, quarter)) => given::write_reported(html, self, output, quarter),
            Some(Point::Year(output, quarter)) => sums::write_year(html, self, output, quarter),
            Some(Point::Share(part, whole, quarter)) => sums::write_share(html, self, part, whole, quarter),
            Some(Point::Headline(name)) => headline::write(html, self, name),
            Some(Point::Gigawatt(kind)) => gigawatt::write(html, self, kind),
            None => html.words(
                "p",
                &[],
                self.subject.say(
                    "This run has no such figure: it starts later or ends earlier. Choose another quarter or figure.",
                    "本次运行没有这一数值：起始更晚或结束更早。请另选季度或指标。",
                ),
            ),
        });
    }

    /// Choices that go with a button that leads on: the points passed, and this one.
    fn onwards(&self) -> String {
        let passed = self.trail.iter().map(String::as_str).chain([self.name]);
        let of = self.suffix();
        format!("{of}\n{TRAIL}={}", passed.collect::<Vec<_>>().join(&BETWEEN.to_string()))
    }

    /// What follows the name of a point of the run that is traced.
    fn suffix(&self) -> String {
        Asked::point("", self.of.clone()).to_string()
    }

    /// A point of the run that is traced, as a choice.
    fn option_of(&self, point: &str) -> String {
        Asked::point(point, self.of.clone()).to_string()
    }

    /// A button that leads to a point.
    fn button(&self, html: &mut Html, name: &str, words: &str) {
        let choices = format!("{TRACE}={name}{}", self.onwards());
        html.words("button", &[("type", "button"), ("class", "plain"), ("data-choose", &choices)], words);
    }

    /// A button that leads to an output of a quarter.
    fn output_button(&self, html: &mut Html, output: Output, quarter: Quarter, words: &str) {
        self.button(html, &name_of_output(output, quarter), words);
    }

    /// The figure and the quarter, for who comes without a point; and the quarters beside it.
    fn controls(&self, html: &mut Html, point: Option<&Point>) {
        let (subject, trace) = (self.subject, &self.traced.trace);
        let language = subject.language;
        let quarters = figure::quarters(subject);
        let (chosen, at) = match point {
            Some(Point::Cell(id)) => {
                let cell = trace.cell(*id);
                let output = cell.and_then(|cell| match cell.figure {
                    buildout_trace::Figure::Output(output) => Some(output),
                    _ => None,
                });
                (output, cell.and_then(|cell| cell.quarter))
            }
            Some(Point::Reported(output, quarter) | Point::Year(output, quarter)) => {
                (Some(*output), Some(*quarter))
            }
            Some(Point::Share(_, _, quarter)) => (None, Some(*quarter)),
            _ => (None, None),
        };
        let at = at.or_else(|| quarters.first().copied());
        html.element("div", &[("class", "sheet-controls")], |html| {
            html.element("label", &[], |html| {
                html.words("span", &[], subject.say("Figure", "指标"));
                html.element("select", &[("data-choice", TRACE)], |html| {
                    // A share, a year, a step: what is traced, and is none of those to choose from.
                    if chosen.is_none() && !matches!(point, Some(Point::Headline(_))) {
                        controls::option(html, self.name, "–", true);
                    }
                    html.element("optgroup", &[("label", subject.say("Headline", "核心指标"))], |html| {
                        for (name, _) in
                            self.traced.run.headline.iter().flat_map(|headline| headline.figures())
                        {
                            let label = text::headline_label(name, language);
                            let named = self.option_of(&format!("headline:{name}"));
                            controls::option(html, &named, label, named == self.name);
                        }
                    });
                    html.element(
                        "optgroup",
                        &[("label", subject.say("Of one quarter", "某一季度的数值"))],
                        |html| {
                            for (output, quarter) in
                                Output::ALL.into_iter().filter_map(|output| Some((output, at?)))
                            {
                                let label = text::output_name(output, language);
                                controls::option(
                                    html,
                                    &self.option_of(&name_of_output(output, quarter)),
                                    &label,
                                    Some(output) == chosen,
                                );
                            }
                        },
                    );
                });
            });
            if let (Some(output), Some(at)) = (chosen, at) {
                let options: Vec<(String, String)> = quarters
                    .iter()
                    .map(|quarter| (self.option_of(&name_of_output(output, *quarter)), quarter.to_string()))
                    .collect();
                let here = self.option_of(&name_of_output(output, at));
                let outside = (!quarters.contains(&at)).then(|| (here.as_str(), at.to_string()));
                let outside = outside.iter().map(|(name, words)| (*name, words.as_str()));
                let options =
                    outside.chain(options.iter().map(|(name, words)| (name.as_str(), words.as_str())));
                controls::select(html, TRACE, subject.say("Quarter", "季度"), &here, options);
            }
        });
    }

    fn write_trail(&self, html: &mut Html) {
        if self.trail.is_empty() {
            return;
        }
        html.element(
            "nav",
            &[("class", "trail"), ("aria-label", self.subject.say("The way here", "来路"))],
            |html| {
                for name in &self.trail {
                    let choices = format!("{TRACE}={name}");
                    let attributes = [("type", "button"), ("class", "plain"), ("data-choose", &*choices)];
                    html.words("button", &attributes, &self.title_of(name));
                    html.text(" → ");
                }
            },
        );
    }

    /// What a point passed is called, with its run where that is not the scenario's own.
    fn title_of(&self, name: &str) -> String {
        let language = self.subject.language;
        match Asked::read(name) {
            Asked::Point { point, of: RunOf::Scenario } => self.title_of_point(&point),
            Asked::Point { point, of } => {
                format!("{} ({})", self.title_of_point(&point), run_of::words(self.subject, &of))
            }
            Asked::Change(change) => {
                let title = self.title_of_point(&change.point);
                language.pick(format!("Change of {title}"), format!("{title}的变化"))
            }
        }
    }

    fn title_of_point(&self, name: &str) -> String {
        let language = self.subject.language;
        let dated = |label: &str, quarter: Quarter| format!("{label} {quarter}");
        let label = |output| text::output_name(output, language);
        let trace = &self.traced.trace;
        match Point::read(trace, self.traced.run.headline.as_ref(), name) {
            Some(Point::Cell(id)) => trace.cell(id).map_or(String::new(), |cell| {
                let label = language.pick(cell.figure.label_en(), cell.figure.label_zh());
                cell.quarter.map_or(label.clone(), |quarter| dated(&label, quarter))
            }),
            Some(Point::Reported(output, quarter) | Point::Year(output, quarter)) => {
                dated(&label(output), quarter)
            }
            Some(Point::Share(part, whole, quarter)) => {
                dated(&format!("{} / {}", label(part), label(whole)), quarter)
            }
            Some(Point::Headline(name)) => text::headline_label(name, language).to_owned(),
            Some(Point::Gigawatt(kind)) => gigawatt::title(kind, language),
            None => name.to_owned(),
        }
    }

    /// The figure itself, as the heading of what is said of it.
    fn heading(
        &self,
        html: &mut Html,
        label: &str,
        quarter: Option<Quarter>,
        unit: &'static str,
        value: f64,
    ) {
        html.element("h3", &[("tabindex", "-1"), ("data-sheet-focus", "")], |html| {
            html.text(label);
            if let Some(quarter) = quarter {
                html.text(&format!(", {quarter}"));
            }
        });
        html.element("p", &[("class", "traced")], |html| {
            let says = format::figure(unit, value, self.subject.language);
            html.words("b", &[("data-value", &value.to_string())], &says);
            let unit = text::any_unit(unit, self.subject.language);
            let exact = format!(" {} {unit}", equation::digits(value));
            html.words("span", &[("class", "quiet")], exact.trim_end());
        });
    }
}
