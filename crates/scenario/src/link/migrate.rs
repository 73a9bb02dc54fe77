//! Links of older formats.
//!
//! A format is left behind by a step: a pure function from the text of one format to that of the next, without the
//! version. The steps stand in order, so a link of any format that was ever published climbs them one by one and is
//! read by the one reader there is. What a step cannot carry over it leaves in the text, where the reader finds a key
//! that it does not know and says so. A step is never changed once it is published; `tests/links/` has the links that it
//! must open.
//!
//! Keys are never reused. An input that gets another name keeps its key; one that gets another meaning or unit gets a
//! new key, and a step writes the old value in the new one. `docs/decisions/0008-receipts-and-retired-keys.md` says why.

use super::LINK_VERSION;

/// From the text of one format to that of the next.
type Step = fn(&str) -> String;

/// The steps, the last of which leads to [`LINK_VERSION`]. There is none: format 1 is the first that was published.
const LADDER: &[Step] = &[];

/// The text of a link of an older format in today's; none where no such format was published.
pub(super) fn migrate(version: u32, text: &str) -> Option<String> {
    climb(LADDER, LINK_VERSION, version, text)
}

/// Takes every step from `version` to `newest`, where the last step leads.
fn climb(ladder: &[Step], newest: u32, version: u32, text: &str) -> Option<String> {
    let steps = usize::try_from(newest.checked_sub(version)?).ok()?;
    let start = ladder.len().checked_sub(steps)?;
    Some(ladder.get(start..)?.iter().fold(text.to_owned(), |text, step| step(&text)))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three steps to format 5, each of which would give another text in another place.
    const MADE_UP: [Step; 3] = [
        |text| text.replace("old_", "new_"),
        |text| text.replace("new_", "newer_"),
        |text| format!("{text}~last_{}", text.len()),
    ];

    fn check(version: u32, want: Option<&str>) {
        assert_eq!(climb(&MADE_UP, 5, version, "2025q3~old_1~new_2").as_deref(), want, "format {version}");
    }

    #[test]
    fn every_step_is_taken_once_and_in_order() {
        check(2, Some("2025q3~newer_1~newer_2~last_22"));
        check(3, Some("2025q3~old_1~newer_2~last_20"));
        check(4, Some("2025q3~old_1~new_2~last_18"));
        check(5, Some("2025q3~old_1~new_2"));
    }

    #[test]
    fn a_format_that_was_never_published_is_not_read() {
        check(0, None);
        check(1, None);
        check(6, None);
        assert_eq!(migrate(0, "2025q3"), None);
        assert_eq!(migrate(LINK_VERSION, "2025q3"), Some("2025q3".to_owned()));
    }
}
