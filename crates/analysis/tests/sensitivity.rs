//! Slopes against differences, tornados and spiders against runs.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Goal, Target, slopes, spider, tornado, tornado_of};
use buildout_model::{Baseline, Input, MAX_QUARTERS, Output, Quarter};
use buildout_scenario::{PRESETS, Ranges, Scenario};
use proptest::{prelude::*, sample::select};

fn targets() -> Vec<Target> {
    let figures =
        [(Output::FcfTtm, 2028), (Output::AiRevenue, 2031), (Output::AwsMargin, 2027), (Output::Cash, 2034)]
            .map(|(output, year)| Target::Figure { output, quarter: Quarter::new(year, 4).unwrap() });
    Goal::ALL.map(Target::Headline).into_iter().chain(figures).collect()
}

fn figure(scenario: &Scenario, target: Target, input: Input, value: f64) -> Option<f64> {
    let mut inputs = *scenario.inputs();
    inputs.put(input, value);
    let run = buildout_model::Trajectory::of(scenario.baseline(), &inputs, MAX_QUARTERS);
    target.read(&inputs, &run)
}

/// Compares the slope with the difference into the range: upwards, but for the upper end.
fn check(scenario: &Scenario, target: Target, input: Input) {
    let value = scenario.get(input);
    let slope = slopes(scenario, MAX_QUARTERS, target, &[input])[0].per_unit;
    let declaration = input.declaration();
    let towards = if value < declaration.max { 1e-6 } else { -1e-6 };
    let step = towards * (declaration.max - declaration.min);
    let [here, near, far] = [0.0, step, 2.0 * step].map(|by| figure(scenario, target, input, value + by));
    let (Some(here), Some(near), Some(far)) = (here, near, far) else { return };
    let slope = slope.expect("a figure that exists has a slope");
    let difference = (4.0 * near - far - 3.0 * here) / (2.0 * step);
    // Rounding of a figure over the step, and how much the slope itself may change over it.
    let size = here.abs().max(1.0);
    let tolerance = 4e-9 * size / step.abs() + 1e-3 * difference.abs();
    // A kink or a jump within the step, as of a quarter in which another limit begins to bind: no slope to compare with.
    let is_bent = ((far - near) - (near - here)).abs() > 0.05 * (near - here).abs() + 1e-9 * size;
    assert!(
        (slope - difference).abs() <= tolerance || is_bent,
        "{target} over {input} at {value}: {slope}, by differences {difference}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn slopes_are_differences(
        preset in 0..PRESETS.len(),
        input in select(Input::ALL.to_vec()),
        target in select(targets()),
        other in select(Input::ALL.to_vec()),
        share in 0.05..0.95_f64,
    ) {
        let mut scenario = PRESETS[preset].scenario();
        let declaration = other.declaration();
        scenario.set(other, declaration.min + share * (declaration.max - declaration.min)).unwrap();
        check(&scenario, target, input);
    }
}

/// A scenario with every input at a share of its range, the ends often.
fn anywhere() -> impl Strategy<Value = Scenario> {
    let share = prop_oneof![6 => 0.0..=1.0_f64, 1 => Just(0.0), 1 => Just(1.0)];
    (select(Baseline::ALL.to_vec()), proptest::collection::vec(share, Input::ALL.len())).prop_map(
        |(baseline, shares)| {
            let mut scenario = Scenario::base(baseline);
            for (input, share) in Input::ALL.into_iter().zip(shares) {
                let declaration = input.declaration();
                let value = declaration.min + share * (declaration.max - declaration.min);
                scenario.set(input, declaration.clamp(value)).unwrap();
            }
            scenario
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    /// Nowhere does a figure have a slope that is no number, and where a figure exists it has a slope.
    #[test]
    fn slopes_are_finite_anywhere(scenario in anywhere(), target in select(targets())) {
        let now = target.read(scenario.inputs(), &scenario.run(MAX_QUARTERS));
        for slope in slopes(&scenario, MAX_QUARTERS, target, &Input::ALL) {
            prop_assert_eq!(slope.per_unit.is_some(), now.is_some(), "{} over {}", target, slope.input);
            prop_assert!(slope.per_unit.is_none_or(f64::is_finite), "{} over {}: {:?}", target, slope.input, slope);
        }
    }
}

#[test]
fn at_the_top_of_a_range_the_slope_is_that_of_the_way_back() {
    // All chips are Trainium already: more cannot be, less can.
    let mut scenario = Scenario::default();
    scenario.set(Input::TrainiumMix, 1.0).unwrap();
    for target in ["trainium_it@2030Q4", "npv", "fcf_2030"].map(|text| text.parse::<Target>().unwrap()) {
        let slope = slopes(&scenario, MAX_QUARTERS, target, &[Input::TrainiumMix])[0].per_unit.unwrap();
        let [here, below] =
            [1.0, 1.0 - 1e-6].map(|mix| figure(&scenario, target, Input::TrainiumMix, mix).unwrap());
        let difference = (here - below) / 1e-6;
        assert!(
            slope != 0.0 && (slope - difference).abs() < 1e-3 * difference.abs(),
            "{target}: {slope}, {difference}"
        );
    }
}

#[test]
fn every_input_has_a_slope_at_the_base_case() {
    for baseline in Baseline::ALL {
        let scenario = Scenario::base(baseline);
        for target in targets() {
            let slopes = slopes(&scenario, MAX_QUARTERS, target, &Input::ALL);
            assert_eq!(slopes.len(), Input::ALL.len());
            for slope in slopes {
                assert!(
                    slope.per_unit.is_some_and(f64::is_finite),
                    "{target} over {}: {slope:?}",
                    slope.input
                );
            }
        }
    }
}

#[test]
fn a_tornado_has_the_figures_of_runs_and_the_widest_first() {
    let mut scenario = Scenario::default();
    scenario.set(Input::AiDemandGrowth, -0.2).unwrap();
    for target in targets() {
        let gusts = tornado(&scenario, MAX_QUARTERS, target, &Ranges::default());
        assert_eq!(gusts.len(), Ranges::default().drawn().count());
        assert!(gusts.windows(2).all(|pair| pair[0].width() >= pair[1].width()));
        for gust in &gusts {
            assert!(gust.low <= gust.high, "{gust:?}");
            assert_eq!(gust.at_low, figure(&scenario, target, gust.input, gust.low));
            assert_eq!(gust.at_high, figure(&scenario, target, gust.input, gust.high));
        }
        let lines = spider(
            &scenario,
            MAX_QUARTERS,
            target,
            &gusts.iter().map(|gust| (gust.input, gust.low, gust.high)).collect::<Vec<_>>(),
            5,
        );
        for (line, gust) in lines.iter().zip(&gusts) {
            assert_eq!((line.points[0], line.points[4]), (gust.at_low, gust.at_high), "{:?}", line.input);
            assert!((-1e-9..=1.0 + 1e-9).contains(&line.now), "{line:?}");
        }
    }
}

#[test]
fn ends_beyond_an_input_are_its_own() {
    let gust = tornado_of(&Scenario::default(), 20, Target::default(), &[(Input::TrainiumMix, -1.0, 7.0)])[0];
    assert_eq!((gust.low, gust.high), (0.0, 1.0));
}
