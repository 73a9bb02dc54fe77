//! Back and forward through what was released.

use super::Explorer;
use crate::browser::address::Source;
use buildout_scenario::{History, Link};
use leptos::prelude::*;
use std::time::Duration;

/// A replay shows what stood before for this long.
const REPLAY_AFTER: Duration = Duration::from_millis(900);

impl Explorer {
    /// Takes the last release back.
    pub(crate) fn undo(self) {
        self.travel(|history| history.undo().cloned());
    }

    /// Makes a release again that was taken back.
    pub(crate) fn redo(self) {
        self.travel(|history| history.redo().cloned());
    }

    fn travel(self, step: impl FnOnce(&mut History<Link>) -> Option<Link>) {
        let Some(Some(link)) = self.history.try_update(step) else { return };
        self.link.set(link);
        self.show_released(Source::Lever("history"));
    }

    /// Shows the last change again: what stood before it, and a moment later what stands now.
    pub(crate) fn replay(self) {
        let change =
            self.history.with_untracked(|history| history.last_change().map(|(a, b)| (a.clone(), b.clone())));
        let Some((before, after)) = change else { return };
        self.link.set(before.clone());
        let ends = move || {
            // What the reader moved or took back meanwhile stands.
            let is_replay = self.link.with_untracked(|link| *link == before)
                && self.history.with_untracked(|history| *history.now() == after);
            if is_replay {
                self.link.set(after);
            }
        };
        set_timeout(ends, REPLAY_AFTER);
    }
}
