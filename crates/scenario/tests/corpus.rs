//! Every link ever published means what it meant.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_model::{Baseline, Input};
use buildout_scenario::{
    Horizon, Language, Link, PRESETS, Panel, Panels, Period, Receipt, Scenario, Uncertain, View, Zoom,
};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

/// A link and what it must mean.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    link: String,
    baseline: String,
    #[serde(default)]
    set: BTreeMap<String, f64>,
    horizon: Option<i32>,
    language: Option<String>,
    panels: Option<Vec<String>>,
    period: Option<String>,
    zoom: Option<String>,
    #[serde(default)]
    fans: bool,
    draws: Option<u32>,
    seed: Option<u32>,
    /// Ends of ranges; none for an input held at its value.
    #[serde(default)]
    ranges: BTreeMap<String, Option<(f64, f64)>>,
    compared: Option<Compared>,
    receipt: Option<String>,
    #[serde(default)]
    notices: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Compared {
    baseline: String,
    #[serde(default)]
    set: BTreeMap<String, f64>,
}

fn scenario(baseline: &str, set: &BTreeMap<String, f64>) -> Scenario {
    let mut scenario = Scenario::base(Baseline::from_id(baseline).unwrap());
    for (id, value) in set {
        scenario.set(Input::from_id(id).unwrap(), *value).unwrap();
    }
    scenario
}

impl Line {
    fn meant(&self) -> Link {
        let compared = self.compared.as_ref();
        let compared = compared.map(|compared| scenario(&compared.baseline, &compared.set));
        let scenario = scenario(&self.baseline, &self.set);
        let horizon = self.horizon.map(|year| Horizon::to_year(year, scenario.baseline()).unwrap());
        let panels = self.panels.iter().flatten().map(|id| Panel::from_id(id).unwrap());
        let view = View {
            horizon: horizon.unwrap_or_default(),
            language: self.language.as_deref().map(|id| Language::from_id(id).unwrap()),
            panels: Panels::of(panels),
            period: self.period.as_deref().map(|id| Period::from_id(id).unwrap()).unwrap_or_default(),
            zoom: self.zoom.as_deref().map(|text| Zoom::parse(text).unwrap()),
        };
        let receipt = self.receipt.as_deref().map(|text| Receipt::parse(text).unwrap());
        Link { scenario, compared, view, uncertain: self.uncertain(), receipt }
    }

    fn uncertain(&self) -> Uncertain {
        let mut uncertain = Uncertain { is_shown: self.fans, ..Uncertain::default() };
        uncertain.draws = self.draws.unwrap_or(uncertain.draws);
        uncertain.seed = self.seed.unwrap_or(uncertain.seed);
        for (id, ends) in &self.ranges {
            let input = Input::from_id(id).unwrap();
            match ends {
                Some((low, high)) => uncertain.ranges.set(input, *low, *high).unwrap(),
                None => uncertain.ranges.switch_off(input),
            }
        }
        uncertain
    }
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn corpus() -> Vec<Line> {
    let text = read(&repository().join("tests/links/corpus.jsonl"));
    text.lines()
        .enumerate()
        .map(|(place, line)| {
            serde_json::from_str(line).unwrap_or_else(|error| panic!("line {}: {error}", place + 1))
        })
        .collect()
}

/// The key and the value of every part of the links that give no notice.
fn parts_of_sound_links() -> Vec<(String, String)> {
    let sound = corpus().into_iter().filter(|line| line.notices.is_empty());
    let texts = sound.map(|line| Link::decode(&line.link).link.encode());
    texts
        .flat_map(|text| text.split('~').map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|part| part.split_once('_').map(|(key, value)| (key.to_owned(), value.to_owned())))
        .collect()
}

#[test]
fn every_link_means_what_it_meant() {
    for line in corpus() {
        let read = Link::decode(&line.link);
        assert_eq!(read.link, line.meant(), "{}", line.link);
        let told: Vec<_> = read.notices.iter().map(ToString::to_string).collect();
        assert_eq!(told.len(), line.notices.len(), "{}: {told:?}", line.link);
        for (told, words) in told.iter().zip(&line.notices) {
            assert!(told.contains(words), "{}: '{told}' does not say '{words}'", line.link);
        }
        let again = Link::decode(&read.link.encode());
        assert_eq!((again.link, again.notices), (read.link, Vec::new()), "{}", line.link);
    }
}

#[test]
fn no_link_stands_twice() {
    let mut seen = BTreeSet::new();
    for line in corpus() {
        assert!(seen.insert(line.link.clone()), "{} stands twice", line.link);
    }
}

#[test]
fn everything_a_link_can_say_occurs() {
    let parts = parts_of_sound_links();
    let has = |key: &str, value: &str| parts.iter().any(|part| part.0 == key && part.1 == value);
    for input in Input::ALL {
        let key = input.declaration().key;
        assert!(parts.iter().any(|part| part.0 == key), "{input} ({key})");
    }
    for language in Language::ALL {
        assert!(has("L", language.id()), "{language:?}");
    }
    for period in Period::ALL.into_iter().filter(|period| *period != Period::default()) {
        assert!(has("M", period.id()), "{period:?}");
    }
    for panel in Panel::ALL {
        assert!(has("V", panel.id()), "{panel:?}");
    }
    for key in ["D", "F", "H", "R", "S", "Z"] {
        assert!(parts.iter().any(|part| part.0 == key), "{key}");
    }
    let links: BTreeSet<_> = corpus().into_iter().map(|line| line.link).collect();
    for preset in &PRESETS {
        let link = format!("#{}", Link::from(preset.scenario()).encode());
        assert!(links.contains(&link), "{}: {link}", preset.id);
    }
}

#[test]
fn links_in_the_documents_occur() {
    let links: BTreeSet<_> = corpus().into_iter().map(|line| line.link).collect();
    let mut documents = vec![repository().join("README.md")];
    for folder in ["docs", "docs/decisions"] {
        let entries = fs::read_dir(repository().join(folder)).unwrap().map(|entry| entry.unwrap().path());
        documents.extend(entries.filter(|path| path.extension().is_some_and(|extension| extension == "md")));
    }
    let mut found = 0;
    for document in documents {
        for text in read(&document).split("#1~").skip(1) {
            let is_of_links = |c: char| c.is_ascii_alphanumeric() || "-_.~".contains(c);
            let link: String = text.chars().take_while(|c| is_of_links(*c)).collect();
            // A link that is cut short to show its form ends in an ellipsis.
            if !text[link.len()..].starts_with('…') {
                assert!(links.contains(&format!("#1~{link}")), "{}: #1~{link}", document.display());
                found += 1;
            }
        }
    }
    assert!(found >= 2, "the README has links");
}

/// A key, what it means, and the format that retired it.
#[derive(Deserialize)]
struct Key {
    key: String,
    meaning: String,
    retired_in: Option<u32>,
}

#[test]
fn a_key_means_one_thing_for_ever() {
    let path = repository().join("tests/links/keys.csv");
    let keys: Vec<Key> =
        csv::Reader::from_path(path).unwrap().deserialize().collect::<Result<_, _>>().unwrap();
    let mut listed = BTreeSet::new();
    for Key { key, meaning, retired_in } in &keys {
        assert!(listed.insert(key.as_str()), "{key} stands twice");
        let input = Input::from_key(key);
        if retired_in.is_some() {
            assert_eq!(input, None, "{key} was retired and is used again");
        } else if key.starts_with(|c: char| c.is_ascii_uppercase()) {
            assert_eq!(input, None, "{key} is about the page");
        } else {
            assert_eq!(input.map(Input::id), Some(meaning.as_str()), "{key} means something else now");
        }
    }
    for input in Input::ALL {
        let key = input.declaration().key;
        assert!(listed.contains(key), "{input}: add its key {key} to tests/links/keys.csv");
    }
}
