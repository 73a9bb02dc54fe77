//! What a lever does: response curves, influence, and one unit more of a limit.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Goal, Influence, ResponsePoint, influence, one_more, response_curve};
use buildout_model::{Baseline, HeadlineFigure, Input, Level, Limit, MAX_QUARTERS, Output};
use buildout_scenario::{PRESETS, Scenario};
use proptest::{prelude::*, sample::select};

fn preset() -> impl Strategy<Value = Scenario> {
    select(PRESETS.iter().map(|preset| preset.scenario()).collect::<Vec<_>>())
}

/// A preset with one input moved to anywhere in its range.
fn moved() -> impl Strategy<Value = (Scenario, Input)> {
    (preset(), select(Input::ALL.to_vec()), 0.0..=1.0).prop_map(|(mut scenario, input, share)| {
        let declaration = input.declaration();
        let value = declaration.clamp(declaration.min + share * (declaration.max - declaration.min));
        scenario.set(input, value).unwrap();
        (scenario, input)
    })
}

fn at(curve: &[ResponsePoint], value: f64) -> Option<f64> {
    curve.iter().find(|point| point.value == value).expect("the value is on the curve").result
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_curve_passes_through_the_scenario_and_the_base(
        (scenario, input) in moved(),
        goal in select(Goal::ALL.to_vec()),
        quarters in 0..=MAX_QUARTERS,
        count in 0..12_usize,
    ) {
        let curve = response_curve(&scenario, quarters, input, goal, count);
        let mut base = scenario;
        base.reset(input);
        for scenario in [scenario, base] {
            let want = scenario.headline(&scenario.run(quarters)).and_then(|headline| goal.of(&headline));
            prop_assert_eq!(at(&curve, scenario.get(input)), want);
        }
        prop_assert!(curve.windows(2).all(|pair| pair[0].value < pair[1].value), "{:?}", curve);
        prop_assert!(curve.iter().all(|point| input.check(point.value).is_ok()));
        if count > 1 {
            prop_assert_eq!(curve[0].value, input.declaration().min);
            prop_assert_eq!(curve.last().unwrap().value, input.declaration().max);
            prop_assert!((count..=count + 10).contains(&curve.len()));
        }
    }
}

#[test]
fn every_input_has_a_finite_curve_over_its_whole_range() {
    for baseline in Baseline::ALL {
        let scenario = Scenario::base(baseline);
        for input in Input::ALL {
            for goal in Goal::ALL {
                let curve = response_curve(&scenario, MAX_QUARTERS, input, goal, 5);
                for point in &curve {
                    let is_sound = point.result.map_or(goal == Goal::Irr, f64::is_finite);
                    assert!(is_sound, "{baseline} {input} {}: {point:?}", goal.id());
                }
            }
        }
    }
}

#[test]
fn kinks_are_kept() {
    // How far a curve of 25 points is off a fine one, as a share of its span, at worst.
    let off = |input: Input, goal: Goal| {
        let scenario = Scenario::default();
        let curve = response_curve(&scenario, MAX_QUARTERS, input, goal, 25);
        let fine = response_curve(&scenario, MAX_QUARTERS, input, goal, 1601);
        let results: Vec<f64> = fine.iter().filter_map(|point| point.result).collect();
        let span = results.iter().copied().fold(f64::NEG_INFINITY, f64::max)
            - results.iter().copied().fold(f64::INFINITY, f64::min);
        let error = |point: &ResponsePoint| {
            let after = curve.iter().position(|other| other.value >= point.value)?.max(1);
            let (a, b) = (curve[after - 1], curve[after]);
            let share = (point.value - a.value) / (b.value - a.value);
            Some((a.result? * (1.0 - share) + b.result? * share - point.result?).abs() / span)
        };
        fine.iter().filter_map(error).fold(0.0, f64::max)
    };
    // A bend within one cell that its neighbours know nothing of is not found; evenly spread alone, the third would be off by
    // 0.15 and the fourth by 0.1.
    for (input, goal, most) in [
        (Input::CapexNextYear, Goal::FcfTrough, 0.025),
        (Input::CapexNextYear, Goal::Aws2030, 0.025),
        (Input::PowerAddNextYear, Goal::Fcf2030, 0.1),
        (Input::ChipSupply, Goal::Aws2030, 0.04),
    ] {
        let off = off(input, goal);
        assert!(off < most, "{goal:?} over {input}: off by {off} of its span");
    }
}

#[test]
fn a_goal_is_a_figure_of_the_headline() {
    for preset in &PRESETS {
        let scenario = preset.scenario();
        for quarters in [1, 10, MAX_QUARTERS] {
            let trajectory = scenario.run(quarters);
            let headline = scenario.headline(&trajectory).unwrap();
            for goal in Goal::ALL {
                let (_, figure) =
                    headline.figures().into_iter().find(|(name, _)| *name == goal.id()).expect("a figure");
                assert_eq!(figure, HeadlineFigure::Number(goal.of(&headline)), "{}", goal.id());
                assert_eq!(goal.read(scenario.inputs(), &trajectory), goal.of(&headline), "{}", goal.id());
                assert_eq!(Goal::from_id(goal.id()), Some(goal));
            }
        }
    }
    assert_eq!(Goal::from_id("payback_quarter"), None);
}

/// Checks that a curve goes from end to end in one direction, against it by no more than `slack` of the way.
fn check_monotone(input: Input, goal: Goal, is_rising: bool, slack: f64) {
    for baseline in Baseline::ALL {
        let curve = response_curve(&Scenario::base(baseline), MAX_QUARTERS, input, goal, 25);
        let results: Vec<_> = curve.iter().map(|point| point.result.unwrap()).collect();
        let way = results.last().unwrap() - results[0];
        assert!(way != 0.0 && (way > 0.0) == is_rising, "{baseline} {input} {}: {curve:?}", goal.id());
        for (pair, points) in results.windows(2).zip(curve.windows(2)) {
            let along = (pair[1] - pair[0]) / way;
            assert!(along >= -slack, "{baseline} {input} {}: {points:?}", goal.id());
        }
    }
}

#[test]
fn curves_go_the_way_they_must() {
    // More CapEx is expensed for tax at once, so that a few years of it can lift cash a little.
    check_monotone(Input::CapexNextYear, Goal::FcfTrough, false, 0.02);
    check_monotone(Input::PowerAddNextYear, Goal::PowerMultiple2027, true, 0.0);
    check_monotone(Input::PowerSlip, Goal::PowerMultiple2027, false, 0.0);
    check_monotone(Input::AdsGrowth, Goal::Fcf2030, true, 0.0);
    check_monotone(Input::TaxRate, Goal::Fcf2030, false, 0.0);
    check_monotone(Input::CoreOpex, Goal::MarginTrough, false, 0.0);
}

fn effect(influences: &[Influence], output: Output) -> f64 {
    influences.iter().find(|influence| influence.output == output).map_or(0.0, |influence| influence.effect)
}

#[test]
fn an_input_moves_what_it_is_about() {
    let scenario = Scenario::default();
    let influences = |input| influence(&scenario, MAX_QUARTERS, input);
    let ads = influences(Input::AdsGrowth);
    assert!(effect(&ads, Output::AdsRevenue) > 0.05, "{ads:?}");
    assert_eq!(effect(&ads, Output::AiRevenue), 0.0, "advertising moves no AI sales");
    assert_eq!(influences(Input::DiscountRate), [], "the discount rate moves the headline only");
    let capex = influences(Input::CapexNextYear);
    assert!(effect(&capex, Output::ChipCapex) > effect(&capex, Output::StoresRevenue));
    assert!(effect(&capex, Output::Binding) > 0.0, "more money, and another limit binds");
}

#[test]
fn influence_is_sorted_and_bounded_at_the_ends_of_every_range() {
    for input in Input::ALL {
        let declaration = input.declaration();
        for value in [declaration.min, declaration.max, declaration.base(Baseline::default())] {
            let mut scenario = Scenario::default();
            scenario.set(input, value).unwrap();
            let influences = influence(&scenario, 12, input);
            assert!(influences.windows(2).all(|pair| pair[0].effect >= pair[1].effect), "{input} = {value}");
            let is_bounded = |influence: &Influence| influence.effect > 0.0 && influence.effect <= 2.0;
            assert!(influences.iter().all(is_bounded), "{input} = {value}: {influences:?}");
        }
    }
}

#[test]
fn one_more_unit_is_named_by_its_limit() {
    let scenario = Scenario::base(Baseline::ALL[1]);
    let all = one_more(&scenario, MAX_QUARTERS);
    assert_eq!(all.map(|one| one.limit), Limit::ALL);
    for one in all {
        assert_eq!(one.step, one.unit);
        let mut more = scenario;
        more.set(one.input, scenario.get(one.input) + one.unit).unwrap();
        let fcf = |scenario: Scenario| scenario.run(MAX_QUARTERS).fcf_2030().unwrap();
        let want = fcf(more) - fcf(scenario);
        assert!((one.fcf_2030.unwrap() - want).abs() < 1e-9, "{one:?}: {want}");
        // What is bought earlier retires earlier, so a limit that does not bind can cost a little.
        assert!(one.ai_sales_2030.unwrap() >= -0.5, "more of a limit sells no less: {one:?}");
    }
    let power = all[0].ai_sales_2030.unwrap();
    assert!(power > all[2].ai_sales_2030.unwrap(), "power binds, money does not: {all:?}");
}

#[test]
fn one_more_shrinks_at_the_end_of_a_range() {
    for input in [Input::PowerAddNextYear, Input::ChipSupply, Input::CapexNextYear, Input::AiDemandStart] {
        let max = input.declaration().max;
        for (below, has_result) in [(0.0, false), (0.25, true)] {
            let mut scenario = Scenario::default();
            scenario.set(input, max - below).unwrap();
            let one = one_more(&scenario, MAX_QUARTERS).into_iter().find(|one| one.input == input).unwrap();
            assert_eq!((one.step, one.fcf_2030.is_some()), (below, has_result), "{one:?}");
        }
    }
    let short = one_more(&Scenario::default(), 8);
    assert!(short.iter().all(|one| one.fcf_2030.is_none() && one.ai_sales_2030.is_none()));
}

#[test]
fn there_are_nineteen_curves_beside_the_primary_inputs() {
    let primary = Input::ALL.into_iter().filter(|input| input.declaration().level == Level::Primary);
    assert_eq!(primary.count(), 19);
}
