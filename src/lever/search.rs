//! A search over the inputs: names, link keys and meanings, in both languages whatever the page shows.

use crate::text;
use buildout_model::Input;
use buildout_scenario::Language;

/// What somebody looks for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Search {
    terms: Vec<String>,
}

/// Words in Latin letters and figures are found by how they begin; all else, Chinese above all, wherever it stands.
fn begins_a_word(text: &str, term: &str) -> bool {
    text.match_indices(term).any(|(at, _)| {
        !text.get(..at).is_some_and(|before| before.ends_with(|c: char| c.is_ascii_alphanumeric()))
    })
}

/// Marks that stand between words outside ASCII.
const BETWEEN: &str = "，。、；：？！（）《》“”‘’–—…·×−";

impl Search {
    /// Reads what was typed; every word of it must be found.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        // Names have capitals and marks of these kinds alone; the tables of all others would take 7 kB of the download.
        let typed = typed.to_ascii_lowercase();
        let is_between = |c: char| {
            let is_mark = c.is_ascii() && !c.is_ascii_alphanumeric() && c != '%' && c != '$';
            is_mark || c.is_whitespace() || BETWEEN.contains(c)
        };
        Self { terms: typed.split(is_between).filter(|term| !term.is_empty()).map(str::to_owned).collect() }
    }

    /// Whether nothing was typed that could be looked for.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// Whether an input is found; a search for nothing finds everything.
    #[must_use]
    pub fn finds(&self, input: Input) -> bool {
        if self.is_empty() {
            return true;
        }
        let declaration = input.declaration();
        if let [key] = self.terms.as_slice()
            && key == declaration.key
        {
            return true;
        }
        let group = declaration.group;
        let texts = [
            declaration.label_en,
            declaration.label_zh,
            declaration.id,
            declaration.meaning_en,
            declaration.meaning_zh,
            text::group_name(group, Language::English),
            text::group_name(group, Language::Chinese),
        ]
        .map(str::to_ascii_lowercase);
        self.terms.iter().all(|term| {
            texts.iter().any(
                |text| {
                    if term.is_ascii() { begins_a_word(text, term) } else { text.contains(term) }
                },
            )
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(typed: &str) -> Vec<Input> {
        let search = Search::of(typed);
        Input::ALL.into_iter().filter(|input| search.finds(*input)).collect()
    }

    #[test]
    fn every_input_is_found_by_each_of_its_names() {
        for input in Input::ALL {
            let declaration = input.declaration();
            for name in [declaration.id, declaration.key, declaration.label_en, declaration.label_zh] {
                assert!(found(name).contains(&input), "{name}");
            }
        }
    }

    #[test]
    fn a_search_narrows() {
        assert_eq!(found("").len(), Input::ALL.len());
        assert_eq!(found("  ").len(), Input::ALL.len());
        assert!(found("trainium").len() < 20);
        assert!(found("Trainium MIX").contains(&Input::TrainiumMix));
        assert_eq!(found("Trainium，mix"), found("Trainium mix"));
        assert_eq!(found("Trainium（AI）"), found("trainium ai"));
        assert!(found("通电延迟").contains(&Input::PowerSlip));
        assert!(found("slip").contains(&Input::PowerSlip));
        assert!(!found("lip").contains(&Input::PowerSlip), "a word is found by its beginning");
        assert!(found("no such lever").is_empty());
    }
}
