//! One unit more of the tightest limit, quarter by quarter.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]

use buildout_analysis::{OneMoreNow, RELIEF_QUARTERS, one_more_now};
use buildout_model::{Limit, MAX_QUARTERS, Relief};
use buildout_scenario::{PRESETS, Scenario};

fn all() -> impl Iterator<Item = (Scenario, Vec<OneMoreNow>)> {
    PRESETS.iter().map(|preset| {
        let scenario = preset.scenario();
        (scenario, one_more_now(&scenario, MAX_QUARTERS))
    })
}

#[test]
fn every_quarter_names_its_limit_and_what_more_of_it_brings() {
    for (scenario, rows) in all() {
        let run = scenario.run(MAX_QUARTERS);
        assert_eq!(rows.len(), MAX_QUARTERS);
        for (place, (row, (quarter, figures))) in rows.iter().zip(run.quarters()).enumerate() {
            assert_eq!((row.quarter, row.limit), (quarter, figures.binding_limit()));
            assert_eq!(row.ai_sales.is_some(), place + RELIEF_QUARTERS <= MAX_QUARTERS);
            // Where chips wait for power or the supply shrinks, more of the tightest limit may put none to work at once.
            assert!(row.ai_it >= -1e-9, "{quarter}: {row:?}");
            assert!(row.ai_it.is_finite() && row.ai_sales.is_none_or(f64::is_finite));
        }
    }
}

#[test]
fn a_limit_that_binds_is_worth_something_and_one_that_does_not_is_worth_nothing() {
    let scenario = Scenario::default();
    let run = scenario.run(MAX_QUARTERS);
    let rows = one_more_now(&scenario, MAX_QUARTERS);
    let worth: Vec<_> = rows.iter().filter(|row| row.ai_it > 0.01).collect();
    assert!(worth.len() > MAX_QUARTERS / 2, "{} quarters gain from more of their limit", worth.len());

    let (place, figures) = run
        .figures()
        .iter()
        .enumerate()
        .find(|(_, figures)| {
            let next = [figures.limit_power, figures.limit_chips, figures.limit_demand];
            figures.binding_limit() == Limit::Capital
                && next.into_iter().all(|limit| limit > figures.limit_capital + 0.1)
        })
        .unwrap();
    let mut relieved = scenario.run(0);
    let relief = Relief { limit: Limit::Chips, place, amount: 1.0 };
    relieved.rerun_relieved(scenario.baseline(), scenario.inputs(), MAX_QUARTERS, Some(relief));
    assert_eq!(relieved.figures()[place].ai_it, figures.ai_it, "more chips are not bought without money");
}

#[test]
fn the_next_limit_takes_over_where_a_unit_is_more_than_there_is_room_for() {
    let changed = all().flat_map(|(_, rows)| rows).filter(|row| row.then != row.limit).count();
    assert!(changed > 0);
}
