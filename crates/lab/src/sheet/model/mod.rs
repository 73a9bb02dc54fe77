//! The model, explained: `docs/model.md` or `docs/model.zh.md`, a section of it or all.

mod chain;
mod explained;
mod mechanisms;

use super::{Subject, Work, Written};
use crate::{
    controls,
    html::Html,
    job::{Job, Progress},
};
use explained::{Piece, Section};

/// Name of the choice of a section.
const SECTION: &str = "section";
/// The choice of all sections.
const ALL: &str = "all";

/// The sheet at work; it needs no work.
pub(super) struct Model {
    subject: Subject,
}

impl Model {
    pub(super) fn new(subject: Subject) -> Self {
        Self { subject }
    }
}

impl Job for Model {
    fn step(&mut self) -> Progress {
        Progress::Done
    }
}

impl Work for Model {
    fn write(&self) -> Written {
        let subject = &self.subject;
        let sections = explained::sections(subject.language);
        let chosen =
            subject.choices.get(SECTION).filter(|id| sections.iter().any(|section| section.id == *id));
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
            write_section(&mut html, subject, section);
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

fn write_section(html: &mut Html, subject: &Subject, section: &Section) {
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
    });
}
