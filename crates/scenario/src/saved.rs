//! Scenarios that a reader keeps under a name.
//!
//! Kept as text, one scenario a line: the link, a tab, the name. A line that cannot be read is kept as it is, so that
//! text from another version, or broken by something else, neither hides the rest nor is lost.

use crate::link::LONGEST_LINK;
use core::fmt;

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 80;

/// The most scenarios kept.
pub const MOST_SAVED: usize = 50;

const SEPARATOR: char = '\t';

/// A scenario kept under a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedScenario {
    name: String,
    link: String,
}

impl SavedScenario {
    /// Its name: never empty, without control characters, [`LONGEST_NAME`] characters at most.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Its link, without `#`.
    #[must_use]
    pub fn link(&self) -> &str {
        &self.link
    }

    fn line(&self) -> String {
        format!("{}{SEPARATOR}{}", self.link, self.name)
    }
}

/// The scenarios kept, in the order in which they were first saved; no two have the same name.
///
/// ```
/// use buildout_scenario::Saved;
///
/// let mut saved = Saved::default();
/// saved.save(" Grid a year late ", "1~2026q2~psl_4")?;
/// assert_eq!(saved.encode(), "1~2026q2~psl_4\tGrid a year late");
///
/// let read = Saved::decode("1~2026q2~psl_4\tGrid a year late\nwhat is this?");
/// assert_eq!((&read.saved, read.unread.len()), (&saved, 1));
/// assert_eq!(read.encode(), "1~2026q2~psl_4\tGrid a year late\nwhat is this?");
/// # Ok::<(), buildout_scenario::SaveError>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Saved {
    scenarios: Vec<SavedScenario>,
}

/// What was read of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecodedSaved {
    /// The scenarios that could be read.
    pub saved: Saved,
    /// The lines that could not, or had a name that was there already or no place left.
    pub unread: Vec<String>,
}

impl DecodedSaved {
    /// The text to keep: the scenarios, then what could not be read.
    #[must_use]
    pub fn encode(&self) -> String {
        let lines = self.saved.scenarios.iter().map(SavedScenario::line);
        lines.chain(self.unread.iter().cloned()).collect::<Vec<_>>().join("\n")
    }
}

/// Why a scenario was not saved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SaveError {
    /// The name has no visible character.
    NoName,
    /// The link is empty, too long, or has characters that no link has.
    NotALink,
    /// [`MOST_SAVED`] scenarios are kept already.
    Full,
}

impl fmt::Display for SaveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SaveError::NoName => f.write_str("a saved scenario needs a name"),
            SaveError::NotALink => f.write_str("this is not the link of a scenario"),
            SaveError::Full => write!(f, "{MOST_SAVED} scenarios are saved already, which is the most"),
        }
    }
}

impl std::error::Error for SaveError {}

impl Saved {
    /// The scenarios kept, the first saved first.
    #[must_use]
    pub fn scenarios(&self) -> &[SavedScenario] {
        &self.scenarios
    }

    /// The scenario kept under that name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&SavedScenario> {
        let name = clean_name(name);
        self.scenarios.iter().find(|scenario| scenario.name == name)
    }

    /// Keeps a link, with or without `#`, under a name. The name is trimmed and cut to [`LONGEST_NAME`] characters, and a
    /// scenario of the same name is replaced.
    ///
    /// # Errors
    /// [`SaveError`], and nothing is changed.
    pub fn save(&mut self, name: &str, link: &str) -> Result<(), SaveError> {
        let new =
            SavedScenario { name: clean_name(name), link: link.strip_prefix('#').unwrap_or(link).into() };
        if new.name.is_empty() {
            return Err(SaveError::NoName);
        }
        if !is_like_a_link(&new.link) {
            return Err(SaveError::NotALink);
        }
        let is_full = self.scenarios.len() >= MOST_SAVED;
        match self.scenarios.iter_mut().find(|scenario| scenario.name == new.name) {
            Some(scenario) => *scenario = new,
            None if is_full => return Err(SaveError::Full),
            None => self.scenarios.push(new),
        }
        Ok(())
    }

    /// Forgets the scenario of that name and returns it, if there is one.
    pub fn remove(&mut self, name: &str) -> Option<SavedScenario> {
        let name = clean_name(name);
        let place = self.scenarios.iter().position(|scenario| scenario.name == name)?;
        Some(self.scenarios.remove(place))
    }

    /// The text to keep.
    #[must_use]
    pub fn encode(&self) -> String {
        self.scenarios.iter().map(SavedScenario::line).collect::<Vec<_>>().join("\n")
    }

    /// Reads any text, as far as it can be read.
    #[must_use]
    pub fn decode(text: &str) -> DecodedSaved {
        let mut read = DecodedSaved::default();
        for line in text.lines().filter(|line| !line.trim().is_empty()) {
            let is_read = line.split_once(SEPARATOR).is_some_and(|(link, name)| {
                read.saved.get(name).is_none() && read.saved.save(name, link).is_ok()
            });
            if !is_read {
                read.unread.push(line.to_owned());
            }
        }
        read
    }
}

/// What can be kept of a name: one line of text of at most [`LONGEST_NAME`] characters, without spaces around it. Cleaning
/// it again changes nothing.
#[must_use]
pub fn clean_name(name: &str) -> String {
    let text: String = name.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let cut: String = text.trim().chars().take(LONGEST_NAME).collect();
    cut.trim_end().to_owned()
}

/// Whether a text has only characters of a link. What it says is for whoever opens it.
fn is_like_a_link(text: &str) -> bool {
    let is_of_links = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
    !text.is_empty() && text.len() <= LONGEST_LINK && text.chars().all(is_of_links)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    /// Saves one scenario and compares what is kept of it.
    fn check(name: &str, link: &str, want: Result<(&str, &str), SaveError>) {
        let mut saved = Saved::default();
        let got = saved.save(name, link);
        let kept = saved.scenarios().first().map(|scenario| (scenario.name(), scenario.link()));
        assert_eq!(got.map(|()| kept.expect("one is kept")), want, "{name:?} {link:?}");
        assert_eq!(Saved::decode(&saved.encode()), DecodedSaved { saved, unread: vec![] });
    }

    #[test]
    fn a_name_is_one_line_of_text() {
        let long = "数".repeat(100);
        check("Grid late", "1~2025q3", Ok(("Grid late", "1~2025q3")));
        check("  电网延迟\t一年\n", "#1~2025q3~psl_4", Ok(("电网延迟 一年", "1~2025q3~psl_4")));
        check("a\u{0}b\u{7f}c\u{85}d", "1", Ok(("a b c d", "1")));
        check(&long, "1", Ok((&long[..LONGEST_NAME * "数".len()], "1")));
        check(&format!("{} tail", "a".repeat(79)), "1", Ok((&"a".repeat(79), "1")));
        for empty in ["", "  ", "\n\t\u{0}", "\u{3000}"] {
            check(empty, "1~2025q3", Err(SaveError::NoName));
        }
        for broken in ["", "#", "1~2025q3 ", "1\t2", "##1", "<script>", "链接"] {
            check("name", broken, Err(SaveError::NotALink));
        }
        check("name", &"1".repeat(LONGEST_LINK + 1), Err(SaveError::NotALink));
    }

    #[test]
    fn the_same_name_is_replaced_in_its_place() {
        let mut saved = Saved::default();
        for (name, link) in [("a", "1~x"), ("b", "1~y"), (" a ", "1~z")] {
            saved.save(name, link).unwrap();
        }
        assert_eq!(saved.encode(), "1~z\ta\n1~y\tb");
        assert_eq!(saved.remove("a ").unwrap().link(), "1~z");
        assert_eq!(saved.remove("a"), None);
        assert_eq!(saved.encode(), "1~y\tb");
    }

    #[test]
    fn a_full_list_refuses_new_names_only() {
        let mut saved = Saved::default();
        for count in 0..MOST_SAVED {
            saved.save(&count.to_string(), "1").unwrap();
        }
        assert_eq!(saved.save("one more", "1"), Err(SaveError::Full));
        assert_eq!(saved.save("7", "2"), Ok(()));
        assert_eq!(saved.scenarios().len(), MOST_SAVED);
        let read = Saved::decode(&format!("{}\n3\tone more", saved.encode()));
        assert_eq!((read.saved, read.unread.len()), (saved, 1));
    }

    #[test]
    fn broken_lines_are_kept_as_they_are() {
        for (text, kept, unread) in [
            ("", "", 0),
            ("\n\r\n  \n", "", 0),
            ("1~x\ta\r\n\n1~y\tb\n", "1~x\ta\n1~y\tb", 0),
            ("1~x a\n1~y\tb", "1~y\tb", 1),
            ("1~x\ta\n1~y\ta", "1~x\ta", 1),
            ("\ta\n1~x\t\n1~x\t \t", "", 3),
            ("{\"a\": \"1~x\"}", "", 1),
        ] {
            let read = Saved::decode(text);
            assert_eq!((read.saved.encode().as_str(), read.unread.len()), (kept, unread), "{text:?}");
            assert_eq!(Saved::decode(&read.encode()), read, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(entries in vec((any::<String>(), "[a-zA-Z0-9_.~-]{0,9}"), 0..70)) {
            let mut saved = Saved::default();
            for (name, link) in &entries {
                let _ = saved.save(name, link);
            }
            prop_assert_eq!(Saved::decode(&saved.encode()), DecodedSaved { saved, unread: vec![] });
        }

        #[test]
        fn any_text_is_read(text in any::<String>()) {
            let read = Saved::decode(&text);
            prop_assert!(read.saved.scenarios().len() <= MOST_SAVED);
            prop_assert_eq!(Saved::decode(&read.saved.encode()), DecodedSaved { unread: vec![], ..read });
        }

        #[test]
        fn any_lines_are_read(lines in vec("[a-z~_1\t ]{0,8}", 0..80)) {
            let read = Saved::decode(&lines.join("\n"));
            let told = lines.iter().filter(|line| !line.trim().is_empty()).count();
            prop_assert_eq!(read.saved.scenarios().len() + read.unread.len(), told);
        }
    }
}
