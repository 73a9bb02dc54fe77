//! The response curves of the levers, computed a few at a time between frames.
//!
//! A change makes curves stale; those that somebody can see are computed again, one after the other, in slices short enough
//! for a frame to come in between. A curve shows the whole range of its input, so moving that input leaves it as it is.

use crate::{
    browser::{timer::Timer, timing},
    explorer::{Explorer, explorer},
    lasting::Lasting,
    lever::Curve,
};
use buildout_analysis::{Goal, response_curve};
use buildout_model::Input;
use buildout_scenario::Scenario;
use leptos::prelude::*;
use std::sync::Arc;

/// Points of a curve.
const POINTS: usize = 33;
/// A change is first drawn, then answered: a frame has this long before the first slice.
const AFTER_CHANGE_MS: i32 = 6;
/// Between slices the browser may do what waits.
const BETWEEN_MS: i32 = 1;
/// No further curve is begun after this long.
const SLICE_MS: f64 = 2.0;

/// The response curves, shared by all parts of the panel.
#[derive(Clone, Copy)]
pub(crate) struct Responses {
    /// The headline figure that the curves show.
    pub(crate) goal: Lasting<RwSignal<Goal>>,
    /// Timers run outside the components, where there is no context to ask.
    explorer: Explorer,
    parts: StoredValue<Parts, LocalStorage>,
}

/// The curve of an input as the page shows it.
#[derive(Clone, Copy)]
pub(crate) struct Answer {
    /// The curve last computed.
    pub(crate) curve: Lasting<RwSignal<Option<Arc<Curve>>>>,
    /// Whether it is of another scenario than the one that stands.
    pub(crate) is_stale: Lasting<RwSignal<bool>>,
}

/// Everything that a curve depends on; its own input stands at the base value.
#[derive(Clone, Copy, PartialEq)]
struct Question {
    scenario: Scenario,
    quarters: usize,
    goal: Goal,
}

struct Slot {
    answer: Answer,
    /// How many parts of the page show the curve now.
    watchers: u32,
    answered: Option<Question>,
}

struct Parts {
    /// A slot an input, in registry order.
    slots: Vec<Slot>,
    /// The slot looked at first, so that none waits for ever while a lever is dragged.
    next: usize,
    timer: Timer,
}

impl Responses {
    /// Curves of nothing yet, which follow the scenario.
    pub(crate) fn new() -> Self {
        let slot = |_| Slot {
            answer: Answer { curve: Lasting::signal(None), is_stale: Lasting::signal(true) },
            watchers: 0,
            answered: None,
        };
        let parts = Parts { slots: Input::ALL.iter().map(slot).collect(), next: 0, timer: Timer::new(|| ()) };
        let explorer = explorer();
        let responses =
            Self { goal: Lasting::signal(Goal::default()), explorer, parts: StoredValue::new_local(parts) };
        responses.parts.update_value(|parts| parts.timer = Timer::new(move || responses.work()));
        Effect::new(move |_| {
            explorer.run.track();
            responses.goal.track();
            responses.mark();
        });
        on_cleanup(move || {
            responses.parts.try_update_value(|parts| parts.timer.call_off());
        });
        responses
    }

    /// The curve of an input.
    pub(crate) fn answer(self, input: Input) -> Option<Answer> {
        self.parts.with_value(|parts| parts.slots.get(input as usize).map(|slot| slot.answer))
    }

    /// A part of the page begins to show the curve of an input, or ceases to.
    pub(crate) fn watch(self, input: Input, begins: bool) {
        self.parts.try_update_value(|parts| {
            if let Some(slot) = parts.slots.get_mut(input as usize) {
                slot.watchers = if begins { slot.watchers + 1 } else { slot.watchers.saturating_sub(1) };
            }
        });
        if begins {
            self.mark();
        }
    }

    /// What the curve of an input has to answer as things stand.
    fn question(self, input: Input) -> Question {
        let (mut scenario, quarters) =
            self.explorer.link.with_untracked(|link| (link.scenario, link.quarters()));
        scenario.reset(input);
        Question { scenario, quarters, goal: self.goal.get_untracked() }
    }

    /// Marks what no longer holds among the curves shown, and has it computed.
    fn mark(self) {
        let shown: Vec<(Input, Answer, Option<Question>)> = self.parts.with_value(|parts| {
            let slots = parts.slots.iter().zip(Input::ALL).filter(|(slot, _)| slot.watchers > 0);
            slots.map(|(slot, input)| (input, slot.answer, slot.answered)).collect()
        });
        let mut is_any_stale = false;
        for (input, answer, answered) in shown {
            let is_stale = answered != Some(self.question(input));
            is_any_stale |= is_stale;
            if answer.is_stale.get_untracked() != is_stale {
                answer.is_stale.set(is_stale);
            }
        }
        self.parts.with_value(|parts| {
            if is_any_stale && !parts.timer.is_set() {
                parts.timer.set_in(AFTER_CHANGE_MS);
            }
        });
    }

    /// The next curve that is shown and stale.
    fn next_stale(self) -> Option<(Input, Answer)> {
        self.parts.try_update_value(|parts| {
            let count = parts.slots.len();
            let place = (0..count).map(|ahead| (parts.next + ahead) % count).find(|place| {
                parts
                    .slots
                    .get(*place)
                    .is_some_and(|slot| slot.watchers > 0 && slot.answer.is_stale.get_untracked())
            })?;
            parts.next = place + 1;
            Some((*Input::ALL.get(place)?, parts.slots.get(place)?.answer))
        })?
    }

    /// Computes curves for one slice.
    fn work(self) {
        let start_ms = timing::now_ms();
        let mut has_worked = false;
        while let Some((input, answer)) = self.next_stale() {
            has_worked = true;
            let question = self.question(input);
            let Question { scenario, quarters, goal } = question;
            let points = response_curve(&scenario, quarters, input, goal, POINTS);
            self.parts.update_value(|parts| {
                if let Some(slot) = parts.slots.get_mut(input as usize) {
                    slot.answered = Some(question);
                }
            });
            answer.curve.set(Some(Arc::new(Curve::of(points))));
            answer.is_stale.set(false);
            if timing::now_ms() - start_ms > SLICE_MS {
                // The next slice finds out whether there is anything left.
                self.parts.with_value(|parts| parts.timer.set_in(BETWEEN_MS));
                break;
            }
        }
        if has_worked {
            timing::measure("responses", start_ms);
        }
    }
}

/// The response curves, from any part of the panel.
pub(crate) fn responses() -> Responses {
    expect_context()
}
