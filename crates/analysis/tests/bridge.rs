//! Bridges add up, in any order of their parts, and say what is known to be so.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Bridge, BridgeError, BridgePlan, Goal, MOST_EXACT, Player, Target};
use buildout_model::{Baseline, Input, MAX_QUARTERS};
use buildout_scenario::{PRESETS, Scenario};

fn bridge(plan: &BridgePlan) -> Bridge {
    plan.bridge((0..plan.parts()).map(|part| plan.part(part)).collect()).unwrap()
}

/// Checks that a bridge starts at one figure, ends at the other and adds up.
fn check(from: &Scenario, to: &Scenario, target: Target) -> Bridge {
    let plan = BridgePlan::new(from, to, MAX_QUARTERS, target, 1);
    let bridge = bridge(&plan);
    let read =
        |scenario: &Scenario, quarters| target.read(scenario.inputs(), &scenario.run(quarters)).unwrap();
    let shift = to.baseline().first_quarter().index() - from.baseline().first_quarter().index();
    assert_eq!(bridge.to, read(to, MAX_QUARTERS));
    assert_eq!(bridge.from, read(from, MAX_QUARTERS.saturating_add_signed(shift as isize).min(MAX_QUARTERS)));
    let sum: f64 = bridge.bars.iter().map(|bar| bar.contribution).sum();
    let size = bridge.from.abs().max(bridge.to.abs()).max(1.0);
    assert!(
        (bridge.from + sum - bridge.to).abs() < 1e-9 * size,
        "{} + {sum} is not {}",
        bridge.from,
        bridge.to
    );
    assert!(bridge.bars.windows(2).all(|pair| pair[0].contribution.abs() >= pair[1].contribution.abs()));
    bridge
}

fn changed(count: usize) -> Scenario {
    let mut scenario = Scenario::default();
    for input in Input::ALL.into_iter().filter(|input| input.declaration().uncertainty.is_some()).take(count)
    {
        let declaration = input.declaration();
        let value = scenario.get(input);
        let towards =
            if value < (declaration.min + declaration.max) / 2.0 { declaration.max } else { declaration.min };
        scenario.set(input, value + 0.1 * (towards - value)).unwrap();
    }
    scenario
}

#[test]
fn presets_are_explained_against_their_base_case() {
    for preset in &PRESETS {
        let to = preset.scenario();
        let from = Scenario::base(to.baseline());
        for goal in [Goal::FcfTrough, Goal::Npv, Goal::Aws2030] {
            let bridge = check(&from, &to, Target::Headline(goal));
            assert_eq!(bridge.is_exact, bridge.bars.len() <= MOST_EXACT);
        }
    }
}

#[test]
fn many_changes_are_sampled_with_an_error_that_holds() {
    let (from, target) = (Scenario::default(), Target::Headline(Goal::Fcf2030));
    let few = changed(10);
    let exact = check(&from, &few, target);
    assert!(exact.is_exact && exact.bars.iter().all(|bar| bar.error.is_none()));
    let many = changed(16);
    let sampled = check(&from, &many, target);
    assert!(!sampled.is_exact && sampled.bars.len() == 16);
    // Another seed draws other orders, and differs by no more than both errors allow.
    let again = bridge(&BridgePlan::new(&from, &many, MAX_QUARTERS, target, 2));
    assert_ne!(sampled, again);
    for bar in &sampled.bars {
        let other = again.bars.iter().find(|other| other.player == bar.player).unwrap();
        let error = bar.error.unwrap().hypot(other.error.unwrap());
        assert!((bar.contribution - other.contribution).abs() < 5.0 * error + 1e-9, "{bar:?} {other:?}");
    }
}

#[test]
fn a_change_that_does_nothing_gets_nothing() {
    let mut to = Scenario::default();
    to.set(Input::CapexNextYear, 200.0).unwrap();
    // Discounting moves no cash.
    to.set(Input::DiscountRate, 0.2).unwrap();
    let bridge = check(&Scenario::default(), &to, Target::Headline(Goal::FcfTrough));
    assert_eq!(bridge.bars[0].player, Player::Input(Input::CapexNextYear));
    assert!(bridge.bars[1].contribution.abs() < 1e-12);
    assert!(check(&to, &to, Target::default()).bars.is_empty());
}

#[test]
fn parts_can_come_in_any_order_but_must_come() {
    let plan = BridgePlan::new(&Scenario::default(), &changed(9), MAX_QUARTERS, Target::default(), 1);
    let want = bridge(&plan);
    let backwards: Vec<_> = (0..plan.parts()).rev().map(|part| plan.part(part)).collect();
    assert_eq!(plan.bridge(backwards.clone()), Ok(want));
    assert_eq!(plan.bridge(backwards[1..].to_vec()), Err(BridgeError::MissingPart(plan.parts() - 1)));
}

#[test]
fn a_later_baseline_is_a_change_of_its_own() {
    let from = Scenario::default();
    let mut to = Scenario::base(Baseline::B2026q2);
    to.set(Input::PowerSlip, 2.0).unwrap();
    let bridge = check(&from, &to, Target::Headline(Goal::Aws2030));
    let players: Vec<_> = bridge.bars.iter().map(|bar| bar.player).collect();
    assert_eq!(players.len(), 2);
    assert!(players.contains(&Player::Baseline) && players.contains(&Player::Input(Input::PowerSlip)));
}

#[test]
fn what_both_scenarios_change_alike_explains_nothing_and_stays() {
    let mut from = Scenario::default();
    for (input, value) in [(Input::CapexNextYear, 200.0), (Input::PowerSlip, 1.0), (Input::TrainiumMix, 0.9)]
    {
        from.set(input, value).unwrap();
    }
    let mut to = from.rebased(Baseline::B2026q2);
    to.set(Input::PowerSlip, 2.0).unwrap();
    let bridge = check(&from, &to, Target::Headline(Goal::Aws2030));
    let mut players: Vec<_> = bridge.bars.iter().map(|bar| bar.player).collect();
    players.sort_by_key(|player| *player == Player::Baseline);
    assert_eq!(players, [Player::Input(Input::PowerSlip), Player::Baseline]);
}

#[test]
fn a_figure_that_is_missing_on_the_way_is_said() {
    let quarters = 2;
    let mut to = Scenario::default();
    to.set(Input::CapexNextYear, 200.0).unwrap();
    let target = Target::Headline(Goal::Aws2030);
    let plan = BridgePlan::new(&Scenario::default(), &to, quarters, target, 1);
    let error = plan.bridge((0..plan.parts()).map(|part| plan.part(part)).collect()).unwrap_err();
    assert!(error.to_string().contains("aws_2030 does not exist"), "{error}");
}
