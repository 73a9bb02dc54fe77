//! Sheets: an analysis as a section of the page.
//!
//! A sheet is HTML. What a reader can change in it has `data-choice` with a name, and the page asks for the sheet again with the
//! names and values of all; what they can go to has `data-go` with a link, and the page opens that; what sets choices at
//! once has `data-choose`, and what leads to the control of an input has `data-control-of`. So the page knows nothing of the sheets, and its download does not grow with them.

mod about;
mod bridge;
mod checks;
mod claims;
mod figure;
mod grid;
mod limits;
mod map;
mod model;
mod reconcile;
mod record;
mod seek;
mod sensitivity;
mod sources;
mod table;
mod trace;
mod uncertainty;
mod vintages;

use crate::{
    choices::Choices,
    job::{Job, Progress},
};
use buildout_model::Input;
use buildout_scenario::{Language, Link};

/// What a sheet is about.
pub(crate) struct Subject {
    /// The scenario, what it is compared with, and how uncertain it is.
    pub(crate) link: Link,
    pub(crate) language: Language,
    pub(crate) choices: Choices,
}

impl Subject {
    /// Quarters of the run.
    pub(crate) fn quarters(&self) -> usize {
        self.link.quarters()
    }

    /// The link of the same scenario with inputs at other values; what cannot be is left.
    pub(crate) fn with(&self, values: &[(Input, f64)]) -> String {
        let mut link = self.link.clone();
        link.change(|link| {
            for (input, value) in values {
                let _ = link.scenario.set(*input, input.declaration().clamp(*value));
            }
        });
        link.encode()
    }

    /// Words in the language of the page.
    pub(crate) fn say(&self, english: &'static str, chinese: &'static str) -> &'static str {
        self.language.pick(english, chinese)
    }
}

/// Work that ends in a sheet.
trait Work: Job {
    /// The sheet, once the work is done: HTML, or the link to go to instead.
    fn write(&self) -> Written;
}

/// What a sheet turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Written {
    /// A section of the page.
    Html(String),
    /// What was chosen changes the link: the page goes there.
    Go(String),
}

/// A sheet at work.
pub struct Sheet(Box<dyn Work>);

impl Sheet {
    /// The names of the sheets that take many runs.
    pub const ANALYSES: [&'static str; 5] = ["uncertainty", "sensitivity", "seek", "grid", "bridge"];

    /// The names of the sheets that say why a figure may be believed, and how far.
    pub const EVIDENCE: [&'static str; 9] =
        ["trace", "model", "sources", "claims", "record", "reconcile", "vintages", "checks", "limits"];

    /// The names of all sheets.
    pub fn kinds() -> impl Iterator<Item = &'static str> {
        Self::ANALYSES.into_iter().chain(Self::EVIDENCE)
    }

    /// The sheet of that name about a link, with what its controls say. None where there is no such sheet.
    #[must_use]
    pub fn new(kind: &str, link: &str, choices: &str) -> Option<Self> {
        let link = Link::decode(link).link;
        let language = link.view.language.unwrap_or(Language::English);
        let subject = Subject { link, language, choices: Choices::read(choices) };
        Some(Self(match kind {
            "uncertainty" => Box::new(uncertainty::Uncertainty::new(subject)),
            "sensitivity" => Box::new(sensitivity::Sensitivity::new(subject)),
            "bridge" => Box::new(bridge::Why::new(subject)),
            "record" => Box::new(record::Against::new(subject)),
            "seek" => Box::new(seek::Seek::new(subject)),
            "grid" => Box::new(grid::TwoWay::new(subject)),
            "reconcile" => Box::new(reconcile::Reconciliation::new(subject)),
            "vintages" => Box::new(vintages::Vintages::new(subject)),
            "sources" => Box::new(sources::Sources::new(subject)),
            "limits" => Box::new(limits::Limits::new(subject)),
            "checks" => Box::new(checks::Checks::new(subject)),
            "trace" => Box::new(trace::Where::new(subject)),
            "claims" => Box::new(claims::Claims::new(subject)),
            "model" => Box::new(model::Model::new(subject)),
            _ => return None,
        }))
    }

    /// The sheet as it turned out.
    #[must_use]
    pub fn write(&self) -> Written {
        self.0.write()
    }
}

impl Job for Sheet {
    fn step(&mut self) -> Progress {
        self.0.step()
    }
}
