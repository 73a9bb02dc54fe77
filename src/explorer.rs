//! The state of the page and everything a reader can do to it.
//!
//! Charts and words follow from the link and the theme; nothing else is kept.

use crate::{
    browser::{
        address::{self, Address, Source},
        document::{self, Theme},
        frames::Frames,
        timer::Timer,
        timing,
    },
    chart::Palette,
    text,
    view::Run,
};
use buildout_model::{Baseline, Input, InputError};
use buildout_scenario::{Horizon, Language, Link, Notice, Preset, Scenario};
use leptos::prelude::*;
use std::{rc::Rc, sync::Arc};

/// A table is written anew this long after the last change, so that a drag need not.
const TABLES_AFTER_MS: i32 = 120;

/// The state of the page.
#[derive(Clone, Copy)]
pub(crate) struct Explorer {
    /// The scenario and what of the page is shown.
    pub(crate) link: RwSignal<Link>,
    /// What the link last read could not say.
    pub(crate) notices: RwSignal<Vec<Notice>>,
    /// The language shown.
    pub(crate) language: Memo<Language>,
    /// The theme shown.
    pub(crate) theme: RwSignal<Theme>,
    /// The scenario, run.
    pub(crate) run: Memo<Arc<Run>>,
    /// The base case of the baseline, run to the same horizon.
    pub(crate) base: Memo<Arc<Run>>,
    /// The run that tables show: the last one released, or the one that stands still for a moment.
    pub(crate) settled: RwSignal<Arc<Run>>,
    /// What is said aloud after a release.
    pub(crate) announcement: RwSignal<String>,
    parts: StoredValue<Parts, LocalStorage>,
}

/// What the page holds of the browser.
struct Parts {
    frames: Frames,
    address: Address,
    settle: Timer,
    /// The colours of the theme shown; reading them of the style sheet on every frame would cost a millisecond.
    palette: Rc<Palette>,
}

fn shared_run(run: impl Fn() -> Run + Send + Sync + 'static) -> Memo<Arc<Run>> {
    // Two runs are never compared: that would take longer than drawing one again.
    Memo::new_with_compare(move |_| Arc::new(run()), |_, _| true)
}

impl Explorer {
    /// Opens the page at its address.
    pub(crate) fn open() -> Self {
        let read = Link::decode(&address::fragment());
        let link = RwSignal::new(read.link);
        let notices = RwSignal::new(read.notices);
        let preferred = document::preferred_language();
        let language = Memo::new(move |_| link.with(|link| link.view.language).unwrap_or(preferred));
        let theme = RwSignal::new(Theme::preferred());
        let run = shared_run(move || {
            let (scenario, quarters) = link.with(|link| (link.scenario, link.quarters()));
            let start_ms = timing::now_ms();
            let trajectory = scenario.run(quarters);
            timing::measure("run", start_ms);
            Run::ran(scenario, trajectory)
        });
        let base_of = Memo::new(move |_| link.with(|link| (link.scenario.baseline(), link.view.horizon)));
        let base = shared_run(move || {
            let (baseline, horizon) = base_of.get();
            Run::of(Scenario::base(baseline), horizon)
        });
        let settled = RwSignal::new(run.get_untracked());

        let frames = Frames::new(document::show_ready);
        let resting = frames.clone();
        let parts = StoredValue::new_local(Parts {
            frames,
            address: Address::new(move |fragment| {
                let read = Link::decode(&fragment);
                link.set(read.link);
                notices.set(read.notices);
            }),
            settle: Timer::new(move || {
                settled.set(run.get_untracked());
                resting.draw_out_of_sight();
            }),
            palette: Rc::new(document::palette()),
        });
        let explorer = Self {
            link,
            notices,
            language,
            theme,
            run,
            base,
            settled,
            announcement: RwSignal::new(String::new()),
            parts,
        };
        explorer.follow();
        explorer
    }

    /// Lets the document, the charts and the tables follow the state.
    fn follow(self) {
        Effect::new(move |_| document::show_language(self.language.get()));
        Effect::new(move |_| {
            self.theme.get().show();
            self.parts.update_value(|parts| parts.palette = Rc::new(document::palette()));
            self.frames().mark_all();
        });
        Effect::new(move |_| {
            self.run.track();
            self.language.track();
            self.frames().mark_all();
            self.parts.with_value(|parts| parts.settle.set_in(TABLES_AFTER_MS));
        });
    }

    /// The drawings of the page.
    pub(crate) fn frames(self) -> Frames {
        self.parts.with_value(|parts| parts.frames.clone())
    }

    /// The colours of the theme shown.
    pub(crate) fn palette(self) -> Rc<Palette> {
        self.parts.with_value(|parts| Rc::clone(&parts.palette))
    }

    /// The link of what stands now, as an address.
    pub(crate) fn share_link(self) -> String {
        self.link.with(|link| address::with_fragment(&link.encode()))
    }

    /// A lever is moved; the change is drawn, and the link is written once it is released.
    pub(crate) fn set(self, input: Input, value: f64) -> Result<(), InputError> {
        input.check(value)?;
        if self.link.with_untracked(|link| link.scenario.get(input) == value) {
            return Ok(());
        }
        self.frames().note_input(timing::now_ms());
        self.link.try_update(|link| link.scenario.set(input, value)).unwrap_or(Ok(()))
    }

    /// A change is released: the link is written, the tables follow, and the result is said once.
    pub(crate) fn release(self, source: Source) {
        let fragment = self.link.with_untracked(Link::encode);
        self.parts.with_value(|parts| {
            parts.address.release(source, fragment);
            if parts.settle.is_set() {
                parts.settle.call_off();
                self.settled.set(self.run.get_untracked());
                parts.frames.draw_out_of_sight();
            }
        });
        let language = self.language.get_untracked();
        let headline = self.run.with_untracked(|run| run.headline);
        if let Some(headline) = headline {
            let trough = crate::format::figure("B$", headline.fcf_trough, language);
            let quarter = headline.fcf_trough_quarter.to_string();
            self.announcement.set(text::announcement(&trough, &quarter, language));
        }
    }

    fn change(self, source: Source, change: impl FnOnce(&mut Link)) {
        self.link.update(change);
        self.release(source);
    }

    /// Puts an input back to its base value.
    pub(crate) fn reset(self, input: Input) {
        self.change(input.id(), |link| link.scenario.reset(input));
    }

    /// Puts every input back to its base value.
    pub(crate) fn reset_all(self) {
        self.change("reset", |link| link.scenario = Scenario::base(link.scenario.baseline()));
    }

    /// Starts from another baseline; what was changed keeps its value.
    pub(crate) fn choose_baseline(self, baseline: Baseline) {
        self.change("baseline", |link| {
            link.scenario = link.scenario.rebased(baseline);
            link.view.horizon = link.view.horizon.rebased(baseline);
        });
    }

    /// Shows a preset.
    pub(crate) fn choose_preset(self, preset: &Preset) {
        self.change("preset", |link| {
            link.scenario = preset.scenario();
            link.view.horizon = link.view.horizon.rebased(preset.baseline);
        });
    }

    /// Runs to another year.
    pub(crate) fn choose_horizon(self, horizon: Horizon) {
        self.change("horizon", |link| link.view.horizon = horizon);
    }

    /// Turns to a language, in the link and for the next visit.
    pub(crate) fn choose_language(self, language: Language) {
        document::keep_language(language);
        self.change("language", |link| link.view.language = Some(language));
    }

    /// Turns to the other theme, for the next visit too.
    pub(crate) fn turn_theme(self) {
        self.theme.update(|theme| *theme = theme.other());
        self.theme.get_untracked().keep();
    }

    /// Whether the scenario differs from the base case.
    pub(crate) fn is_changed(self) -> bool {
        self.link.with(|link| link.scenario.changes().next().is_some())
    }
}

/// The state of the page, from any component.
pub(crate) fn explorer() -> Explorer {
    expect_context()
}
