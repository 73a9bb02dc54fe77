//! Links go there and back, and damaged ones open what they can.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_model::{Baseline, Declaration, INPUT_COUNT, Input, Level};
use buildout_scenario::{
    Horizon, LONGEST_LINK, Language, Link, Panel, Panels, Period, Ranges, Receipt, Scenario, Uncertain, View,
    Zoom,
};
use proptest::{collection::vec, option, prelude::*, sample::select};

fn scenario() -> impl Strategy<Value = Scenario> {
    (select(Baseline::ALL.to_vec()), vec(option::weighted(0.3, 0.0..=1.0), INPUT_COUNT)).prop_map(
        |(baseline, places)| {
            let mut scenario = Scenario::base(baseline);
            for (input, place) in Input::ALL.into_iter().zip(places) {
                let declaration = input.declaration();
                if let Some(share) = place {
                    let value =
                        declaration.clamp(declaration.min + share * (declaration.max - declaration.min));
                    scenario.set(input, value).unwrap();
                }
            }
            scenario
        },
    )
}

fn view() -> impl Strategy<Value = View> {
    let zoom = (2019..=2040_i32, 0..5_i32).prop_map(|(first, years)| Zoom::new(first, first + years));
    let panels = vec(select(Panel::ALL.to_vec()), 0..6).prop_map(Panels::of);
    (option::of(select(Language::ALL.to_vec())), panels, select(Period::ALL.to_vec()), zoom).prop_map(
        |(language, panels, period, zoom)| View { horizon: Horizon::FULL, language, panels, period, zoom },
    )
}

/// An input with a range that it can be drawn from, or held at its value.
fn range() -> impl Strategy<Value = (Input, Option<(f64, f64)>)> {
    (select(Input::ALL.to_vec()), option::of((0.0..=1.0, 1.0..=10.0)))
}

fn uncertain() -> impl Strategy<Value = Uncertain> {
    (any::<bool>(), any::<u32>(), 500..=1_000_000_u32, vec(range(), 0..8)).prop_map(
        |(is_shown, seed, draws, changes)| {
            let mut ranges = Ranges::default();
            for (input, ends) in changes {
                match ends {
                    // An input that is added to may be narrower than the ends, and then keeps its declared range.
                    Some((low, high)) => drop(ranges.set(input, low, high)),
                    None => ranges.switch_off(input),
                }
            }
            Uncertain { is_shown, seed, draws, ranges }
        },
    )
}

fn link() -> impl Strategy<Value = Link> {
    let parts = (scenario(), option::of(scenario()), 0..40_i32, view(), uncertain(), any::<bool>());
    parts.prop_map(|(scenario, compared, years, view, uncertain, has_receipt)| {
        let (first, last) = Horizon::years(scenario.baseline());
        let horizon = Horizon::to_year(first + years % (last - first + 1), scenario.baseline()).unwrap();
        let mut link = Link { scenario, compared, view: View { horizon, ..view }, uncertain, receipt: None };
        link.receipt = has_receipt.then(|| Receipt::of(&link));
        link
    })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(link in link()) {
        let text = link.encode();
        let read = Link::decode(&text);
        prop_assert_eq!(&read.notices, &[]);
        prop_assert_eq!(&read.link, &link);
        prop_assert_eq!(read.link.encode(), text.clone());
        prop_assert!(text.chars().all(|c| c.is_ascii_alphanumeric() || "-_.~".contains(c)), "{}", text);
    }

    #[test]
    fn any_text_opens_something(text in any::<String>()) {
        let read = Link::decode(&text);
        prop_assert!(read.link.scenario.inputs().check().is_ok());
    }

    #[test]
    fn any_parts_open_something(parts in vec("[a-z0-9A-Z_.~%-]{0,12}", 0..40)) {
        let read = Link::decode(&format!("#1~2025q3~{}", parts.join("~")));
        prop_assert!(read.link.scenario.inputs().check().is_ok());
        prop_assert!(Link::decode(&read.link.encode()).notices.is_empty());
    }
}

#[test]
fn the_longest_canonical_link_is_read_whole() {
    let mut scenario = Scenario::default();
    for input in Input::ALL {
        let declaration = input.declaration();
        let value = declaration.min + (declaration.max - declaration.min) / 3.0;
        scenario.set(input, value).unwrap();
    }
    let mut link = Link { scenario, compared: Some(scenario), view: View::default(), ..Link::default() };
    for input in Input::ALL {
        // Added or multiplied, in as many digits as a range can have.
        let _ = link.uncertain.ranges.set(input, 1.0 / 3.0, 10.0 / 7.0);
    }
    assert!(link.uncertain.ranges.changes().count() > 120);
    link.receipt = Some(Receipt::of(&link));
    assert!(link.encode().len() < LONGEST_LINK, "{}", link.encode().len());
}

#[test]
fn two_scenarios_with_every_primary_input_changed_stay_short() {
    let awkward = |baseline| {
        let mut scenario = Scenario::base(baseline);
        for input in Input::ALL.into_iter().filter(|input| input.declaration().level == Level::Primary) {
            let Declaration { min, max, step, .. } = *input.declaration();
            // Off every step, in seventeen digits.
            scenario.set(input, min + (max - min) / 3.0 + step / 7.0).unwrap();
            assert!(scenario.is_changed(input), "{input}");
        }
        scenario
    };
    let [baseline, other] = Baseline::ALL;
    let view = View {
        horizon: Horizon::to_year(2030, baseline).unwrap(),
        language: Some(Language::Chinese),
        panels: Panels::of(Panel::ALL.into_iter().rev()),
        period: Period::TrailingYear,
        zoom: Zoom::new(2027, 2030),
    };
    let mut link =
        Link { scenario: awkward(baseline), compared: Some(awkward(other)), view, ..Link::default() };
    let receipt = Receipt::of(&link);
    assert!(receipt.to_string().len() <= 90, "{receipt}");
    link.receipt = Some(receipt);
    let text = link.encode();
    assert!(text.len() <= 1500, "{} characters: {text}", text.len());
    assert_eq!(Link::decode(&text).link, link);
}

/// Reads `text` and compares its canonical form and what is told.
fn check(text: &str, canonical: &str, told: &[&str]) {
    let read = Link::decode(text);
    assert_eq!(read.link.encode(), canonical, "{text}");
    let notices: Vec<_> = read.notices.iter().map(ToString::to_string).collect();
    assert_eq!(notices.len(), told.len(), "{text}: {notices:?}");
    for (notice, word) in notices.iter().zip(told) {
        assert!(notice.contains(word), "{text}: '{notice}' does not name '{word}'");
    }
}

#[test]
fn damaged_links_open_what_they_can() {
    check("", "1~2025q3", &[]);
    check("#", "1~2025q3", &[]);
    check("#1~2025q3~cx1_180~psl_2.5~tm_0.7", "1~2025q3~cx1_180~psl_2.5~tm_0.7", &[]);
    check("1~2025q3~tm_0.7~cx1_180", "1~2025q3~cx1_180~tm_0.7", &[]);
    check("#1~2025q3~cx1_180~", "1~2025q3~cx1_180", &[]);
    check("#1~2025q3~cx1_150", "1~2025q3", &[]);
    check("#1%7E2025q3%7Ecx1%5F180", "1~2025q3~cx1_180", &[]);
    check("#1", "1~2025q3", &["''"]);
    check("#hello", "1~2025q3", &["'hello'"]);
    check("#1~1999q9~cx1_180", "1~2025q3~cx1_180", &["'1999q9'"]);
    check("#7~2026q2~cx1_180", "1~2026q2~cx1_180", &["format 7"]);
    check("#0~2025q3~cx1_180", "1~2025q3", &["'0~2025q3~cx1_180'"]);
    check(
        "#1~2025q3~zz9_4~cx1_abc~tm_7",
        "1~2025q3~tm_1",
        &["'zz9_4'", "capex_next_year (cx1): 'abc'", "trainium_mix (tm): 7"],
    );
    check("#1~2025q3~cx1_NaN~tm_inf~psl_1e400", "1~2025q3", &["'NaN'", "'inf'", "'1e400'"]);
    check("#1~2025q3~cx1~tm_", "1~2025q3", &["cx1", "tm"]);
    check("#1~2025q3~cx1_170~cx1_180", "1~2025q3~cx1_180", &["more than once"]);
    check("#1~2025q3~cx1_-5", "1~2025q3~cx1_60", &["-5 is outside 60 to 450"]);
    check("#1~2025q3~H_2030~cx1_180", "1~2025q3~cx1_180~H_2030", &[]);
    check("#1~2025q3~H_1999", "1~2025q3", &["1999"]);
    check("#1~2025q3~H_soon", "1~2025q3", &["'soon'"]);
    check("#1~2025q3~L_zh~H_2030", "1~2025q3~H_2030~L_zh", &[]);
    check("#1~2025q3~L_tlh", "1~2025q3", &["'L_tlh'"]);
    check("#1~2025q3~Z_2027-2030~V_chips.cash~M_quarter", "1~2025q3~M_quarter~V_chips.cash~Z_2027-2030", &[]);
    check("#1~2025q3~V_chips.moon", "1~2025q3", &["'V_chips.moon'"]);
    check("#1~2025q3~Z_2030-2027", "1~2025q3", &["'Z_2030-2027'"]);
    check("#1~2025q3~Q_1", "1~2025q3", &["'Q_1'"]);
    check("#1~2025q3~cx1_180~~2026q2~tm_0.9", "1~2025q3~cx1_180~~2026q2~tm_0.9", &[]);
    check("#1~2025q3~~2026q2~~2026q2", "1~2025q3~~2026q2", &["more than two"]);
    check("#1~2025q3~H_2030~H_2031", "1~2025q3~H_2031", &["'H' is given more than once"]);
    check("#1~2025q3~H_2030~H_", "1~2025q3", &["'H' is given more than once", "horizon ''"]);
    check("#1~2025q3~L_zh~~2026q2~L_en", "1~2025q3~L_en~~2026q2", &["'L' is given more than once"]);
    check("#1~2025q3~V_chips~V_moon", "1~2025q3~V_chips", &["'V' is given more than once", "'V_moon'"]);
    check("#1~2025q3~cx1_180~cx1_abc", "1~2025q3", &["more than once", "the base value was kept"]);
    check("#1~2025q3~R_1_2", "1~2025q3", &["'R_1_2', cannot be compared: it has 1 figures instead of 12"]);
    check("#1~2025q3~R_", "1~2025q3", &["'' is not a version of the model"]);
    let receipt = "R_9_-1462_26q3_215_26q4_5_6_7_8_n_399_n_1";
    let kept = format!("1~2025q3~L_zh~{receipt}~V_chips");
    check(&format!("#1~2025q3~{receipt}~V_chips~L_zh"), &kept, &[]);
    check(&format!("#1~2025q3~{receipt}_4"), "1~2025q3", &["13 figures instead of 12"]);
    check("#1~2026q2~cg_-0", "1~2026q2~cg_0", &[]);
    check("#1~2025q3~<script>alert(1)</script>", "1~2025q3", &["<script>"]);
}

#[test]
fn an_endless_link_is_cut_and_told() {
    let text = format!("#1~2025q3~cx1_180{}", "~zz_1".repeat(20_000));
    let read = Link::decode(&text);
    assert_eq!(read.link.scenario.get(Input::CapexNextYear), 180.0);
    assert!(read.notices[0].to_string().contains("100016"), "{}", read.notices[0]);
}
