//! `grid`.

use crate::run::{check_failure, json, rows, stdout};
use buildout_analysis::{Condition, GridPlan, Requirement, grid};
use buildout_model::{Baseline, Input};
use buildout_scenario::Scenario;

const GRID: [&str; 9] =
    ["grid", "--x", "capex_next_year", "--y", "power_slip", "--target", "fcf_ttm@2028Q4", "--nx", "6"];

#[test]
fn grid_prints_what_the_library_computes() {
    let target = "fcf_ttm@2028Q4".parse().unwrap();
    let (x, y) = (Input::CapexNextYear, Input::PowerSlip);
    let map = grid(&Scenario::base(Baseline::default()), 41, x, y, target, 6, 41).unwrap();
    let rows = rows(&GRID);
    assert_eq!(rows[0], ["capex_next_year", "power_slip", "fcf_ttm@2028Q4", "binding"]);
    assert_eq!(rows.len(), 1 + map.cells().len());
    let json = json(&GRID);
    for (place, (row, cell)) in rows.iter().skip(1).zip(map.cells()).enumerate() {
        let numbers: Vec<f64> = row.iter().take(3).map(|cell| cell.parse().unwrap()).collect();
        assert_eq!(numbers, [cell.x, cell.y, cell.result.unwrap()]);
        assert_eq!(row[3], cell.binding.unwrap().id());
        assert_eq!(json["results"][place / 6][place % 6], cell.result.unwrap());
        assert_eq!(json["binding"][place / 6][place % 6], cell.binding.unwrap().id());
    }
    assert_eq!(json["now"]["result"], map.now().result.unwrap());
    let contours = json["contours"].as_array().unwrap();
    assert!(contours.len() > 3, "{contours:?}");
    for contour in contours {
        let lines = map.contour(contour["level"].as_f64().unwrap()).lines;
        assert_eq!(contour["lines"].as_array().unwrap().len(), lines.len());
        assert_eq!(contour["lines"][0][0][0], lines[0][0].x);
    }
}

#[test]
fn grid_prints_one_map_or_marks_a_region() {
    let header = |more: &[&str]| rows(&[&GRID[..], &["--ny", "3"], more].concat())[0].clone();
    assert_eq!(header(&["--map", "value"]), ["capex_next_year", "power_slip", "fcf_ttm@2028Q4"]);
    assert_eq!(header(&["--map", "binding"]), ["capex_next_year", "power_slip", "binding"]);

    let required = [&GRID[..], &["--ny", "6", "--at-least", "100"]].concat();
    let target = "fcf_ttm@2028Q4".parse().unwrap();
    let (x, y) = (Input::CapexNextYear, Input::PowerSlip);
    let plan = GridPlan::new(&Scenario::default(), 41, x, y, target, 6, 6).unwrap();
    let requirement = Requirement { condition: Condition::AtLeast, value: 100.0 };
    let region = plan.feasible(plan.grid(vec![plan.rows(0..6)]).unwrap(), requirement);
    let json = json(&required);
    assert_eq!(json["region"]["share"], region.share);
    let nearest = region.nearest.unwrap();
    assert_eq!(json["region"]["nearest"]["x"], nearest.place.x);
    assert_eq!(json["region"]["nearest"]["result"], nearest.result);
    let rows = rows(&required);
    let marked = rows.iter().filter(|row| row[4] == "true").count();
    assert_eq!(marked as f64 / 36.0, region.share);

    let table = stdout(&[&required[..], &["--format", "table"]].concat());
    assert!(table.contains("fcf_ttm@2028Q4 at-least 100: nearest at capex_next_year = "), "{table}");
    let nowhere = stdout(&[&GRID[..], &["--at-least", "100000", "--format", "table"]].concat());
    assert!(nowhere.contains("nowhere on this grid"), "{nowhere}");
}

#[test]
fn mistakes_name_the_thing_the_value_and_what_is_allowed() {
    check_failure(&["grid", "--x", "pue", "--y", "pue"], 2, &["pue", "both axes"]);
    check_failure(&["grid", "--x", "pue", "--y", "fill", "--nx", "1"], 2, &["--nx", "'1'", "2..=501"]);
    check_failure(&["grid", "--x", "pue", "--y", "fill", "--ny", "502"], 2, &["--ny", "'502'", "2..=501"]);
    check_failure(&["grid", "--x", "pue"], 2, &["--y"]);
    check_failure(
        &["grid", "--x", "pue", "--y", "fill", "--at-least", "1", "--equal", "2"],
        2,
        &["--at-least", "--equal"],
    );
}
