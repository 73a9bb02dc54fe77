//! Shares of the variance of the model's figures.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Goal, Target, VariancePlan, VarianceShares};
use buildout_model::Input;
use buildout_scenario::{Ranges, Scenario};

fn plan(target: Target, ranges: &Ranges, rows: u32) -> VariancePlan {
    VariancePlan::new(&Scenario::default(), 29, target, ranges, 1, rows)
}

fn shares(plan: &VariancePlan) -> VarianceShares {
    plan.shares((0..plan.parts()).map(|part| plan.part(part)).collect()).unwrap()
}

#[test]
fn shares_of_the_model_are_shares() {
    for goal in [Goal::FcfTrough, Goal::Npv, Goal::Aws2030, Goal::Irr] {
        let found = shares(&plan(Target::Headline(goal), &Ranges::default(), 512));
        assert_eq!(found.inputs.len(), 27);
        let first: f64 = found.inputs.iter().map(|input| input.first.share).sum();
        let error: f64 = found.inputs.iter().map(|input| input.first.error.powi(2)).sum::<f64>().sqrt();
        assert!((0.3..1.0 + 4.0 * error).contains(&first), "{goal:?}: {first} ± {error}");
        for input in &found.inputs {
            let slack = 4.0 * input.first.error.hypot(input.total.error) + 1e-9;
            assert!(input.first.share <= input.total.share + slack, "{input:?}");
            assert!((-slack..1.0 + slack).contains(&input.total.share), "{input:?}");
        }
        // Nothing that is filed is uncertain, so nothing rests on it; what is explained rests on the others.
        assert_eq!((found.grades[0].inputs, found.grades[0].total.share), (0, 0.0));
        let of_grades: f64 = found.grades.iter().map(|grade| grade.total.share).sum();
        assert!(of_grades > 1.0 - 0.2, "{:?}", found.grades);
        assert!(found.deviation > 0.0 && found.missing == 0);
    }
}

#[test]
fn the_only_uncertain_input_explains_all() {
    let mut ranges = Ranges::default();
    Input::ALL.into_iter().for_each(|input| ranges.switch_off(input));
    ranges.set(Input::OtherCapex, 0.8, 1.3).unwrap();
    ranges.set(Input::DiscountRate, 0.8, 1.3).unwrap();
    let found = shares(&plan("other_capex@2028Q4".parse().unwrap(), &ranges, 256));
    assert_eq!(found.inputs[0].input, Input::OtherCapex);
    assert!((found.inputs[0].total.share - 1.0).abs() < 0.1, "{:?}", found.inputs[0]);
    assert_eq!(
        (found.inputs[1].first.share, found.inputs[1].total.share),
        (0.0, 0.0),
        "discounting moves no CapEx"
    );
}

#[test]
fn a_seed_repeats_its_shares_in_any_order_of_the_parts() {
    let plan = plan(Target::default(), &Ranges::default(), 64);
    let backwards = plan.shares((0..plan.parts()).rev().map(|part| plan.part(part)).collect());
    assert_eq!(backwards.unwrap(), shares(&plan));
}
