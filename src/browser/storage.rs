//! The reader's own choices, kept in the browser where it lets the page.

use web_sys::{Storage, window};

fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

/// What was kept under a key.
pub(crate) fn kept(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

/// Keeps a value; without storage it lasts as long as the page.
pub(crate) fn keep(key: &str, value: &str) {
    if let Some(storage) = storage() {
        // Storage that is full or blocked loses a preference, which the reader sees at the next visit.
        let _ = storage.set_item(key, value);
    }
}
