//! The sheet of the article's claims says what the table says.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_evidence::{About, Verdict, claims};
use buildout_lab::{Job, Progress, Sheet, Written};
use buildout_model::{Input, Output};
use roxmltree::{Document, Node};

fn html(link: &str, choices: &str) -> String {
    let mut sheet = Sheet::new("claims", link, choices).unwrap();
    while let Progress::Under(_) = sheet.step() {}
    match sheet.write() {
        Written::Html(html) => format!("<sheet>{html}</sheet>"),
        Written::Go(link) => panic!("leads to {link}"),
    }
}

fn rows<'a>(document: &'a Document) -> Vec<Node<'a, 'a>> {
    document.descendants().filter(|node| node.has_attribute("data-claim")).collect()
}

fn all<'a>(row: Node<'a, 'a>, attribute: &str) -> Vec<&'a str> {
    row.descendants().filter_map(|node| node.attribute(attribute)).collect()
}

#[test]
fn every_claim_has_a_row_with_its_figures_and_its_ways() {
    for link in ["1~2025q3", "1~2026q2~L_zh"] {
        let text = html(link, "");
        let document = Document::parse(&text).unwrap();
        let rows = rows(&document);
        assert_eq!(rows.len(), claims().len());
        for (row, claim) in rows.into_iter().zip(claims()) {
            assert_eq!(row.attribute("data-claim"), Some(&*claim.number.to_string()));
            let phrase = row.descendants().find(|node| node.attribute("lang") == Some("zh")).unwrap();
            assert_eq!(phrase.text(), Some(claim.phrase));
            let filed: Vec<f64> =
                all(row, "data-filed").into_iter().map(|value| value.parse().unwrap()).collect();
            let want: Vec<f64> = claim.reported.iter().map(|filed| filed.value().unwrap()).collect();
            assert_eq!(filed, want);
            assert_eq!(all(row, "data-verdict"), [claim.verdict.id()]);
            let inputs: Vec<About> = all(row, "data-control-of")
                .into_iter()
                .map(|id| About::Input(Input::from_id(id).unwrap()))
                .collect();
            let outputs: Vec<About> = all(row, "data-choose")
                .into_iter()
                .map(|choices| {
                    let point =
                        choices.split_whitespace().find_map(|line| line.strip_prefix("trace=output:"));
                    let (id, _) = point.unwrap().split_once('@').unwrap();
                    About::Output(Output::from_id(id).unwrap())
                })
                .collect();
            assert_eq!(inputs.len() + outputs.len(), claim.about.len());
            assert!(claim.about.iter().all(|about| inputs.contains(about) || outputs.contains(about)));
        }
    }
}

#[test]
fn a_verdict_filters_and_the_sentence_counts() {
    let agree = claims().iter().filter(|claim| claim.verdict == Verdict::Agrees).count();
    for verdict in Verdict::ALL {
        let text = html("1~2025q3", &format!("claims-verdict={}", verdict.id()));
        let document = Document::parse(&text).unwrap();
        let shown = rows(&document);
        assert_eq!(shown.len(), claims().iter().filter(|claim| claim.verdict == verdict).count());
        assert!(shown.iter().all(|row| all(*row, "data-verdict") == [verdict.id()]));
        assert!(text.contains(&format!("{agree} agree with the filing")), "{text}");
    }
}
