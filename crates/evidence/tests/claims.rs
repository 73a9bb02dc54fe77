//! The claims of the article against what was reported.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_evidence::{About, Sense, Stated, Verdict, claims};
use buildout_model::{Input, Output, Quarter, ReportedQuarter};

#[test]
fn the_claims_are_26_without_a_gap() {
    let numbers: Vec<_> = claims().iter().map(|claim| claim.number).collect();
    assert_eq!(numbers, (1..=26).collect::<Vec<u8>>());
}

#[test]
fn a_claim_agrees_with_its_filing_exactly_where_its_verdict_says_so() {
    let mut linked = 0;
    for claim in claims() {
        let (Some(stated), Some(reported)) = (claim.stated, claim.reported) else { continue };
        linked += 1;
        let figure = reported.value().unwrap();
        let number = claim.number;
        match claim.verdict {
            Verdict::Agrees => {
                assert!(stated.agrees_with(figure), "claim {number}: {stated:?}, filed {figure}")
            }
            Verdict::Differs => {
                assert!(!stated.agrees_with(figure), "claim {number}: {figure} does not differ")
            }
            Verdict::Exceeded => {
                assert!(figure > stated.to, "claim {number}: {figure} does not exceed {stated:?}")
            }
            other => panic!("claim {number}: a filing decides more than {other:?}"),
        }
    }
    assert!(linked >= 8, "only {linked} claims are taken from filings");
}

#[test]
fn the_filings_say_what_the_words_say() {
    let of =
        |output, quarter| ReportedQuarter::at(Quarter::parse(quarter).unwrap()).unwrap().get(output).unwrap();
    let growth = ["2024Q4", "2025Q1", "2025Q2", "2025Q3"].map(|quarter| of(Output::AdsGrowth, quarter));
    assert!(growth[1] < growth[0] && growth[2] > growth[1] && growth[3] > growth[2], "claim 24: {growth:?}");
    assert!(of(Output::CapexTtm, "2026Q2") > of(Output::CapexTtm, "2025Q4"), "claim 3");
    let growth = ["2025Q3", "2025Q4", "2026Q1", "2026Q2"].map(|quarter| of(Output::AwsGrowth, quarter));
    assert!(growth.windows(2).all(|pair| pair[0] < pair[1]), "claim 26: {growth:?}");
    let mut rises = vec![];
    let mut before: Option<f64> = None;
    for reported in &buildout_model::REPORTED {
        let Some(backlog) = reported.backlog else { continue };
        if reported.quarter <= Quarter::parse("2025Q4").unwrap() {
            rises.extend(before.map(|before| backlog - before));
        }
        before = Some(backlog);
    }
    let last = rises.pop().unwrap();
    assert!(rises.iter().all(|rise| *rise < last), "claim 12: {last} after {rises:?}");
}

#[test]
fn every_claim_is_about_inputs_or_outputs_and_the_inputs_know_the_article() {
    let about = |what: About| claims().iter().any(|claim| claim.about.contains(&what));
    assert!(claims().iter().all(|claim| !claim.about.is_empty()));
    // An input whose base value is one of the article's figures is set by a claim.
    for input in [Input::BacklogStart, Input::SeveranceCash, Input::TransformHours, Input::TrainiumAdvantage]
    {
        assert!(about(About::Input(input)), "{input}");
    }
    // An id that names an input and an output means both.
    assert!(about(About::Input(Input::AdsGrowth)) && about(About::Output(Output::AdsGrowth)));
}

#[test]
fn a_figure_agrees_to_the_places_that_are_stated() {
    let stated = |sense, value, to, decimals| Stated { sense, value, to, decimals };
    for (stated, figure, want) in [
        (stated(Sense::Is, 33.0, 33.0, 1), 33.049, true),
        (stated(Sense::Is, 33.0, 33.0, 1), 33.051, false),
        (stated(Sense::About, 125.0, 125.0, 0), 125.5, true),
        (stated(Sense::About, 125.0, 125.0, 0), 128.32, false),
        (stated(Sense::Is, -1.8, -1.8, 1), 1.8, false),
        (stated(Sense::AtLeast, 1.0, 1.0, 0), 1.0, true),
        (stated(Sense::AtLeast, 1.0, 1.0, 0), 0.99, false),
        (stated(Sense::Above, 0.2, 0.2, 1), 0.2, false),
        (stated(Sense::Above, 0.2, 0.2, 1), 0.2001, true),
        (stated(Sense::Range, 0.3, 0.4, 1), 0.35, true),
        (stated(Sense::Range, 0.3, 0.4, 1), 0.46, false),
        (stated(Sense::Is, 0.7, 0.7, 1), f64::NAN, false),
    ] {
        assert_eq!(stated.agrees_with(figure), want, "{stated:?} and {figure}");
    }
}

#[test]
fn verdicts_have_names_of_their_own() {
    for verdict in Verdict::ALL {
        assert_eq!(Verdict::from_id(verdict.id()), Some(verdict));
    }
    assert_eq!(Verdict::from_id("perhaps"), None);
}
