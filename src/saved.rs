//! The scenarios that the reader saves under a name, as the browser keeps them for all its windows.

use crate::{browser::storage, lasting::Lasting};
use buildout_scenario::{DecodedSaved, Saved};
use leptos::{ev, prelude::*};

const KEY: &str = "buildout.saved";

/// The saved scenarios.
#[derive(Clone, Copy)]
pub(crate) struct Keeping {
    /// As they stand in the browser; where it keeps nothing, as long as the page is open.
    pub(crate) read: Lasting<RwSignal<DecodedSaved>>,
    /// Whether the browser kept the last change.
    is_kept: StoredValue<bool>,
}

impl Keeping {
    /// What the browser has. What another window saves shows here too.
    pub(crate) fn new() -> Self {
        let read = Lasting::signal(Saved::decode(&storage::kept(KEY).unwrap_or_default()));
        let elsewhere = window_event_listener(ev::storage, move |event| {
            // Without a key everything was cleared.
            if event.key().is_none_or(|key| key == KEY) {
                read.set(Saved::decode(&storage::kept(KEY).unwrap_or_default()));
            }
        });
        on_cleanup(move || elsewhere.remove());
        Self { read, is_kept: StoredValue::new(true) }
    }

    /// Changes what is saved, starting from what the browser has by now: another window may have saved meanwhile. Says
    /// whether the browser kept it.
    pub(crate) fn change<R, E>(
        self,
        change: impl FnOnce(&mut Saved) -> Result<R, E>,
    ) -> Result<(R, bool), E> {
        let kept = storage::kept(KEY).filter(|_| self.is_kept.get_value());
        let mut now = kept.map_or_else(|| self.read.get_untracked(), |text| Saved::decode(&text));
        let result = change(&mut now.saved)?;
        let is_kept = storage::keep(KEY, &now.encode());
        self.is_kept.set_value(is_kept);
        self.read.set(now);
        Ok((result, is_kept))
    }
}
