//! Two-way grids: values, what binds, contour lines, and the region that meets a requirement.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{Goal, Grid, GridError, GridPlan, GridRows, MOST_GRID_VALUES, Place, Target, grid};
use buildout_model::{Input, Limit, MAX_QUARTERS};
use buildout_scenario::{Preset, Scenario};
use proptest::{prelude::*, sample::select};

const X: Input = Input::CapexNextYear;
const Y: Input = Input::PowerSlip;

fn moved(scenario: &Scenario, x: (Input, f64), y: (Input, f64)) -> Scenario {
    let mut moved = *scenario;
    moved.set(x.0, x.1).unwrap();
    moved.set(y.0, y.1).unwrap();
    moved
}

fn result(scenario: &Scenario, target: Target) -> Option<f64> {
    target.read(scenario.inputs(), &scenario.run(MAX_QUARTERS))
}

/// A target that both inputs move, with the values of a grid.
fn plan(target: &str, nx: usize, ny: usize) -> GridPlan {
    let scenario = Preset::from_id("latest").unwrap().scenario();
    GridPlan::new(&scenario, MAX_QUARTERS, X, Y, target.parse().unwrap(), nx, ny).unwrap()
}

fn whole(plan: &GridPlan) -> Grid {
    plan.grid(vec![plan.rows(0..plan.row_count())]).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_cell_is_the_run_of_its_values(
        pair in select(vec![(X, Y), (Input::TrainiumMix, Input::AiPrice), (Input::DiscountRate, Input::TaxRate)]),
        goal in select(Goal::ALL.to_vec()),
        (nx, ny) in (2..7_usize, 2..7_usize),
    ) {
        let (x, y) = pair;
        let scenario = Scenario::default();
        let grid = grid(&scenario, MAX_QUARTERS, x, y, Target::Headline(goal), nx, ny).unwrap();
        prop_assert_eq!((grid.x_values().len(), grid.y_values().len(), grid.cells().len()), (nx, ny, nx * ny));
        for (input, values) in [(x, grid.x_values()), (y, grid.y_values())] {
            let declaration = input.declaration();
            prop_assert_eq!((values[0], values[values.len() - 1]), (declaration.min, declaration.max));
            let step = (declaration.max - declaration.min) / (values.len() - 1) as f64;
            prop_assert!(values.windows(2).all(|pair| (pair[1] - pair[0] - step).abs() < 1e-9 * step.max(1.0)));
        }
        for (row, y_value) in grid.rows().zip(grid.y_values()) {
            for (cell, x_value) in row.iter().zip(grid.x_values()) {
                prop_assert_eq!((cell.x, cell.y), (*x_value, *y_value));
                let moved = moved(&scenario, (x, cell.x), (y, cell.y));
                prop_assert_eq!(cell.result, result(&moved, Target::Headline(goal)));
            }
        }
        prop_assert_eq!(grid.now().result, result(&scenario, Target::Headline(goal)));
        prop_assert_eq!((grid.now().x, grid.now().y), (scenario.get(x), scenario.get(y)));
    }

    #[test]
    fn rows_in_any_order_make_the_same_grid(
        cuts in prop::collection::vec(0..=9_usize, 0..5),
        rotated in 0..6_usize,
    ) {
        let plan = plan("fcf_ttm@2028Q4", 5, 9);
        let mut cuts: Vec<_> = cuts.into_iter().chain([0, 9]).collect();
        cuts.sort_unstable();
        let mut parts: Vec<_> = cuts.windows(2).map(|pair| plan.rows(pair[0]..pair[1])).collect();
        let count = parts.len();
        parts.rotate_left(rotated % count);
        prop_assert_eq!(plan.grid(parts).unwrap(), whole(&plan));
    }
}

#[test]
fn rows_are_read_as_they_were_written() {
    let scenario = Scenario::default();
    // Two quarters of little CapEx have no rate of return.
    let rate = "irr".parse().unwrap();
    let rates = GridPlan::new(&scenario, 2, Input::CapexThisYear, Y, rate, 7, 4).unwrap();
    assert!(rates.rows(0..4).cells.iter().any(|cell| cell.result.is_none()));
    for plan in [rates, plan("fcf_ttm@2028Q4", 7, 4)] {
        for part in [0..4, 1..3, 3..4, 2..2] {
            let rows = plan.rows(part);
            assert_eq!(plan.read_rows(&rows.to_bytes()).unwrap(), rows);
        }
        let bytes = plan.rows(2..4).to_bytes();
        let mut no_limit = bytes.clone();
        no_limit[12] = 4;
        let mut too_late = bytes.clone();
        too_late[0] = 3;
        let short = &bytes[..bytes.len() - 1];
        let part_of_a_row = &bytes[..bytes.len() - 9];
        for damaged in [&[], short, part_of_a_row, &no_limit, &too_late] {
            assert_eq!(plan.read_rows(damaged), None, "{damaged:?}");
        }
    }
}

#[test]
fn a_row_that_is_missing_or_twice_is_refused() {
    let plan = plan("npv", 3, 6);
    let check = |parts: Vec<GridRows>, row| {
        assert_eq!(plan.grid(parts).unwrap_err(), GridError::MissingRow(row));
    };
    check(vec![], 0);
    check(vec![plan.rows(0..5)], 5);
    check(vec![plan.rows(0..2), plan.rows(3..6)], 2);
    check(vec![plan.rows(0..3), plan.rows(2..6)], 3);
    check(vec![plan.rows(0..6), plan.rows(0..6)], 6);
    assert_eq!(plan.rows(4..99).cells.len(), 6);
}

#[test]
fn what_is_no_grid_is_named() {
    let error = |x, y, nx, ny| {
        grid(&Scenario::default(), MAX_QUARTERS, x, y, Target::default(), nx, ny).unwrap_err().to_string()
    };
    assert!(error(X, X, 5, 5).contains("capex_next_year is given for both axes"));
    assert_eq!(error(X, Y, 1, 5), "1 values of capex_next_year are outside 2 to 501");
    assert_eq!(error(X, Y, 5, MOST_GRID_VALUES + 1), "502 values of power_slip are outside 2 to 501");
}

#[test]
fn the_limit_of_a_cell_is_the_one_that_binds_most() {
    for (target, quarters) in [("fcf_trough", MAX_QUARTERS), ("fcf_ttm@2028Q4", 10), ("capex@2026Q3", 1)] {
        let plan = plan(target, 4, 4);
        for cell in whole(&plan).cells() {
            let moved = moved(plan.scenario(), (X, cell.x), (Y, cell.y));
            let trajectory = moved.run(quarters);
            let count = |limit: Limit| {
                trajectory.figures().iter().filter(|figures| figures.binding_limit() == limit).count()
            };
            let binding = cell.binding.unwrap();
            let most = Limit::ALL.into_iter().map(count).max().unwrap();
            assert_eq!(count(binding), most, "{target} {cell:?}");
            let first = Limit::ALL.into_iter().find(|limit| count(*limit) == most);
            assert_eq!(Some(binding), first, "{target} {cell:?}");
        }
    }
}

#[test]
fn limits_differ_over_the_map() {
    let map = whole(&plan("fcf_trough", 9, 9));
    let distinct =
        Limit::ALL.into_iter().filter(|limit| map.cells().iter().any(|cell| cell.binding == Some(*limit)));
    assert!(distinct.count() >= 2, "little money and late power hold back at different places");
}

/// How the target changes over one cell beside a place, at most: what interpolation can be off by.
fn steepest(map: &Grid, place: Place) -> f64 {
    let near = |values: &[f64], value: f64| {
        let right = values.partition_point(|candidate| *candidate < value);
        (right.saturating_sub(1), right.min(values.len() - 1))
    };
    let (left, right) = near(map.x_values(), place.x);
    let (low, high) = near(map.y_values(), place.y);
    let corners = [(left, low), (right, low), (left, high), (right, high)];
    let results = corners.map(|(column, row)| map.at(column, row).unwrap().result.unwrap());
    results.iter().fold(f64::NEG_INFINITY, |a, b| a.max(*b))
        - results.iter().fold(f64::INFINITY, |a, b| a.min(*b))
}

#[test]
fn the_model_has_the_level_on_a_contour() {
    for (target, level) in [("fcf_trough", -10.0), ("fcf_ttm@2029Q4", 100.0), ("npv", 300.0)] {
        let plan = plan(target, 33, 33);
        let map = whole(&plan);
        let contour = map.contour(level);
        assert!(contour.lines.iter().any(|line| line.len() > 5), "{target}: {contour:?}");
        for place in contour.lines.iter().flatten() {
            let moved = moved(plan.scenario(), (X, place.x), (Y, place.y));
            let off = (result(&moved, target.parse().unwrap()).unwrap() - level).abs();
            assert!(off <= steepest(&map, *place) + 1e-9, "{target} {place:?}: off by {off}");
        }
    }
}

#[test]
fn contours_part_what_is_above_from_what_is_below() {
    let map = whole(&plan("fcf_trough", 21, 21));
    let (low, high) = map.extent().unwrap();
    for share in 1..10 {
        let level = low + (high - low) * f64::from(share) / 10.0;
        let lines = map.contour(level).lines;
        // Every pair of neighbours on different sides has one place of a line between them.
        let crossings = |cells: &mut dyn Iterator<Item = (Option<f64>, Option<f64>)>| {
            cells.filter(|(a, b)| (a.unwrap() >= level) != (b.unwrap() >= level)).count()
        };
        let across = crossings(
            &mut map.rows().flat_map(|row| row.windows(2)).map(|pair| (pair[0].result, pair[1].result)),
        );
        let up = crossings(
            &mut map.cells().iter().zip(map.cells().iter().skip(21)).map(|(a, b)| (a.result, b.result)),
        );
        let closed = lines.iter().filter(|line| line.first() == line.last()).count();
        let places: usize = lines.iter().map(Vec::len).sum();
        assert_eq!(places - closed, across + up, "level {level}");
    }
    assert!(map.contour(high + 1.0).lines.is_empty() && map.contour(low - 1.0).lines.is_empty());
}
