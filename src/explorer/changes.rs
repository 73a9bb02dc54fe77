//! What a reader does to a scenario and to how it is shown: every change of the link.

use super::{Explorer, last_visit};
use crate::{
    browser::{address::Source, document, timing},
    text,
};
use buildout_model::{Baseline, Group, Input, InputError};
use buildout_scenario::{Horizon, Language, Link, Panel, Period, Preset, Scenario, Zoom};
use leptos::prelude::*;

impl Explorer {
    /// A lever is moved; the change is drawn, and the link is written once it is released.
    pub(crate) fn set(self, input: Input, value: f64) -> Result<(), InputError> {
        input.check(value)?;
        if self.link.with_untracked(|link| link.scenario.get(input) == value) {
            return Ok(());
        }
        self.frames().note_input(timing::now_ms());
        let set = |link: &mut Link| link.change(|link| link.scenario.set(input, value));
        self.link.try_update(set).unwrap_or(Ok(()))
    }

    /// A change is released: the link is written, the tables follow, and the result is said once.
    pub(crate) fn release(self, source: impl Into<Source>) {
        self.history.update(|history| history.record(self.link.get_untracked()));
        self.show_released(source.into());
    }

    /// Writes the link of what stands now, lets the tables follow, and says the result once.
    pub(super) fn show_released(self, source: Source) {
        let fragment = self.link.with_untracked(Link::encode);
        last_visit::keep(&fragment);
        if self.last_visit.with_untracked(Option::is_some) {
            self.last_visit.set(None);
        }
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
        if let Some(now) = headline {
            let before = self.parts.try_update_value(|parts| parts.said.replace(now)).flatten();
            if let Some(before) = before.filter(|before| *before != now) {
                self.announcement.set(text::announcement(&before, &now, language));
            }
        }
    }

    fn change(self, source: Source, change: impl FnOnce(&mut Link)) {
        self.link.update(|link| link.change(change));
        self.release(source);
    }

    /// Puts an input back to its base value.
    pub(crate) fn reset(self, input: Input) {
        self.change(Source::Choice, |link| link.scenario.reset(input));
    }

    /// Puts every input of a group back to its base value, as one step.
    pub(crate) fn reset_group(self, group: Group) {
        self.change(Source::Choice, |link| {
            for input in Input::ALL.into_iter().filter(|input| input.declaration().group == group) {
                link.scenario.reset(input);
            }
        });
    }

    /// Puts every input back to its base value.
    pub(crate) fn reset_all(self) {
        self.change(Source::Choice, |link| link.scenario = Scenario::base(link.scenario.baseline()));
    }

    /// Starts from another baseline; what was changed keeps its value.
    pub(crate) fn choose_baseline(self, baseline: Baseline) {
        self.change(Source::Choice, |link| {
            link.scenario = link.scenario.rebased(baseline);
            link.view.horizon = link.view.horizon.rebased(baseline);
        });
    }

    /// Shows a preset.
    pub(crate) fn choose_preset(self, preset: &Preset) {
        self.change(Source::Choice, |link| {
            link.scenario = preset.scenario();
            link.view.horizon = link.view.horizon.rebased(preset.baseline);
        });
    }

    /// Runs to another year.
    pub(crate) fn choose_horizon(self, horizon: Horizon) {
        self.change(Source::Choice, |link| link.view.horizon = horizon);
    }

    /// Adds flows up over another span.
    pub(crate) fn choose_period(self, period: Period) {
        self.change(Source::Choice, |link| link.view.period = period);
    }

    /// Shows a range of years, or all.
    pub(crate) fn choose_zoom(self, zoom: Option<Zoom>) {
        self.change(Source::Choice, |link| link.view.zoom = zoom);
    }

    /// Opens a panel, or closes it.
    pub(crate) fn toggle_panel(self, panel: Panel) {
        self.change(Source::Choice, |link| link.view.panels.toggle(panel));
    }

    /// Moves a panel towards the beginning.
    pub(crate) fn move_panel_up(self, panel: Panel) {
        self.change(Source::Choice, |link| link.view.panels.move_up(panel));
    }

    /// Opens what a link holds, as one step.
    pub(crate) fn open_link(self, text: &str) {
        let read = Link::decode(text);
        self.notices.set(read.notices);
        self.link.set(read.link);
        self.release(Source::Choice);
    }

    /// Goes to a link that the page itself wrote, in the language of the page: only a language that the reader chose is in
    /// the address.
    pub(crate) fn go(self, text: &str) {
        let mut link = Link::decode(text).link;
        link.view.language = self.link.with_untracked(|link| link.view.language);
        self.show_link(link);
    }

    /// Shows a link that was read, as one step.
    pub(crate) fn show_link(self, link: Link) {
        self.notices.set(Vec::new());
        self.link.set(link);
        self.release(Source::Choice);
    }

    /// Forgets the figures that a link was sent with.
    pub(crate) fn forget_receipt(self) {
        self.change(Source::Choice, |link| link.receipt = None);
    }

    /// Keeps the scenario to compare with.
    pub(crate) fn pin(self) {
        self.change(Source::Choice, |link| link.compared = Some(link.scenario));
    }

    /// Compares with the base case again.
    pub(crate) fn unpin(self) {
        self.change(Source::Choice, |link| link.compared = None);
    }

    /// Exchanges the scenario and the pinned one.
    pub(crate) fn swap(self) {
        self.change(Source::Choice, |link| {
            if let Some(pinned) = link.compared.replace(link.scenario) {
                link.scenario = pinned;
                link.view.horizon = link.view.horizon.rebased(pinned.baseline());
            }
        });
    }

    /// Turns to a language, in the link and for the next visit.
    pub(crate) fn choose_language(self, language: Language) {
        document::keep_language(language);
        self.change(Source::Choice, |link| link.view.language = Some(language));
    }

    /// Shows fans, or takes them away.
    pub(crate) fn turn_fans(self) {
        self.change(Source::Choice, |link| link.uncertain.is_shown = !link.uncertain.is_shown);
    }
}
