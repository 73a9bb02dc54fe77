//! The link of the last release, for the next visit.

use crate::browser::{address, storage};
use buildout_scenario::{Link, Scenario};

const KEY: &str = "buildout.last";

/// Keeps a link. The last visit is the whole page's, not that of a chart in somebody else's page.
pub(super) fn keep(fragment: &str) {
    if !address::is_embedded() {
        // Without storage the next visit starts at the base case, which is what it then says.
        let _ = storage::keep(KEY, fragment);
    }
}

/// The link of the last visit, where this one has none and that one was not the page as it opens anyway.
pub(super) fn kept() -> Option<String> {
    if address::is_embedded() {
        return None;
    }
    let kept = storage::kept(KEY).filter(|_| address::fragment().is_empty())?;
    (Link::decode(&kept).link.scenario != Scenario::default()).then_some(kept)
}
