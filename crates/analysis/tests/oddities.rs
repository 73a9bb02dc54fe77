//! What a reader is warned of, and what not.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Oddity, Span, oddities};
use buildout_model::{Baseline, Input, MAX_QUARTERS};
use buildout_scenario::{PRESETS, Preset, Scenario};
use proptest::{collection::vec, prelude::*, sample::select};

fn scenario(baseline: &str, changes: &[(Input, f64)]) -> Scenario {
    let mut scenario = Scenario::base(Baseline::from_id(baseline).unwrap());
    for (input, value) in changes {
        scenario.set(*input, *value).unwrap();
    }
    scenario
}

fn name(oddity: &Oddity) -> &'static str {
    match oddity {
        Oddity::OpeningOverfull(_) => "overfull",
        Oddity::CoreSqueezed { .. } => "squeezed",
        Oddity::ChipsWaiting { .. } => "waiting",
        Oddity::DemandUnserved { .. } => "unserved",
        Oddity::CapacityIdle { .. } => "idle",
        Oddity::CashAtFloor { .. } => "floor",
    }
}

fn found(scenario: &Scenario, quarters: usize) -> Vec<Oddity> {
    oddities(scenario, &scenario.run(quarters))
}

/// Compares what is found in the first five years of a scenario.
fn check(baseline: &str, changes: &[(Input, f64)], want: &[&str]) {
    let names: Vec<_> = found(&scenario(baseline, changes), 20).iter().map(name).collect();
    assert_eq!(names, want, "{baseline} {changes:?}");
}

#[test]
fn each_oddity_is_found_where_it_is_made() {
    check("2025q3", &[], &[]);
    check("2026q2", &[], &["floor"]);
    check(
        "2025q3",
        &[(Input::PowerSlip, 4.0), (Input::MaxWaiting, 1.0)],
        &["squeezed", "waiting", "unserved"],
    );
    check("2026q2", &[(Input::PowerSlip, 4.0)], &["waiting", "unserved"]);
    check("2025q3", &[(Input::AiDemandStart, 80.0)], &["unserved"]);
    check("2025q3", &[(Input::ShockSize, 0.9), (Input::BacklogDefault, 1.0)], &["idle"]);
    check("2025q3", &[(Input::CashStart, 40.0)], &["floor"]);
    check("2025q3", &[(Input::PowerStart, 4.0), (Input::AiItStart, 2.7)], &["overfull"]);
    let no_power = [(Input::PowerAddThisYear, 0.0), (Input::PowerAddNextYear, 0.0)];
    check("2026q2", &no_power, &["waiting", "unserved"]);
}

/// Spans as text, with the quarters in each.
fn dates(when: &[Span]) -> Vec<String> {
    when.iter().map(|span| format!("{} to {}: {}", span.first, span.last, span.quarters)).collect()
}

#[test]
fn a_queue_of_chips_is_dated_and_sized() {
    for (id, want) in [
        ("power-bound", &["2026Q1 to 2035Q4: 40"][..]),
        ("latest-slip", &["2026Q3 to 2027Q2: 4", "2032Q4 to 2033Q2: 3"]),
    ] {
        let scenario = Preset::from_id(id).unwrap().scenario();
        let trajectory = scenario.run(MAX_QUARTERS);
        let all = oddities(&scenario, &trajectory);
        let Some(Oddity::ChipsWaiting { when, peak }) = all.first() else { panic!("{id}: {all:?}") };
        assert_eq!(dates(when), want, "{id}");
        assert_eq!(*peak, trajectory.at(when.last().unwrap().last).unwrap().waiting, "{id}");
    }
}

#[test]
fn a_span_that_pauses_counts_only_its_quarters() {
    let all = found(&scenario("2026q2", &[]), 20);
    let [Oddity::CashAtFloor { when, peak_debt }] = all.as_slice() else { panic!("{all:?}") };
    assert_eq!(dates(when), ["2027Q3 to 2028Q2: 3"], "in 2027Q4 there is cash");
    assert!((151.0..152.0).contains(peak_debt), "{peak_debt}");
}

proptest! {
    #[test]
    fn any_scenario_has_sound_findings(
        baseline in select(Baseline::ALL.to_vec()),
        changes in vec((select(Input::ALL.to_vec()), 0.0..=1.0), 0..30),
        quarters in 0..=MAX_QUARTERS,
    ) {
        let mut scenario = Scenario::base(baseline);
        for (input, share) in changes {
            let declaration = input.declaration();
            let value = declaration.clamp(declaration.min + share * (declaration.max - declaration.min));
            scenario.set(input, value).unwrap();
        }
        let trajectory = scenario.run(quarters);
        for oddity in oddities(&scenario, &trajectory) {
            let (when, size) = match oddity.clone() {
                Oddity::OpeningOverfull(overfull) => {
                    prop_assert!(overfull.ai_it_start > overfull.fits);
                    continue;
                }
                Oddity::CoreSqueezed { when, core_change } => (when, core_change.abs()),
                Oddity::ChipsWaiting { when, peak } => (when, peak),
                Oddity::DemandUnserved { when, peak_ratio } => (when, peak_ratio.unwrap_or(2.0)),
                Oddity::CapacityIdle { when, lowest_use } => (when, lowest_use),
                Oddity::CashAtFloor { when, peak_debt } => (when, peak_debt),
            };
            prop_assert!(size >= 0.0 && size.is_finite(), "{oddity:?}");
            prop_assert!(!when.is_empty());
            prop_assert!(when.windows(2).all(|pair| pair[0].last.plus(4) < pair[1].first), "{oddity:?}");
            for span in when {
                let reach = usize::try_from(span.last.index() - span.first.index()).unwrap() + 1;
                prop_assert!(span.quarters >= 1 && span.quarters <= reach, "{oddity:?}");
                prop_assert!(trajectory.at(span.first).is_some() && trajectory.at(span.last).is_some());
            }
        }
    }
}

#[test]
fn each_oddity_is_told_once() {
    for preset in &PRESETS {
        let mut names: Vec<_> = found(&preset.scenario(), MAX_QUARTERS).iter().map(name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{}: {names:?}", preset.id);
    }
}
