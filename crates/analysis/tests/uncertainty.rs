//! Studies of many draws: against closed forms, in any order, with a fair sampling error.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{FAN, Goal, Pert, Side, StudiedSeries, Study, Survey, Tally};
use buildout_model::{Baseline, Input, MAX_QUARTERS, Output};
use buildout_scenario::{Ranges, Scenario};

fn study(scenario: Scenario, draws: u32) -> Study {
    let series = [Output::FcfTtm, Output::AwsRevenue, Output::Power].map(StudiedSeries::from).to_vec();
    Study { draws, series, ..Study::new(scenario, 29) }
}

fn counted(survey: &Survey) -> Tally {
    let mut tally = survey.tally();
    (0..survey.parts()).for_each(|part| survey.count(part, &mut tally));
    tally
}

/// Ranges in which nothing is uncertain but one input.
fn only(input: Input, low: f64, high: f64) -> Ranges {
    let mut ranges = Ranges::default();
    Input::ALL.into_iter().for_each(|other| ranges.switch_off(other));
    ranges.set(input, low, high).unwrap();
    ranges
}

#[test]
fn quantiles_of_a_figure_in_proportion_to_an_input_are_its_own() {
    // CapEx outside AWS is its input over four, times a growth that is certain.
    let (low, high) = (0.7, 1.6);
    let mut study = study(Scenario::default(), 10_000);
    study.ranges = only(Input::OtherCapex, low, high);
    study.series = vec![Output::OtherCapex.into()];
    let survey = Survey::new(&study);
    let tally = counted(&survey);
    let run = study.scenario.run(29);
    let pert = Pert::new(low, 1.0, high);
    for (certain, fan) in run.series(Output::OtherCapex).zip(survey.fan(&tally, Side::Scenario, 0)) {
        for (share, drawn) in FAN.into_iter().zip(fan.unwrap()) {
            let exact = certain * pert.quantile(share);
            assert!((drawn / exact - 1.0).abs() < 1e-3, "{share}: {drawn} is not {exact}");
        }
    }
}

#[test]
fn a_year_of_four_quarters_is_the_models_own_in_every_draw() {
    let mut study = study(Scenario::default(), 600);
    let year = StudiedSeries { outputs: vec![Output::Ocf], over: None, is_trailing: true };
    study.series = vec![year, Output::OcfTtm.into()];
    let survey = Survey::new(&study);
    let tally = counted(&survey);
    let (sums, own) = (survey.fan(&tally, Side::Scenario, 0), survey.fan(&tally, Side::Scenario, 1));
    for (sum, own) in sums.into_iter().zip(own) {
        for (sum, own) in sum.unwrap().into_iter().zip(own.unwrap()) {
            assert!((sum - own).abs() < 1e-6 * own.abs(), "{sum} is not {own}");
        }
    }
}

#[test]
fn parts_add_up_to_the_same_in_any_order() {
    let survey = Survey::new(&study(Scenario::default(), 2_000));
    let forwards = counted(&survey);
    let mut backwards = survey.tally();
    for part in (0..survey.parts()).rev() {
        backwards.add(&survey.part(part));
    }
    assert_eq!(forwards, backwards);
    let mut sent = survey.tally();
    for part in 0..survey.parts() {
        sent.add_bytes(&survey.part(part).to_bytes()).unwrap();
    }
    assert_eq!(sent, forwards, "as bytes too");
    assert_eq!(sent.add_bytes(&forwards.to_bytes()[1..]), None);
    assert_eq!(forwards.draws(), 2_000);
    let again = Survey::new(&study(Scenario::default(), 2_000));
    assert_eq!(counted(&again), forwards, "a seed repeats its draws");
    let other = Survey::new(&Study { seed: 2, ..study(Scenario::default(), 2_000) });
    assert_ne!(counted(&other), forwards);
    assert_eq!(
        counted(&other.following(&study(Scenario::default(), 2_000))),
        forwards,
        "whatever was studied before"
    );
}

#[test]
fn the_stated_sampling_error_is_the_scatter_between_seeds() {
    let median = |histogram: &buildout_analysis::Histogram| histogram.quantile(0.5);
    for goal in [Goal::FcfTrough, Goal::Aws2030, Goal::Npv] {
        let (mut medians, mut errors) = (vec![], vec![]);
        for seed in 0..16 {
            let survey = Survey::new(&Study { seed, ..study(Scenario::default(), 1_000) });
            let tally = counted(&survey);
            medians.push(median(survey.goal(&tally, Side::Scenario, goal).unwrap()).unwrap());
            errors.push(survey.error(&tally, Side::Scenario, goal, median).unwrap());
        }
        let count = medians.len() as f64;
        let mean = medians.iter().sum::<f64>() / count;
        let scatter =
            (medians.iter().map(|median| (median - mean).powi(2)).sum::<f64>() / (count - 1.0)).sqrt();
        let stated = errors.iter().sum::<f64>() / count;
        assert!((0.5..2.0).contains(&(stated / scatter)), "{goal:?}: stated {stated}, scattered {scatter}");
    }
}

#[test]
fn a_scenario_against_itself_differs_in_no_draw() {
    let scenario = Scenario::default();
    let survey = Survey::new(&Study { other: Some(scenario), ..study(scenario, 500) });
    let tally = counted(&survey);
    for quarter in 0..29 {
        let difference = survey.series(&tally, Side::Difference, 0, quarter).unwrap();
        assert_eq!(difference.ends(), Some((0.0, 0.0)));
        assert_eq!(difference.share_above(0.0), Some(0.0), "equal is not better");
    }
}

#[test]
fn common_draws_tell_scenarios_apart_that_overlap() {
    let scenario = Scenario::default();
    let mut more = scenario;
    more.set(Input::CoreGrowth, 0.17).unwrap();
    let survey = Survey::new(&Study { other: Some(more), ..study(scenario, 1_000) });
    let tally = counted(&survey);
    let aws = |side| survey.goal(&tally, side, Goal::Aws2030).unwrap();
    assert_eq!(
        aws(Side::Difference).share_above(0.0),
        Some(0.0),
        "more core growth is more sales in every draw"
    );
    let (low, high) = (aws(Side::Scenario).quantile(0.75).unwrap(), aws(Side::Other).quantile(0.25).unwrap());
    assert!(low > high, "while the two overlap widely");
}

#[test]
fn scenarios_of_two_baselines_are_compared_quarter_by_quarter() {
    let (earlier, later) = (Scenario::default(), Scenario::base(Baseline::B2026q2));
    let mut both = study(earlier, 300);
    both.other = Some(later);
    let survey = Survey::new(&both);
    let tally = counted(&survey);
    let fan = survey.fan(&tally, Side::Other, 1);
    let shift =
        (later.baseline().first_quarter().index() - earlier.baseline().first_quarter().index()) as usize;
    assert!(fan[..shift].iter().all(Option::is_none) && fan[shift..].iter().all(Option::is_some));
    let alone = Survey::new(&Study { quarters: 29 - shift, ..study(later, 300) });
    let alone = alone.fan(&counted(&alone), Side::Scenario, 1);
    for (both, alone) in fan[shift..].iter().zip(alone) {
        for (both, alone) in both.unwrap().into_iter().zip(alone.unwrap()) {
            assert!((both - alone).abs() < 1e-9 * alone.abs(), "{both} is not {alone}");
        }
    }
}

#[test]
fn what_is_certain_has_a_fan_of_no_width_at_the_run() {
    let mut study = study(Scenario::default(), 100);
    Input::ALL.into_iter().for_each(|input| study.ranges.switch_off(input));
    let survey = Survey::new(&study);
    let tally = counted(&survey);
    let run = study.scenario.run(29);
    for (certain, fan) in run.series(Output::FcfTtm).zip(survey.fan(&tally, Side::Scenario, 0)) {
        for value in fan.unwrap() {
            assert!((value - certain).abs() < 1e-6 * certain.abs().max(1.0), "{value} is not {certain}");
        }
    }
}

#[test]
fn free_cash_flow_turns_once_and_the_share_that_has_turned_grows() {
    let survey = Survey::new(&Study { quarters: MAX_QUARTERS, ..study(Scenario::default(), 500) });
    let tally = counted(&survey);
    let turned = survey.turned_by(&tally, Side::Scenario);
    assert_eq!(turned.len(), MAX_QUARTERS);
    assert!(turned.windows(2).all(|pair| pair[0] <= pair[1]), "{turned:?}");
    let last = survey.series(&tally, Side::Scenario, 0, MAX_QUARTERS - 1).unwrap();
    assert!((turned[MAX_QUARTERS - 1] - last.share_above(0.0).unwrap()).abs() < 1e-12, "{turned:?}");
}
