//! Uncertainty in the charts and the headline: what is asked of the lab, and what stands.

use crate::{
    browser::{
        lab::{Lab, LabTrouble, Word},
        timing,
    },
    explorer::{Explorer, Told},
    lasting::Lasting,
    text,
    view::{Chart, FanPoint, Run, ShownAs, chart, studied},
};
use buildout_analysis::{Goal, StudiedSeries};
use buildout_lab::FanAnswer;
use buildout_scenario::{Language, Link, Panel, View};
use leptos::prelude::*;
use std::sync::Arc;

/// Draws of the fan that follows a hand.
const COARSE_DRAWS: u32 = 500;

/// Fans and how far they are.
#[derive(Clone, Copy)]
pub(crate) struct Fans {
    /// The fan that stands.
    pub(crate) standing: Lasting<RwSignal<Option<Arc<Standing>>>>,
    /// The share of the next one that is done, while it is under way.
    pub(crate) under_way: Lasting<RwSignal<Option<f64>>>,
    asked: StoredValue<Asked>,
    /// What the open panels study.
    series: StoredValue<Option<Memo<Vec<StudiedSeries>>>>,
}

/// A fan with what it is of.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Standing {
    question: Study,
    pub(crate) answer: FanAnswer,
    /// Whether it has all the draws of the link.
    pub(crate) is_whole: bool,
}

/// What a fan is of: a scenario with its ranges and horizon as a link, and series.
#[derive(Clone, Debug, Default, PartialEq)]
struct Study {
    link: String,
    series: Vec<StudiedSeries>,
}

/// What is asked at the moment.
#[derive(Default)]
struct Asked {
    study: Study,
    is_coarse: bool,
    is_under_way: bool,
    start_ms: f64,
}

impl Default for Fans {
    fn default() -> Self {
        Self {
            standing: Lasting::signal(None),
            under_way: Lasting::signal(None),
            asked: StoredValue::new(Asked::default()),
            series: StoredValue::new(None),
        }
    }
}

impl Fans {
    /// Lets fans follow the page: coarse ones while a lever moves, whole ones when it rests.
    pub(crate) fn follow(self, explorer: Explorer, lab: &Lab) {
        lab.hear_fans(move |word| self.hear(explorer, word));
        let panels = Memo::new(move |_| explorer.link.with(|link| link.view.panels.clone()));
        let shown = explorer.shown();
        self.series.set_value(Some(Memo::new(move |_| {
            // Which series a panel has does not depend on the run.
            let (run, shown) = (explorer.run.get_untracked(), shown.get());
            panels.with(|panels| series_of(panels.open(), &run, shown))
        })));
        let frames = explorer.frames();
        let marked = frames.clone();
        Effect::new(move |_| {
            self.standing.track();
            marked.mark_all();
        });
        Effect::new(move |_| {
            let is_shown = explorer.has_fans.get();
            self.series.with_value(|series| series.map(|series| series.track()));
            if is_shown {
                self.ask(explorer, true);
            } else {
                self.asked.update_value(|asked| asked.is_under_way = false);
                explorer.lab().stop_fan();
                self.under_way.set(None);
                if self.standing.with_untracked(Option::is_some) {
                    self.standing.set(None);
                    // What is out of sight would go on saying how widely it spreads.
                    frames.draw_out_of_sight();
                }
            }
        });
        let uncertain = Memo::new(move |_| explorer.link.with(|link| link.uncertain.clone()));
        Effect::new(move |_| {
            explorer.settled.track();
            self.series.with_value(|series| series.map(|series| series.track()));
            let uncertain = uncertain.get();
            if uncertain.is_shown {
                self.ask(explorer, false);
            }
        });
    }

    fn ask(self, explorer: Explorer, is_coarse: bool) {
        let series = self.series.get_value().map(|series| series.get_untracked()).unwrap_or_default();
        let study = Study { link: explorer.link.with_untracked(shortened), series };
        let stands = self.standing.with_untracked(|standing| {
            standing
                .as_ref()
                .is_some_and(|standing| standing.question == study && (standing.is_whole || is_coarse))
        });
        let is_needed = self.asked.try_update_value(|asked| {
            let is_asked = asked.is_under_way && asked.study == study && (!asked.is_coarse || is_coarse);
            // One coarse fan at a time: what has changed meanwhile is asked for when it is there.
            let waits = is_coarse && asked.is_under_way && asked.is_coarse;
            if stands || is_asked || waits {
                return false;
            }
            *asked =
                Asked { study: study.clone(), is_coarse, is_under_way: true, start_ms: timing::now_ms() };
            true
        });
        if is_needed == Some(true) {
            let series: Vec<_> = study.series.iter().map(ToString::to_string).collect();
            explorer.lab().ask_fan(&study.link, &series.join(","), is_coarse.then_some(COARSE_DRAWS));
        }
    }

    fn hear(self, explorer: Explorer, word: Word) {
        match word {
            Word::Under(share) => self.under_way.set(Some(share)),
            Word::Fan(answer) => {
                let answered = self.asked.try_update_value(|asked| {
                    asked.is_under_way = false;
                    timing::measure(if asked.is_coarse { "fan-coarse" } else { "fan" }, asked.start_ms);
                    Standing { question: asked.study.clone(), answer, is_whole: !asked.is_coarse }
                });
                self.under_way.set(None);
                if !explorer.link.with_untracked(|link| link.uncertain.is_shown) {
                    return;
                }
                self.standing.set(answered.map(Arc::new));
                let is_resting = !explorer.is_moving();
                if is_resting {
                    explorer.frames().draw_out_of_sight();
                }
                self.ask(explorer, !is_resting);
            }
            Word::Trouble(why) => {
                self.asked.update_value(|asked| asked.is_under_way = false);
                self.under_way.set(None);
                explorer.told.set(Some(Told::Trouble(trouble(why, explorer))));
            }
            Word::Sheet(_) | Word::Go(_) => {}
        }
    }

    /// The chart with its fans, where they are shown and there.
    pub(crate) fn onto(self, chart: Chart, explorer: Explorer) -> Chart {
        let Some(standing) = self.standing.get_untracked() else {
            return Chart { awaits_fans: explorer.has_fans.get_untracked(), ..chart };
        };
        let first = chart.run_from;
        let fans: Vec<_> = studied(&chart).iter().map(|series| standing.fan_of(series, first)).collect();
        chart.with_fans(fans)
    }

    /// Whether the ends of a headline figure are shown and still being counted.
    pub(crate) fn awaits_ends_of(self, name: &str, explorer: Explorer) -> bool {
        explorer.has_fans.get()
            && self.standing.with(Option::is_none)
            && Goal::ALL.iter().any(|goal| goal.id() == name)
    }

    /// Whether what stands is of another scenario than the page shows.
    pub(crate) fn is_stale(self, explorer: Explorer) -> bool {
        let link = explorer.link.with(shortened);
        self.standing
            .with(|standing| standing.as_ref().is_some_and(|standing| standing.question.link != link))
    }
}

impl Standing {
    fn fan_of(&self, series: &StudiedSeries, first: i32) -> Option<Vec<FanPoint>> {
        let place = self.question.series.iter().position(|studied| studied == series)?;
        let quarters = self.answer.series.get(place)?;
        Some((first..).zip(quarters).filter_map(|(quarter, fan)| Some((quarter, (*fan)?))).collect())
    }

    /// The ends between which nine tenths of the draws of a headline figure lie.
    pub(crate) fn ends_of(&self, name: &str) -> Option<(f64, f64)> {
        let place = Goal::ALL.iter().position(|goal| goal.id() == name)?;
        let [low, .., high] = (*self.answer.goals.get(place)?)?;
        Some((low, high))
    }
}

/// What panels study.
fn series_of(panels: &[Panel], run: &Run, shown: ShownAs) -> Vec<StudiedSeries> {
    let mut series = Vec::new();
    for panel in panels {
        for one in studied(&chart(*panel, run, run, shown, Language::English)) {
            if !series.contains(&one) {
                series.push(one);
            }
        }
    }
    series
}

/// What of a link a study is about.
fn shortened(link: &Link) -> String {
    let view = View { horizon: link.view.horizon, ..View::default() };
    Link { scenario: link.scenario, view, uncertain: link.uncertain.clone(), ..Link::default() }.encode()
}

/// Why the lab gave no answer, in words.
pub(crate) fn trouble(why: LabTrouble, explorer: Explorer) -> String {
    let language = explorer.language.get_untracked();
    let words = match why {
        LabTrouble::Unreachable => text::lab_unreachable(language),
        LabTrouble::OtherVersion => text::lab_of_other_version(language),
        LabTrouble::Crashed => text::worker_crashed(language),
        LabTrouble::Refused => text::lab_refused(language),
    };
    words.to_owned()
}
