//! Both documents of the model have the same structure, the same equations and the same numbers, and what comes from the
//! tables is current.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_evidence::{
    markdown::{self, MECHANISMS_BEGIN, MECHANISMS_END, Pick},
    mechanisms,
};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Options, Parser, Tag, TagEnd};
use std::{fs, path::PathBuf};

fn document(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// What of a section must be the same in both languages, and its last paragraph.
#[derive(Debug, Default)]
struct Section {
    level: Option<HeadingLevel>,
    title: String,
    code_blocks: Vec<String>,
    /// Terms in code type, in any order: languages order them differently.
    terms: Vec<String>,
    /// Numbers of tables, as they stand.
    table_numbers: Vec<String>,
    items: usize,
    last_paragraph: String,
}

fn is_of_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '.' | '−')
}

fn numbers(text: &str) -> impl Iterator<Item = String> + '_ {
    let number = |part: &str| part.trim_end_matches(['.', '−']).to_owned();
    text.split(|c| !is_of_number(c)).map(number).filter(|number| !number.is_empty())
}

fn sections(text: &str) -> Vec<Section> {
    let mut all = vec![Section::default()];
    let (mut in_title, mut in_table, mut in_code) = (false, false, None);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match &event {
            Event::Start(Tag::Heading { level, .. }) => {
                all.push(Section { level: Some(*level), ..Section::default() });
                in_title = true;
            }
            Event::End(TagEnd::Heading(_)) => in_title = false,
            Event::Start(Tag::Table(_)) => in_table = true,
            Event::End(TagEnd::Table) => in_table = false,
            Event::Start(Tag::CodeBlock(kind)) => {
                in_code = Some(!matches!(kind, CodeBlockKind::Fenced(name) if name.as_ref() == "mermaid"));
                if in_code == Some(true) {
                    all.last_mut().unwrap().code_blocks.push(String::new());
                }
            }
            Event::End(TagEnd::CodeBlock) => in_code = None,
            _ => {}
        }
        let section = all.last_mut().unwrap();
        match event {
            Event::Text(words) if in_title => section.title += &words,
            Event::Text(words) if in_code == Some(true) => *section.code_blocks.last_mut().unwrap() += &words,
            Event::Text(words) if in_code.is_none() => {
                if in_table {
                    section.table_numbers.extend(numbers(&words));
                }
                section.last_paragraph += &words;
            }
            Event::Code(term) => {
                if in_table {
                    section.table_numbers.extend(numbers(&term));
                }
                section.last_paragraph += &term;
                section.terms.push(term.to_string());
            }
            Event::Start(Tag::Item) => section.items += 1,
            Event::Start(Tag::Paragraph) => section.last_paragraph.clear(),
            _ => {}
        }
    }
    all.iter_mut().for_each(|section| section.terms.sort());
    all
}

const DOCUMENTS: [(&str, Pick); 2] = [("model.md", |words| words.en), ("model.zh.md", |words| words.zh)];

#[test]
fn both_languages_have_the_same_sections_equations_terms_and_numbers() {
    let [english, chinese] = DOCUMENTS.map(|(name, _)| sections(&document(name)));
    assert_eq!(english.len(), chinese.len(), "headings");
    for (en, zh) in english.iter().zip(&chinese) {
        let title = &en.title;
        assert_eq!(en.level, zh.level, "{title}");
        let number = |title: &str| title.split(' ').next().and_then(|first| first.parse::<u32>().ok());
        assert_eq!(number(&en.title), number(&zh.title), "{title}");
        assert_eq!(en.code_blocks, zh.code_blocks, "{title}");
        assert_eq!(en.terms, zh.terms, "{title}");
        assert_eq!(en.table_numbers, zh.table_numbers, "{title}");
        assert_eq!(en.items, zh.items, "{title}");
    }
    assert!(english.iter().map(|section| section.code_blocks.len()).sum::<usize>() > 15);
    assert!(english.iter().map(|section| section.table_numbers.len()).sum::<usize>() > 40);
}

#[test]
fn every_step_ends_with_its_limits() {
    for ((name, _), begin) in DOCUMENTS.into_iter().zip(["Limits: ", "局限："]) {
        let sections = sections(&document(name));
        let is_step = |section: &&Section| {
            section.level == Some(HeadingLevel::H3) && section.title.starts_with(|c: char| c.is_ascii_digit())
        };
        let steps: Vec<_> = sections.iter().filter(is_step).collect();
        assert_eq!(steps.len(), 12, "{name}");
        for step in steps {
            let last = &step.last_paragraph;
            assert!(last.starts_with(begin), "{name}: {} ends with {last}", step.title);
            assert!(last.chars().count() < 220, "{name}: the limits of {} are long", step.title);
        }
    }
}

#[test]
fn what_comes_from_the_tables_is_current() {
    for (name, pick) in DOCUMENTS {
        let text = document(name);
        let between = |begin: &str, end: &str| {
            let (_, rest) = text.split_once(begin).unwrap_or_else(|| panic!("{name} has no {begin}"));
            rest.split_once(end).unwrap_or_else(|| panic!("{name} has no {end}")).0.to_owned()
        };
        let advice = "cargo run -p buildout-evidence --example write_docs";
        assert_eq!(between("```mermaid\n", "```\n"), markdown::mermaid(pick), "{name}: {advice}");
        let table = between(MECHANISMS_BEGIN, MECHANISMS_END);
        assert_eq!(table.trim(), markdown::mechanisms_table(pick).trim(), "{name}: {advice}");
        assert_eq!(text.matches("```mermaid").count(), 1, "{name}");
    }
}

#[test]
fn every_step_of_a_mechanism_is_a_heading() {
    for (name, pick) in DOCUMENTS {
        let titles: Vec<_> = sections(&document(name)).into_iter().map(|section| section.title).collect();
        for mechanism in mechanisms() {
            for step in mechanism.steps {
                let named = pick(markdown::step_name(step));
                let is_it = |title: &String| title == named || title.starts_with(&format!("{named} "));
                assert!(titles.iter().any(is_it), "{name}: {} is in step {named}", mechanism.id);
            }
        }
    }
}
