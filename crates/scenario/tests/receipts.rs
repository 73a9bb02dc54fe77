//! What a link was sent with comes back, and what differs from today is named.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_model::{Baseline, Headline, HeadlineFigure, Input, MODEL_VERSION, Quarter};
use buildout_scenario::{Horizon, Language, Link, Receipt, Scenario};
use proptest::{collection::vec, option, prelude::*, sample::select};

fn headline() -> Headline {
    let scenario = Scenario::default();
    scenario.headline(&scenario.run(41)).unwrap()
}

#[test]
fn figures_are_rounded_to_what_is_read() {
    let headline = Headline {
        fcf_trough: -14.649,
        margin_trough: 0.2153,
        irr: None,
        npv: f64::INFINITY,
        npv_without_book: f64::NAN,
        peak_need: -0.01,
        payback_quarter: Quarter::new(2031, 2),
        power_multiple_2027: Some(3.987),
        aws_2030: None,
        ..headline()
    };
    let text = Receipt::of_headline(Some(&headline)).to_string();
    let quarter = |quarter: Quarter| format!("{}q{}", quarter.year() - 2000, quarter.quarter());
    let (fcf, margin) = (quarter(headline.fcf_trough_quarter), quarter(headline.margin_trough_quarter));
    let rest =
        text.strip_prefix(&format!("{MODEL_VERSION}_-146_{fcf}_215_{margin}_999999999_n_n_0_31q2_399_n_"));
    let fcf_2030 = (headline.fcf_2030.unwrap() * 10.0).round().to_string();
    assert_eq!(rest, Some(fcf_2030.as_str()), "{text}");
    assert_eq!(Receipt::of_headline(None).to_string(), format!("{MODEL_VERSION}{}", "_n".repeat(12)));
}

#[test]
fn it_speaks_of_the_first_scenario_at_the_horizon_of_the_link() {
    let mut link = Link::from(Scenario::base(Baseline::default()));
    link.compared = Some(Scenario::base(Baseline::ALL[1]));
    let whole = Receipt::of(&link);
    link.view.horizon = Horizon::to_year(2029, Baseline::default()).unwrap();
    let names: Vec<_> = whole.compare(&Receipt::of(&link)).iter().map(|difference| difference.name).collect();
    assert!(names.contains(&"npv") && names.contains(&"aws_2030"), "{names:?}");
    assert!(!names.contains(&"power_multiple_2027"), "{names:?}");
}

#[test]
fn a_change_of_what_is_run_drops_the_receipt_and_no_other_does() {
    let mut sent = Link::default();
    sent.receipt = Some(Receipt::of(&sent));
    let year = |year| Horizon::to_year(year, Baseline::default()).unwrap();
    let changed = |change: fn(&mut Link)| {
        let mut link = sent.clone();
        link.change(change);
        link.receipt
    };
    assert_eq!(changed(|link| link.view.language = Some(Language::Chinese)), sent.receipt);
    assert_eq!(changed(|link| link.compared = Some(link.scenario)), sent.receipt);
    assert_eq!(changed(|link| link.scenario.set(Input::PowerSlip, 2.0).unwrap()), None);
    let mut link = sent.clone();
    link.change(|link| link.view.horizon = year(2030));
    assert_eq!(link.receipt, None);
}

/// Compares a text with one that says something else of one figure.
fn check_difference(then: &str, now: &str, want: &[&str]) {
    let read = |text: &str| Receipt::parse(text).unwrap();
    let names: Vec<_> = read(then).compare(&read(now)).iter().map(|difference| difference.name).collect();
    assert_eq!(names, want, "{then} {now}");
}

#[test]
fn one_unit_of_the_last_place_is_rounding() {
    let then = "1_-146_26q3_215_26q4_5_6_7_8_n_399_n_1";
    check_difference(then, then, &[]);
    check_difference(then, "2_-147_26q3_216_26q4_4_5_8_7_n_400_n_0", &[]);
    check_difference(then, "1_-148_26q3_215_26q4_5_6_7_8_n_399_n_1", &["fcf_trough"]);
    check_difference(
        then,
        "1_-146_26q4_215_26q4_5_6_n_8_31q1_399_1_1",
        &["fcf_trough_quarter", "irr", "payback_quarter", "aws_2030"],
    );
    let differences = Receipt::parse(then).unwrap().compare(&Receipt::of_headline(None));
    assert_eq!(differences[0].then, HeadlineFigure::Number(Some(-14.6)));
    assert_eq!(differences[0].now, HeadlineFigure::Number(None));
    assert_eq!(differences[1].then, HeadlineFigure::Quarter(Quarter::new(2026, 3)));
}

#[test]
fn what_is_no_receipt_says_why() {
    for (text, words) in [
        ("", "'' is not a version"),
        ("0_1", "'0' is not a version"),
        ("01_1", "'01' is not a version"),
        ("x_1", "'x' is not a version"),
        ("1", "0 figures instead of 12"),
        ("1_1_2", "2 figures instead of 12"),
        ("2_n_n_n_n_n_n_n_n_n_n_n_n_n", "13 figures instead of 12"),
        ("1_1.5_n_n_n_n_n_n_n_n_n_n_n", "fcf_trough is '1.5'"),
        ("1_-0_n_n_n_n_n_n_n_n_n_n_n", "fcf_trough is '-0'"),
        ("1_n_n_+1_n_n_n_n_n_n_n_n_n", "margin_trough is '+1'"),
        ("1_n_n_n_26q5_n_n_n_n_n_n_n_n", "margin_trough_quarter is '26q5'"),
        ("1_n_n_n_2026q1_n_n_n_n_n_n_n_n", "margin_trough_quarter is '2026q1'"),
        ("1_n_n_n_-1q1_n_n_n_n_n_n_n_n", "margin_trough_quarter is '-1q1'"),
        ("1_n_n_n_n_9999999999_n_n_n_n_n_n_n", "npv is '9999999999'"),
        ("1_n_n_n_n_-9223372036854775808_n_n_n_n_n_n_n", "npv is '-9223372036854775808'"),
    ] {
        let error = Receipt::parse(text).unwrap_err().to_string();
        assert!(error.contains(words), "{text}: '{error}' does not say '{words}'");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        numbers in vec(option::of(-1e7..1e7_f64), 9),
        quarters in vec(select((8100..8147).collect::<Vec<i32>>()), 3),
    ) {
        let headline = Headline {
            fcf_trough: numbers[0].unwrap_or(f64::NAN),
            fcf_trough_quarter: Quarter::from_index(quarters[0]),
            margin_trough: numbers[1].unwrap_or(f64::NAN),
            margin_trough_quarter: Quarter::from_index(quarters[1]),
            npv: numbers[2].unwrap_or(f64::NEG_INFINITY),
            npv_without_book: numbers[3].unwrap_or(0.0),
            irr: numbers[4],
            peak_need: numbers[5].unwrap_or(-0.0),
            payback_quarter: Some(Quarter::from_index(quarters[2])),
            power_multiple_2027: numbers[6],
            aws_2030: numbers[7],
            fcf_2030: numbers[8],
        };
        let receipt = Receipt::of_headline(Some(&headline));
        prop_assert_eq!(Receipt::parse(&receipt.to_string()), Ok(receipt));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "[0-9nq_-]{0,60}") {
        if let Ok(receipt) = Receipt::parse(&text) {
            prop_assert_eq!(receipt.to_string(), text);
        }
    }
}
