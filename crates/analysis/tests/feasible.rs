//! The region of two inputs that meets a requirement, and the nearest place in it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Condition, Feasible, NearestPlace, Requirement, Target, feasible};
use buildout_model::{Input, MAX_QUARTERS};
use buildout_scenario::{PRESETS, Preset, Scenario};
use proptest::{prelude::*, sample::select};

const RESOLUTION: usize = 17;

fn result(scenario: &Scenario, pair: (Input, Input), place: (f64, f64), target: Target) -> Option<f64> {
    let mut moved = *scenario;
    moved.set(pair.0, pair.0.declaration().clamp(place.0)).unwrap();
    moved.set(pair.1, pair.1.declaration().clamp(place.1)).unwrap();
    target.read(moved.inputs(), &moved.run(MAX_QUARTERS))
}

fn width(input: Input) -> f64 {
    input.declaration().max - input.declaration().min
}

fn region(
    scenario: &Scenario,
    pair: (Input, Input),
    target: Target,
    condition: Condition,
    value: f64,
) -> Feasible {
    let requirement = Requirement { condition, value };
    feasible(scenario, MAX_QUARTERS, pair.0, pair.1, target, requirement, RESOLUTION).unwrap()
}

fn distance(scenario: &Scenario, pair: (Input, Input), place: (f64, f64)) -> f64 {
    let x = (place.0 - scenario.get(pair.0)) / width(pair.0);
    let y = (place.1 - scenario.get(pair.1)) / width(pair.1);
    (x * x + y * y).sqrt()
}

/// Whether a corner of the cell around a place meets the requirement. A valley narrower than a cell can be overlooked.
fn is_seen(region: &Feasible, place: (f64, f64)) -> bool {
    let right = |values: &[f64], value: f64| {
        values.partition_point(|candidate| *candidate < value).clamp(1, values.len() - 1)
    };
    let (column, row) = (right(region.grid.x_values(), place.0), right(region.grid.y_values(), place.1));
    let corners = [(column - 1, row - 1), (column, row - 1), (column - 1, row), (column, row)];
    corners.into_iter().any(|(column, row)| {
        let result = region.grid.at(column, row).unwrap().result;
        result.is_some_and(|result| region.requirement.is_met(result))
    })
}

const PAIRS: [(Input, Input); 4] = [
    (Input::CapexNextYear, Input::PowerSlip),
    (Input::AdsGrowth, Input::CapexNextYear),
    (Input::AiPrice, Input::ChipLifeEconomic),
    (Input::PowerAddNextYear, Input::TrainiumMix),
];

const TARGETS: [&str; 4] = ["fcf_ttm@2028Q4", "fcf_trough", "npv", "aws_2030"];

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn the_nearest_place_meets_the_requirement_and_nothing_nearer_does(
        preset in select(PRESETS.iter().map(|preset| preset.id).collect::<Vec<_>>()),
        pair in select(PAIRS.to_vec()),
        target in select(TARGETS.to_vec()),
        condition in select(Condition::ALL.to_vec()),
        (x, y) in (0.0..=1.0, 0.0..=1.0),
    ) {
        let scenario = Preset::from_id(preset).unwrap().scenario();
        let target: Target = target.parse().unwrap();
        // A value that is reached somewhere, so that there is a region.
        let planted = (pair.0.declaration().min + x * width(pair.0), pair.1.declaration().min + y * width(pair.1));
        let value = result(&scenario, pair, planted, target).unwrap();
        let requirement = Requirement { condition, value };
        let region = region(&scenario, pair, target, condition, value);
        let Some(NearestPlace { place, result: reached, distance: nearest }) = region.nearest else {
            // Only what lies between the points of the grid can be overlooked.
            prop_assert!(region.boundary.lines.is_empty() && region.share == 0.0);
            return Ok(());
        };
        prop_assert_eq!(result(&scenario, pair, (place.x, place.y), target), Some(reached));
        prop_assert!(requirement.is_met(reached), "{} {:?}", reached, requirement);
        prop_assert!((distance(&scenario, pair, (place.x, place.y)) - nearest).abs() < 1e-9);

        // Nothing on a fine fan of rays is nearer by more than a part of a cell.
        let slack = 0.25 / (RESOLUTION - 1) as f64;
        for turn in 0..48 {
            let (sin, cos) = (f64::from(turn) / 48.0 * std::f64::consts::TAU).sin_cos();
            for step in 0..16 {
                let way = (nearest - slack) * f64::from(step) / 15.0;
                let other = (
                    scenario.get(pair.0) + way * cos * width(pair.0),
                    scenario.get(pair.1) + way * sin * width(pair.1),
                );
                if way > 0.0 && pair.0.check(other.0).is_ok() && pair.1.check(other.1).is_ok() {
                    let other_result = result(&scenario, pair, other, target).unwrap();
                    let is_nearer = requirement.is_met(other_result) && is_seen(&region, other);
                    prop_assert!(!is_nearer, "{:?} is nearer than {:?}", other, place);
                }
            }
        }
    }
}

/// Found by the property above: in a corner of the plane no ray within it meets the line.
#[test]
fn a_line_that_only_touches_a_corner_is_met() {
    let scenario = Preset::from_id("call").unwrap().scenario();
    let pair = (Input::AiPrice, Input::ChipLifeEconomic);
    let target: Target = "npv".parse().unwrap();
    let planted = (pair.0.declaration().min, pair.1.declaration().min + 0.007151899735833891 * width(pair.1));
    let value = result(&scenario, pair, planted, target).unwrap();
    let region = region(&scenario, pair, target, Condition::Equal, value);
    let nearest = region.nearest.unwrap();
    assert!(region.requirement.is_met(nearest.result));
    assert_eq!(result(&scenario, pair, (nearest.place.x, nearest.place.y), target), Some(nearest.result));
}

#[test]
fn a_scenario_that_meets_it_stays_where_it_is() {
    let scenario = Scenario::default();
    for condition in Condition::ALL {
        let now = result(
            &scenario,
            PAIRS[0],
            (scenario.get(PAIRS[0].0), scenario.get(PAIRS[0].1)),
            Target::default(),
        );
        let region = region(&scenario, PAIRS[0], Target::default(), condition, now.unwrap());
        let nearest = region.nearest.unwrap();
        assert_eq!((nearest.distance, Some(nearest.result)), (0.0, now), "{condition}");
    }
}

#[test]
fn what_nothing_meets_has_no_nearest_place() {
    let region = region(&Scenario::default(), PAIRS[0], Target::default(), Condition::AtLeast, 1e6);
    assert_eq!((region.share, region.nearest), (0.0, None));
    assert!(region.boundary.lines.is_empty());
}

#[test]
fn the_share_is_that_of_the_values_that_meet_it() {
    let scenario = Preset::from_id("latest").unwrap().scenario();
    let share = |condition| region(&scenario, PAIRS[0], Target::default(), condition, 0.0).share;
    let (least, most) = (share(Condition::AtLeast), share(Condition::AtMost));
    assert!(least > 0.0 && most > 0.0 && (least + most - 1.0).abs() < 1e-12, "{least} {most}");
}
