//! The sheet that explains the model says what the documents say, with the picture of the chain and the mechanisms.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_evidence::{Carrier, EdgeKind, edges, mechanisms, nodes};
use buildout_figures::text;
use buildout_lab::{Job, Progress, Sheet, Written};
use buildout_model::Input;
use buildout_scenario::Language;
use roxmltree::{Document, Node};
use std::{collections::HashSet, fs, path::Path};

const LANGUAGES: [(&str, &str); 2] = [("1~2025q3", "model.md"), ("1~2025q3~L_zh", "model.zh.md")];

fn html(link: &str, choices: &str) -> String {
    let mut sheet = Sheet::new("model", link, choices).unwrap();
    while let Progress::Under(_) = sheet.step() {}
    match sheet.write() {
        Written::Html(html) => format!("<sheet>{html}</sheet>"),
        Written::Go(link) => panic!("leads to {link}"),
    }
}

fn words(node: Node) -> String {
    node.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect()
}

fn elements<'a>(of: Node<'a, 'a>, name: &str) -> Vec<Node<'a, 'a>> {
    of.descendants().filter(|node| node.has_tag_name(name)).collect()
}

/// The lines of a document outside its diagram.
fn lines(name: &str) -> Vec<String> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
    let text = fs::read_to_string(path).unwrap();
    let (before, rest) = text.split_once("```mermaid").unwrap();
    let (_, after) = rest.split_once("```").unwrap();
    format!("{before}{after}").lines().map(str::to_owned).collect()
}

#[test]
fn every_heading_and_every_equation_of_the_documents_is_there() {
    for (link, name) in LANGUAGES {
        let text = html(link, "");
        let document = Document::parse(&text).unwrap();
        let shown: Vec<String> = elements(document.root(), "section")
            .into_iter()
            .map(|section| words(section.first_element_child().unwrap()))
            .collect();
        let is_heading = |line: &&String| line.starts_with('#');
        let lines = lines(name);
        let want: Vec<String> = lines
            .iter()
            .filter(is_heading)
            .map(|line| line.trim_start_matches('#').trim().to_owned())
            .collect();
        assert_eq!(shown, want, "{name}");
        let shown: Vec<String> = elements(document.root(), "pre")
            .into_iter()
            .flat_map(|pre| words(pre).lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        let want: Vec<String> =
            lines.iter().filter_map(|line| line.strip_prefix("    ")).map(str::to_owned).collect();
        assert!(want.len() > 100);
        assert_eq!(shown, want, "{name}");
    }
}

#[test]
fn a_section_can_be_chosen_and_no_anchor_is_needed() {
    for (link, _) in LANGUAGES {
        let text = html(link, "section=all");
        assert_eq!(text, html(link, ""), "all of them until one is chosen");
        let document = Document::parse(&text).unwrap();
        let sections = elements(document.root(), "section").len();
        let options = elements(document.root(), "option");
        assert_eq!(options.len(), sections + 1);
        for option in options.into_iter().skip(1) {
            let id = option.attribute("value").unwrap();
            let text = html(link, &format!("section={id}"));
            let chosen = Document::parse(&text).unwrap();
            let shown = elements(chosen.root(), "section");
            assert_eq!(shown[0].attribute("id"), Some(&*format!("model-{id}")));
            let want = match id {
                "each-quarter" => 14,
                _ => 1,
            };
            assert_eq!(shown.len(), want, "{id}");
        }
        let ids: Vec<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        assert!(ids.iter().all(|id| id.starts_with("model-")));
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), ids.len());
        let has_way = |node: Node| node.has_tag_name("a") || node.has_attribute("href");
        assert!(!document.descendants().any(has_way), "an anchor would change the scenario in the address");
        assert_eq!(html(link, "section=nonsense"), html(link, ""));
    }
}

#[test]
fn the_chain_has_every_box_and_every_arrow() {
    let feedbacks = edges().iter().filter(|edge| matches!(edge.kind, EdgeKind::Feedback(_))).count();
    for (link, _) in LANGUAGES {
        for width in [340, 1200] {
            let text = html(link, &format!("width={width}"));
            let document = Document::parse(&text).unwrap();
            let svg = elements(document.root(), "svg")[0];
            let boxes: Vec<_> = svg.descendants().filter_map(|node| node.attribute("data-node")).collect();
            assert_eq!(boxes, nodes().iter().map(|node| node.id).collect::<Vec<_>>());
            let of_class = |class: &str| {
                let has = |node: &Node| {
                    node.attribute("class").is_some_and(|classes| classes.split(' ').any(|of| of == class))
                };
                svg.descendants().filter(has).count()
            };
            assert_eq!(of_class("chain-way"), edges().len());
            assert_eq!(of_class("chain-head"), edges().len());
            assert_eq!(of_class("chain-feedback"), 2 * feedbacks, "a way and a head each");
            let words = words(svg).replace(' ', "");
            for label in nodes().iter().map(|node| node.label) {
                let label = if link.ends_with("zh") { label.zh } else { label.en };
                assert!(words.contains(&label.replace(' ', "")), "{label}");
            }
        }
    }
}

#[test]
fn each_mechanism_leads_to_what_carries_it_or_says_why_not() {
    for (link, _) in LANGUAGES {
        let text = html(link, "");
        let document = Document::parse(&text).unwrap();
        let rows: Vec<_> =
            document.descendants().filter(|node| node.has_attribute("data-mechanism")).collect();
        assert_eq!(rows.len(), mechanisms().len());
        for (row, mechanism) in rows.into_iter().zip(mechanisms()) {
            assert_eq!(row.attribute("data-mechanism"), Some(mechanism.id));
            let all = |attribute: &str| -> Vec<&str> {
                row.descendants().filter_map(|node| node.attribute(attribute)).collect()
            };
            let (mut outputs, mut steps) = (vec![], vec![]);
            for carrier in mechanism.carried_by {
                match carrier {
                    Carrier::Output(output) => outputs.push(output.id()),
                    Carrier::Step(id) => steps.push(*id),
                }
            }
            let shown: Vec<&str> = all("data-choose")
                .into_iter()
                .map(|choices| {
                    choices
                        .split_whitespace()
                        .find_map(|line| Some(line.strip_prefix("trace=output:")?.split_once('@')?.0))
                        .unwrap()
                })
                .collect();
            assert_eq!(shown, outputs, "{}", mechanism.id);
            assert_eq!(all("data-carrier"), steps, "{}", mechanism.id);
            let inputs: Vec<Input> =
                all("data-control-of").into_iter().map(|id| Input::from_id(id).unwrap()).collect();
            assert_eq!(inputs, mechanism.inputs, "{}", mechanism.id);
            let reason = row.descendants().find(|node| node.has_attribute("data-reason")).map(words);
            let want = mechanism.reason.map(|words| if link.ends_with("zh") { words.zh } else { words.en });
            assert_eq!(reason.as_deref(), want, "{}", mechanism.id);
        }
    }
}

#[test]
fn every_sheet_has_a_name_and_a_question_in_both_languages() {
    for kind in Sheet::kinds() {
        for words in [text::analysis_name, text::analysis_question] {
            let [english, chinese] =
                [Language::English, Language::Chinese].map(|language| words(kind, language));
            assert!(!english.is_empty() && !chinese.is_empty() && english != chinese, "{kind}");
        }
    }
}
