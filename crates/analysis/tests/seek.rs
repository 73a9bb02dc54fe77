//! Seeking on the model: what is found gives the target, and what was planted is found.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Condition, Finding, Goal, Reached, Sought, Standing, Target, seek};
use buildout_model::{Baseline, Input, MAX_QUARTERS, Output, Quarter};
use buildout_scenario::{PRESETS, Preset, Scenario};
use proptest::{prelude::*, sample::select};

fn target() -> impl Strategy<Value = Target> {
    let outputs: Vec<_> = Output::ALL.into_iter().filter(|output| *output != Output::Binding).collect();
    let quarter =
        (2026..=2035_i32, 1..=4_u8).prop_map(|(year, quarter)| Quarter::new(year, quarter).unwrap());
    prop_oneof![
        select(Goal::ALL.to_vec()).prop_map(Target::Headline),
        (select(outputs), quarter).prop_map(|(output, quarter)| Target::Figure { output, quarter }),
    ]
}

/// A preset, one of its inputs, and a value within the range of that input.
fn planted() -> impl Strategy<Value = (&'static str, Input, f64)> {
    let presets: Vec<_> = PRESETS.iter().map(|preset| preset.id).collect();
    (select(presets), select(Input::ALL.to_vec()), 0.0..=1.0).prop_map(|(preset, input, share)| {
        let declaration = input.declaration();
        (preset, input, declaration.min + share * (declaration.max - declaration.min))
    })
}

fn preset(id: &str) -> Scenario {
    Preset::from_id(id).unwrap().scenario()
}

fn at(scenario: &Scenario, quarters: usize, input: Input, value: f64, target: Target) -> Option<f64> {
    let mut moved = *scenario;
    // A sum of shares of a range can be beyond its end by rounding.
    moved.set(input, input.declaration().clamp(value)).unwrap();
    target.read(moved.inputs(), &moved.run(quarters))
}

/// Checks that what is found is so, by running the model again.
fn check(scenario: &Scenario, quarters: usize, sought: &Sought) -> Result<(), TestCaseError> {
    let &Sought { input, target, wanted, tolerance, .. } = sought;
    let figure = |value| at(scenario, quarters, input, value, target);
    let is_near = |value: f64| figure(value).is_some_and(|figure| (figure - wanted).abs() <= tolerance);
    let is_same = |reached: &Reached| figure(reached.value) == Some(reached.result);
    for finding in &sought.findings {
        let is_right = match finding {
            Finding::Solution(reached) => is_same(reached) && is_near(reached.value),
            Finding::Flat { from, to } => {
                [0.0, 0.3, 0.5, 1.0].into_iter().all(|share| is_near(from + share * (to - from)))
            }
            Finding::Jump { before, after } => {
                let between = before.result.min(after.result)..before.result.max(after.result);
                is_same(before) && is_same(after) && between.contains(&wanted)
            }
            Finding::Missing { from, to } => figure(*from).is_none() && figure(*to).is_none(),
        };
        prop_assert!(is_right, "{:?} of {:#?}", finding, sought);
    }
    for stretch in &sought.stretches {
        let middle = stretch.from + 0.5 * (stretch.to - stretch.from);
        let is_right = match (stretch.standing, figure(middle)) {
            (Standing::Missing, figure) => figure.is_none(),
            (Standing::Below, Some(figure)) => figure < wanted,
            (Standing::Above, Some(figure)) => figure > wanted,
            (Standing::At, Some(figure)) => (figure - wanted).abs() <= tolerance,
            _ => false,
        };
        prop_assert!(is_right, "{:?} of {:#?}", stretch, sought);
    }
    let declaration = input.declaration();
    let ends = (sought.stretches[0].from, sought.stretches[sought.stretches.len() - 1].to);
    prop_assert_eq!(ends, (declaration.min, declaration.max));
    if let Some(nearest) = &sought.nearest {
        prop_assert!(is_same(nearest));
        let distance = (nearest.result - wanted).abs();
        for share in 0..=20 {
            let value = declaration.min + f64::from(share) / 20.0 * (declaration.max - declaration.min);
            let other = figure(value).map_or(f64::INFINITY, |figure| (figure - wanted).abs());
            prop_assert!(distance <= other + tolerance, "{} is nearer than {:?}", value, nearest);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn what_was_planted_is_found(
        (preset_id, input, value) in planted(),
        target in target(),
        quarters in select(vec![12, 21, MAX_QUARTERS]),
    ) {
        let scenario = preset(preset_id);
        let Some(wanted) = at(&scenario, quarters, input, value, target) else { return Ok(()) };
        let sought = seek(&scenario, quarters, input, target, wanted);
        check(&scenario, quarters, &sought)?;
        let near = 1e-5 * (input.declaration().max - input.declaration().min);
        let is_found = sought.findings.iter().any(|finding| match finding {
            Finding::Solution(reached) => (reached.value - value).abs() <= near,
            Finding::Flat { from, to } => (*from..=*to).contains(&value),
            _ => false,
        });
        prop_assert!(is_found, "{} = {} is not among {:#?}", input, value, sought);
        prop_assert!(sought.meeting(Condition::Equal).iter().any(|(from, to)| *from - near <= value && value <= *to + near));
    }

    #[test]
    fn what_is_found_is_so(
        (preset_id, input, _) in planted(),
        target in target(),
        wanted in prop_oneof![Just(0.0), -1.0..1.0, -200.0..400.0],
    ) {
        let scenario = preset(preset_id);
        check(&scenario, MAX_QUARTERS, &seek(&scenario, MAX_QUARTERS, input, target, wanted))?;
    }
}

fn sought(id: &str, input: Input, target: &str, wanted: f64) -> Sought {
    seek(&preset(id), MAX_QUARTERS, input, target.parse().unwrap(), wanted)
}

#[test]
fn the_figure_on_the_screen_is_given_by_the_value_on_the_screen() {
    for baseline in Baseline::ALL {
        let scenario = Scenario::base(baseline);
        let trajectory = scenario.run(MAX_QUARTERS);
        for goal in Goal::ALL {
            let now = goal.read(scenario.inputs(), &trajectory).unwrap();
            for input in [Input::CapexNextYear, Input::PowerSlip, Input::AdsGrowth, Input::ChipLifeEconomic] {
                let sought = seek(&scenario, MAX_QUARTERS, input, Target::Headline(goal), now);
                let value = scenario.get(input);
                let is_exact = sought.findings.iter().any(|finding| match finding {
                    Finding::Solution(reached) => (reached.value - value).abs() < 1e-9 * value.max(1.0),
                    Finding::Flat { from, to } => (*from..=*to).contains(&value),
                    _ => false,
                });
                assert!(is_exact, "{baseline} {input} {}: {sought:#?}", goal.id());
            }
        }
    }
}

#[test]
fn an_input_that_moves_nothing_is_told() {
    let flat = sought("latest", Input::DiscountRate, "fcf_trough", 5.0);
    assert!(!flat.is_moved && flat.findings.is_empty(), "{flat:?}");
    let now = flat.nearest.unwrap().result;
    let same = sought("latest", Input::DiscountRate, "fcf_trough", now);
    let declaration = Input::DiscountRate.declaration();
    assert_eq!(same.findings, [Finding::Flat { from: declaration.min, to: declaration.max }]);
    assert!(!same.is_moved);
    assert_eq!(same.meeting(Condition::AtLeast), [(declaration.min, declaration.max)]);
}

#[test]
fn where_there_is_no_figure_is_told() {
    // Two quarters of little CapEx are a build that is worth more than it costs at any rate.
    let scenario = Scenario::default();
    let rate = |wanted| seek(&scenario, 2, Input::CapexThisYear, "irr".parse().unwrap(), wanted);
    let sought = rate(0.5);
    let missing = sought.findings.iter().any(|finding| matches!(finding, Finding::Missing { .. }));
    assert!(missing && sought.stretches.len() > 1, "{sought:#?}");
    check(&scenario, 2, &sought).unwrap();
    let beyond = seek(&scenario, 4, Input::AiPrice, "fcf_2030".parse().unwrap(), 0.1);
    assert!(matches!(beyond.findings[..], [Finding::Missing { .. }]) && beyond.nearest.is_none());
}

#[test]
fn a_year_of_shock_makes_jumps_and_no_solutions() {
    let mut scenario = Scenario::default();
    scenario.set(Input::ShockSize, 0.5).unwrap();
    let target = "ai_revenue@2031Q4".parse().unwrap();
    let figure = |year| at(&scenario, MAX_QUARTERS, Input::ShockYear, year, target).unwrap();
    let (during, after) = (figure(2031.0), figure(2032.0));
    let sought = seek(&scenario, MAX_QUARTERS, Input::ShockYear, target, (during + after) / 2.0);
    let jumps = sought.findings.iter().filter(|finding| matches!(finding, Finding::Jump { .. })).count();
    assert!(jumps > 0 && sought.solutions().count() == 0, "{during} {after} {sought:#?}");
}

#[test]
fn intervals_of_a_condition_cover_the_range() {
    let sought = sought("latest", Input::CapexNextYear, "fcf_trough", -20.0);
    let solutions: Vec<_> = sought.solutions().collect();
    assert_eq!(solutions.len(), 1, "{sought:#?}");
    let declaration = Input::CapexNextYear.declaration();
    let least = sought.meeting(Condition::AtLeast);
    let most = sought.meeting(Condition::AtMost);
    assert_eq!((least[0].0, most[0].1), (declaration.min, declaration.max));
    assert_eq!((least[0].1, most[0].0), (solutions[0].value, solutions[0].value));
    assert_eq!(sought.meeting(Condition::Equal), [(solutions[0].value, solutions[0].value)]);
}
