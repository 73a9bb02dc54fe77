//! The four curves to watch and their verdicts.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use Verdict::{Breaking, Flat, Rising};
use buildout_analysis::{Verdict, Watched, WatchedCurve, watch};
use buildout_model::{Baseline, Input, MAX_QUARTERS, Output};
use buildout_scenario::{PRESETS, Preset, Scenario};

fn watched(scenario: &Scenario) -> [Watched; 4] {
    watch(scenario, &scenario.run(MAX_QUARTERS)).try_into().expect("four curves")
}

/// Compares the verdicts on power, Trainium, managed services and advertising.
fn check(scenario: &Scenario, want: [Verdict; 4]) {
    let all = watched(scenario);
    assert_eq!(all.map(|watched| watched.verdict), want, "{all:#?}");
}

fn changed(baseline: Baseline, changes: &[(Input, f64)]) -> Scenario {
    let mut scenario = Scenario::base(baseline);
    for (input, value) in changes {
        scenario.set(*input, *value).unwrap();
    }
    scenario
}

#[test]
fn a_verdict_follows_the_slope() {
    let preset = |id| Preset::from_id(id).unwrap().scenario();
    let [call, latest] = Baseline::ALL;
    check(&Scenario::base(call), [Rising; 4]);
    check(&Scenario::base(latest), [Rising; 4]);
    check(&preset("power-bound"), [Breaking, Rising, Rising, Rising]);
    check(&preset("latest-slip"), [Breaking, Rising, Rising, Rising]);
    check(&changed(call, &[(Input::TrainiumMix, 0.5)]), [Rising, Flat, Rising, Rising]);
    check(&changed(call, &[(Input::TrainiumMix, 0.0)]), [Rising, Breaking, Rising, Rising]);
    let unmanaged = [(Input::ManagedShare, 0.25), (Input::InferenceShare, 0.5), (Input::AgentsShare, 0.05)];
    check(&changed(call, &unmanaged), [Rising, Rising, Flat, Rising]);
    check(&changed(call, &[(Input::AdsGrowth, 0.0)]), [Rising, Rising, Rising, Breaking]);
    let no_power = [(Input::PowerAddThisYear, 0.0), (Input::PowerAddNextYear, 0.0)];
    assert_eq!(watched(&changed(latest, &no_power))[0].verdict, Breaking);
}

#[test]
fn readings_join_history_to_the_run() {
    let scenario = Scenario::default();
    let trajectory = scenario.run(MAX_QUARTERS);
    let [power, trainium, managed, advertising] = watched(&scenario);
    assert_eq!(power.start.value, scenario.get(Input::PowerStart));
    assert_eq!(power.end.value, trajectory.figures()[7].power);
    assert_eq!(power.slope, (power.end.value - power.start.value) / 2.0);
    assert_eq!(power.slope_before, Some(4.2));
    assert_eq!(trainium.start.value, scenario.get(Input::TrainiumMixStart));
    assert_eq!(managed.start.quarter, Baseline::default().first_quarter());
    assert_eq!(managed.end.quarter, power.end.quarter);
    assert_eq!(power.start.quarter, Baseline::default().history_end());

    let reported = 17.288 + 13.921 + 15.694 + 17.703;
    assert!((advertising.start.value - reported).abs() < 1e-9, "{advertising:?}");
    let readings = WatchedCurve::Advertising.readings(&trajectory);
    assert_eq!(readings.len(), MAX_QUARTERS);
    let sales: Vec<_> = trajectory.series(Output::AdsRevenue).collect();
    assert!((readings[0].value - (reported - 17.288 + sales[0])).abs() < 1e-9);
    assert_eq!(readings[40].value, sales[37..].iter().sum::<f64>());
}

#[test]
fn every_run_has_finite_curves() {
    for preset in &PRESETS {
        let scenario = preset.scenario();
        for quarters in 0..=MAX_QUARTERS {
            let trajectory = scenario.run(quarters);
            let all = watch(&scenario, &trajectory);
            assert_eq!(all.len(), [0, 3, 4][quarters.min(2)], "one quarter has no slope of managed services");
            assert!(
                all.iter().all(|watched| watched.slope.is_finite() && watched.relative_slope().is_finite())
            );
            for curve in WatchedCurve::ALL {
                assert_eq!(curve.readings(&trajectory).len(), quarters, "{}", curve.id());
            }
        }
    }
    for input in Input::ALL {
        for value in [input.declaration().min, input.declaration().max] {
            let all = watched(&changed(Baseline::default(), &[(input, value)]));
            assert!(
                all.iter().all(|watched| watched.relative_slope().is_finite()),
                "{input} = {value}: {all:?}"
            );
        }
    }
}
