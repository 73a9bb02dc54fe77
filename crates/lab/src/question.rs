//! What passes between a page and its workers.

use crate::{fan::FanAnswer, sheet::Written};

/// What the page asks.
#[derive(Clone, Debug, PartialEq)]
pub enum Question {
    /// A study for the charts and the headline.
    Fan {
        /// The scenario with its ranges, as a link.
        link: String,
        /// The series studied, separated by commas.
        series: String,
        /// Draws in place of the link's own.
        draws: Option<u32>,
        /// Which of the workers this one is.
        worker: u32,
        /// Workers that share the study.
        workers: u32,
    },
    /// What another worker has counted of the study.
    Counted(Vec<u8>),
    /// What is under way of the study is not wanted any more.
    StopFan,
    /// Nor is the sheet.
    StopSheet,
    /// A sheet.
    Sheet {
        /// Which one.
        kind: String,
        /// The scenario, as a link.
        link: String,
        /// What its controls say, as `name=value` separated by `&`.
        choices: String,
    },
}

/// What a worker answers.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Under way: the share that is done.
    Under(f64),
    /// What this worker has counted, for the first one.
    Counted(Vec<u8>),
    /// A fan.
    Fan(FanAnswer),
    /// A sheet.
    Sheet(Written),
    /// The question asks for what there is not.
    Refused,
}

const STOP_FAN: &str = "stop-fan";
const STOP_SHEET: &str = "stop-sheet";

impl Question {
    /// The question as texts; what was counted passes as bytes.
    #[must_use]
    pub fn into_texts(self) -> Vec<String> {
        match self {
            Question::Fan { link, series, draws, worker, workers } => {
                let draws = draws.map_or(String::new(), |draws| draws.to_string());
                vec!["fan".to_owned(), link, series, draws, worker.to_string(), workers.to_string()]
            }
            Question::Counted(_) => vec!["counted".to_owned()],
            Question::StopFan => vec![STOP_FAN.to_owned()],
            Question::StopSheet => vec![STOP_SHEET.to_owned()],
            Question::Sheet { kind, link, choices } => vec!["sheet".to_owned(), kind, link, choices],
        }
    }

    /// The question that texts are; none where they are none.
    #[must_use]
    pub fn from_texts(texts: &[String]) -> Option<Self> {
        match texts {
            [name, link, series, draws, worker, workers] if name == "fan" => Some(Question::Fan {
                link: link.clone(),
                series: series.clone(),
                draws: if draws.is_empty() { None } else { Some(draws.parse().ok()?) },
                worker: worker.parse().ok()?,
                workers: workers.parse().ok()?,
            }),
            [name] if name == STOP_FAN => Some(Question::StopFan),
            [name] if name == STOP_SHEET => Some(Question::StopSheet),
            [name, kind, link, choices] if name == "sheet" => {
                Some(Question::Sheet { kind: kind.clone(), link: link.clone(), choices: choices.clone() })
            }
            _ => None,
        }
    }
}

impl Answer {
    /// What it is, for the page.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Answer::Under(_) => "under",
            Answer::Counted(_) => "counted",
            Answer::Fan(_) => "fan",
            Answer::Sheet(Written::Html(_)) => "sheet",
            Answer::Sheet(Written::Go(_)) => "go",
            Answer::Refused => "refused",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_passes_as_texts() {
        let (link, series) = ("1~2025q3".to_owned(), "fcf_ttm".to_owned());
        let (kind, choices) = ("grid".to_owned(), "x=capex_next_year".to_owned());
        for question in [
            Question::Fan { link: link.clone(), series: series.clone(), draws: None, worker: 1, workers: 2 },
            Question::Fan { link: link.clone(), series, draws: Some(500), worker: 0, workers: 1 },
            Question::Sheet { kind, link, choices },
            Question::StopFan,
            Question::StopSheet,
        ] {
            assert_eq!(Question::from_texts(&question.clone().into_texts()), Some(question));
        }
        assert_eq!(Question::from_texts(&["fan".to_owned()]), None);
    }
}
