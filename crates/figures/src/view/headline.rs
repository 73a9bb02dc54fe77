//! The headline of a run as cards, with the change against another run.

use super::run::Run;
use crate::{
    format::{figure, visible_change},
    text,
};
use buildout_model::{Headline, HeadlineFigure};
use buildout_scenario::Language;

/// A headline figure as shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// Its name in files.
    pub name: &'static str,
    /// In full precision, empty where there is none.
    pub exact: String,
    /// As a reader reads it.
    pub text: String,
    /// Its change against the other run, where there is one.
    pub change: Option<String>,
}

/// A card: a figure, and perhaps a second that belongs to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// The figure.
    pub figure: &'static str,
    /// The figure beside it.
    pub beside: Option<&'static str>,
}

/// The cards of the page, in order.
#[must_use]
pub fn cards() -> [Card; 8] {
    let card = |figure, beside| Card { figure, beside };
    [
        card("fcf_trough", Some("fcf_trough_quarter")),
        card("fcf_2030", None),
        card("aws_2030", None),
        card("margin_trough", Some("margin_trough_quarter")),
        card("npv", Some("npv_without_book")),
        card("irr", None),
        card("peak_need", Some("payback_quarter")),
        card("power_multiple_2027", None),
    ]
}

fn find(headline: Option<&Headline>, name: &str) -> Option<HeadlineFigure> {
    headline?.figures().into_iter().find(|(candidate, _)| *candidate == name).map(|(_, figure)| figure)
}

impl Shown {
    /// A figure of a run, against the same figure of another.
    #[must_use]
    pub fn of(name: &'static str, run: &Run, other: &Run, language: Language) -> Self {
        let unit = text::headline_unit(name);
        let other = find(other.headline.as_ref(), name);
        let none = || text::none(language).to_owned();
        match find(run.headline.as_ref(), name) {
            Some(HeadlineFigure::Number(Some(value))) => {
                let before = match other {
                    Some(HeadlineFigure::Number(before)) => before,
                    _ => None,
                };
                Self {
                    name,
                    exact: value.to_string(),
                    text: figure(unit, value, language),
                    change: before.and_then(|before| visible_change(unit, value - before, language)),
                }
            }
            Some(HeadlineFigure::Quarter(Some(quarter))) => {
                let before = match other {
                    Some(HeadlineFigure::Quarter(before)) => before,
                    _ => None,
                };
                let moved = before.map(|before| quarter.index() - before.index()).filter(|moved| *moved != 0);
                Self {
                    name,
                    exact: quarter.to_string(),
                    text: quarter.to_string(),
                    change: moved.map(|moved| text::quarters_moved(moved, language)),
                }
            }
            _ => Self { name, exact: String::new(), text: none(), change: None },
        }
    }
}
