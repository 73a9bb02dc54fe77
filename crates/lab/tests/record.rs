//! The sheet of reports: its figures are those of the analysis, and it says plainly where the model lost.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod sound;

use buildout_analysis::{Contestant, HINDCAST_OPENING, Told, hindcast, record, wins_without};
use buildout_lab::Written;
use buildout_model::{Baseline, Output, REPORTED};
use buildout_scenario::{Link, Scenario};
use roxmltree::Node;
use sound::{by, check, written};

const CHANGED: &str = "1~2025q3~ap_14";

fn values(node: Node) -> Vec<Option<f64>> {
    node.descendants().filter_map(|node| Some(node.attribute("data-value")?.parse().ok())).collect()
}

fn rows<'a>(table: Node<'a, 'a>) -> Vec<Node<'a, 'a>> {
    table.descendants().filter(|node| node.has_attribute("data-row")).collect()
}

fn check_record(choices: &str, scenario: &Scenario) {
    let want = record(scenario).unwrap();
    check("record", CHANGED, choices, |document| {
        let shown = rows(by(document, "data-sheet-table", "record"));
        assert_eq!(shown.len(), want.figures.len());
        for (row, figure) in shown.iter().zip(&want.figures) {
            assert_eq!(row.attribute("data-row"), Some(figure.output.id()));
            let cells: Vec<Option<f64>> = want
                .quarters
                .iter()
                .flat_map(|quarter| match figure.own.iter().find(|pair| pair.quarter == *quarter) {
                    Some(pair) => [
                        Some(pair.run),
                        Some(pair.reported),
                        Some(pair.run - pair.reported),
                        pair.error_share(),
                    ],
                    None => [None; 4],
                })
                .collect();
            assert_eq!(values(*row), cells, "{:?}", figure.output);
        }
        for (row, figure) in rows(by(document, "data-sheet-table", "record-scores")).iter().zip(&want.figures)
        {
            let (own, informed) = (figure.own_score().unwrap(), figure.informed_score().unwrap());
            let mut cells: Vec<Option<f64>> = [own, informed]
                .iter()
                .flat_map(|score| [Some(score.bias), Some(score.mean_absolute), score.by(figure.yardstick())])
                .collect();
            cells.push(figure.disappears());
            assert_eq!(values(*row), cells, "{:?}", figure.output);
        }
    });
}

#[test]
fn the_tables_have_the_errors_of_the_scenario_or_of_the_base() {
    let scenario = Link::decode(CHANGED).link.scenario;
    let base = Scenario::base(scenario.baseline());
    assert_ne!(record(&scenario), record(&base));
    check_record("", &scenario);
    check_record("scenario=base", &base);
}

#[test]
fn the_pictures_show_the_figure_chosen() {
    let scenario = Link::decode(CHANGED).link.scenario;
    let later = record(&scenario).unwrap().quarters.len();
    let run = hindcast().unwrap().quarters.len();
    for (choices, label) in [
        ("", "Free cash flow, four quarters"),
        ("figure=aws_revenue", "AWS sales"),
        ("figure=power", "Free cash flow, four quarters"),
    ] {
        check("record", CHANGED, choices, |document| {
            // Four quarters before and those after as reported, then the run with and without what happened.
            for (name, dots) in [("later", 4 + 3 * later), ("hindcast", 4 * run)] {
                let picture = by(document, "data-record-chart", name);
                let found = picture.descendants().filter(|node| node.has_tag_name("circle")).count();
                assert_eq!(found, dots, "{name} {choices}");
                let svg = picture.descendants().find(|node| node.has_tag_name("svg")).unwrap();
                assert!(svg.attribute("aria-label").unwrap().starts_with(label), "{svg:?}");
            }
        });
    }
}

#[test]
fn a_baseline_without_later_reports_says_so_and_leads_to_one_that_has_some() {
    check("record", "1~2026q2~tm_0.7", "", |document| {
        let last = REPORTED.last().unwrap().quarter.to_string();
        assert!(by(document, "data-record", "none").text().unwrap().contains(&last));
        let go = document.descendants().find_map(|node| node.attribute("data-go")).unwrap();
        assert!(record(&Link::decode(go).link.scenario).is_some());
        by(document, "data-sheet-table", "hindcast");
    });
    assert!(Baseline::ALL.into_iter().any(|baseline| record(&Scenario::base(baseline)).is_none()));
}

#[test]
fn the_hindcast_shows_every_error_and_who_was_nearest() {
    let want = hindcast().unwrap();
    check("record", "1~2025q3", "", |document| {
        let shown = rows(by(document, "data-sheet-table", "hindcast"));
        assert_eq!(shown.len(), want.figures.len());
        for (row, contest) in shown.iter().zip(&want.figures) {
            assert_eq!(row.attribute("data-row"), Some(contest.output.id()));
            let ruling = contest.ruling();
            let mut cells: Vec<Option<f64>> =
                Contestant::ALL.into_iter().map(|contestant| contest.error(contestant)).collect();
            cells.push(ruling.map(|ruling| ruling.second_error - ruling.error));
            cells.push(contest.score(Contestant::Model).map(|score| score.bias));
            assert_eq!(values(*row), cells, "{:?}", contest.output);
            let winner = row.descendants().find_map(|node| node.attribute("data-winner")).unwrap();
            assert_eq!(winner, ruling.map_or("", |ruling| ruling.winner.id()));
            let marked = row.descendants().find_map(|node| node.text()).unwrap().contains('†');
            assert_eq!(marked, Told::of(contest.output) == Told::Wholly, "{:?}", contest.output);
        }
        let words = by(document, "data-hindcast", "wins").text().unwrap();
        let [model, last_growth, seasonal] = Contestant::ALL.map(|contestant| want.wins(contestant));
        let counts = format!(
            "the model is nearest for {model}, last growth for {last_growth} and seasonal for {seasonal}"
        );
        assert!(words.contains(&counts), "{words}");
        for (contest, ruling) in want.contested().filter(|(_, ruling)| ruling.winner != Contestant::Model) {
            let label = contest.output.declaration().label_en;
            let lost = words.split_once("It loses:").unwrap().1;
            assert!(lost.contains(label), "{label} was lost to {:?} and is not named", ruling.winner);
        }
    });
}

#[test]
fn every_opening_value_is_listed_with_what_it_rests_on() {
    for (link, is_english) in [("1~2025q3", true), ("1~2025q3~L_zh", false)] {
        check("record", link, "", |document| {
            let details = by(document, "data-keep-open", "opening");
            let shown = rows(details);
            assert_eq!(shown.len(), HINDCAST_OPENING.len());
            for (row, opening) in shown.iter().zip(&HINDCAST_OPENING) {
                assert_eq!(row.attribute("data-row"), Some(opening.input.id()));
                assert_eq!(row.attribute("data-kind"), Some(opening.kind.id()));
                let wins = wins_without(&[opening.input]).unwrap() as f64;
                assert_eq!(values(*row), [Some(opening.value), Some(wins)]);
                let words: Vec<&str> = row.descendants().filter_map(|node| node.text()).collect();
                let note = if is_english { opening.note_en } else { opening.note_zh };
                assert!(words.contains(&note), "{words:?}");
                // Sources are named in the language of the page.
                let source = words[words.len() - 2];
                assert_eq!(!source.chars().any(|c| c > '\u{2e80}'), is_english, "{source}");
            }
        });
    }
}

#[test]
fn what_was_put_in_is_named() {
    let Written::Html(html) = written("record", "1~2025q3", "") else { panic!("it leads elsewhere") };
    for words in ["What 2026 turned out to be", "$216 B", "5 GW a year", "was not disclosed by quarter"] {
        assert!(html.contains(words), "{words}");
    }
    assert!(html.contains(Output::FcfTtm.id()));
}
