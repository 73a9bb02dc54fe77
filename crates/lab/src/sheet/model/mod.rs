//! The model, explained: `docs/model.md` or `docs/model.zh.md`, a section of it or all.

mod chain;
mod explained;
mod live;
mod mechanisms;

use super::{Subject, Work, Written};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use buildout_trace::Trace;
use explained::{Piece, Section};

/// Name of the choice of a section.
const SECTION: &str = "section";
/// The choice of all sections.
const ALL: &str = "all";

/// The sheet at work.
pub(super) struct Model {
    subject: Subject,
    /// What the run at hand wrote down.
    trace: Option<Trace>,
}

impl Model {
    pub(super) fn new(subject: Subject) -> Self {
        Self { subject, trace: None }
    }
}

impl Job for Model {
    fn step(&mut self) -> Progress {
        let scenario = &self.subject.link.scenario;
        let quarters = (live::SHOWN_QUARTER + 1).min(self.subject.quarters());
        self.trace = Some(Trace::of(scenario.baseline(), scenario.inputs(), quarters));
        Progress::Done
    }
}

impl Work for Model {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let sections = explained::sections(subject.language);
        // Other sheets know a section by the step that it is about.
        let asked = subject.choices.get(SECTION);
        let is_asked = |section: &&Section| Some(section.id) == asked || live::step_of(section.id) == asked;
        let chosen = asked.and_then(|_| sections.iter().find(is_asked)).map(|section| section.id);
        let mut html = Html::default();
        html.element("div", &[("class", "sheet-controls")], |html| {
            let titles: Vec<_> = sections.iter().map(|section| (section.id, title(section))).collect();
            let options = titles.iter().map(|(id, title)| (*id, title.as_str()));
            controls::select(
                html,
                SECTION,
                subject.say("Section", "章节"),
                chosen.unwrap_or(ALL),
                [(ALL, subject.say("all sections", "全部章节"))].into_iter().chain(options),
            );
        });
        for section in shown(sections, chosen) {
            self.write_section(&mut html, section);
        }
        Written::Html(html.into_text())
    }
}

/// The title as it stands among others: parts of a section are set in.
fn title(section: &Section) -> String {
    if section.level > 2 { format!("\u{2003}{}", section.title) } else { section.title.to_owned() }
}

/// A section with its parts, or all of them. The first holds no others: it is the beginning of the document.
fn shown<'a>(sections: &'a [Section], chosen: Option<&str>) -> &'a [Section] {
    let Some(first) = chosen.and_then(|chosen| sections.iter().position(|section| section.id == chosen))
    else {
        return sections;
    };
    let rest = sections.get(first..).unwrap_or_default();
    let level = rest.first().map_or(0, |section| section.level.max(2));
    let parts = rest.iter().skip(1).take_while(|section| section.level > level).count();
    rest.get(..=parts).unwrap_or(rest)
}

impl Model {
    fn write_section(&self, html: &mut Html, section: &Section) {
        let subject = &self.subject;
        let id = format!("model-{}", section.id);
        html.element("section", &[("class", "explained"), ("id", &id)], |html| {
            html.words(if section.level > 2 { "h4" } else { "h3" }, &[], section.title);
            for piece in section.pieces {
                match piece {
                    Piece::Html(text) => html.written(text),
                    Piece::Chain => chain::write(html, subject),
                    Piece::Mechanisms => mechanisms::write(html, subject),
                }
            }
            if let (Some(trace), Some(step)) = (&self.trace, live::step_of(section.id)) {
                live::write(html, self, trace, step);
            }
        });
    }
}
