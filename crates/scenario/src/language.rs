//! The languages of the page.

/// A language in which everything can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Simplified Chinese.
    Chinese,
}

impl Language {
    /// Every language.
    pub const ALL: [Language; 2] = [Language::English, Language::Chinese];

    /// The name used in links and in storage.
    #[must_use]
    pub fn id(self) -> &'static str {
        self.pick("en", "zh")
    }

    /// The language of that name, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|language| language.id() == id)
    }

    /// The language tag for documents.
    #[must_use]
    pub fn tag(self) -> &'static str {
        self.pick("en", "zh-Hans")
    }

    /// The nearest language to one that a browser prefers, such as `zh-CN`.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or(tag);
        Self::from_id(&primary.to_ascii_lowercase())
    }

    /// Its name in itself.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.pick("English", "简体中文")
    }

    /// The one of two texts that is in this language.
    pub fn pick<T>(self, english: T, chinese: T) -> T {
        match self {
            Language::English => english,
            Language::Chinese => chinese,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Language;

    #[test]
    fn a_browsers_preference_finds_its_language() {
        for (tag, want) in [
            ("zh-CN", Some(Language::Chinese)),
            ("zh", Some(Language::Chinese)),
            ("EN-us", Some(Language::English)),
            ("fr", None),
            ("", None),
        ] {
            assert_eq!(Language::from_tag(tag), want, "{tag}");
        }
    }
}
