//! Every run reconciles, whatever its inputs, and its vintages are all of its fleet and of its depreciation.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Residual, plant_vintages, reconcile, vintages};
use buildout_model::{Baseline, INPUT_COUNT, Inputs, MAX_QUARTERS, run};
use buildout_scenario::PRESETS;
use proptest::{collection::vec, prelude::*};

fn check(baseline: Baseline, inputs: &Inputs<f64>, quarters: usize) {
    let trajectory = run(baseline, inputs, quarters);
    let residuals = reconcile(inputs, &trajectory);
    let broken: Vec<&Residual> = residuals.iter().filter(|residual| !residual.holds()).collect();
    assert!(broken.is_empty(), "{baseline}: {broken:?}");
    for vintage in vintages(inputs, &trajectory) {
        for (place, now) in vintage.quarters.iter().enumerate() {
            let what = format!("{:?} after {place} quarters: {now:?}", vintage.year);
            assert!(now.paid - now.waiting - now.in_service <= 1e-8 * now.paid.max(1.0), "{what}");
            assert!(now.book() >= -1e-8 * now.paid.max(1.0), "{what}");
            assert!(now.retired_it() >= -1e-9 && now.sales >= 0.0, "{what}");
        }
    }
    let plant = plant_vintages(inputs, &trajectory);
    for vintage in plant.facilities.iter().chain(&plant.core) {
        for (place, now) in vintage.quarters.iter().enumerate() {
            let what = format!("plant of {:?} after {place} quarters: {now:?}", vintage.year);
            assert!(now.waiting >= 0.0 && now.waiting <= now.paid * (1.0 + 1e-9), "{what}");
            assert!(now.book() >= -1e-8 * now.in_service.max(1.0) && now.charge >= 0.0, "{what}");
            assert!(now.energised_power <= now.ordered_power * (1.0 + 1e-9) + 1e-9, "{what}");
        }
    }
    let sold = |place: usize| -> f64 {
        vintages(inputs, &trajectory).iter().map(|vintage| vintage.quarters[place].sales).sum()
    };
    if let Some(last) = trajectory.figures().last() {
        let total = sold(trajectory.figures().len() - 1);
        assert!(
            (total - last.ai_revenue).abs() <= 1e-9 * last.ai_revenue.max(1.0),
            "{total} {}",
            last.ai_revenue
        );
    }
}

#[test]
fn every_preset_reconciles() {
    for preset in &PRESETS {
        let scenario = preset.scenario();
        check(scenario.baseline(), scenario.inputs(), MAX_QUARTERS);
    }
    assert_eq!(
        reconcile(
            &Inputs::base(Baseline::default()),
            &run(Baseline::default(), &Inputs::base(Baseline::default()), 0)
        ),
        []
    );
}

fn scenario() -> impl Strategy<Value = (Baseline, Inputs<f64>)> {
    let place = prop_oneof![2 => Just(0.0), 2 => Just(1.0), 4 => 0.0..=1.0];
    (prop::sample::select(Baseline::ALL.to_vec()), vec(prop::option::weighted(0.7, place), INPUT_COUNT))
        .prop_map(|(baseline, places)| {
            let inputs = Inputs::from_fn(|input| {
                let declared = input.declaration();
                places[input as usize].map_or(declared.base(baseline), |share: f64| {
                    declared.clamp(declared.min + share * (declared.max - declared.min))
                })
            });
            (baseline, inputs)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, ..ProptestConfig::default() })]

    #[test]
    fn any_run_reconciles((baseline, inputs) in scenario(), quarters in 1..=MAX_QUARTERS) {
        check(baseline, &inputs, quarters);
    }
}
