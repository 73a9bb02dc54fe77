//! The analyses on the command line: the library's figures, whatever the number of threads.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use assert_cmd::Command;
use buildout_analysis::{Condition, Goal, GridPlan, Requirement, Side, Study, Survey, Tally, grid, seek};
use buildout_model::{Baseline, Input};
use buildout_scenario::{Preset, Ranges, Scenario};
use serde_json::Value;

fn buildout(arguments: &[&str], threads: &str) -> std::process::Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_buildout"));
    command.env("RAYON_NUM_THREADS", threads).args(arguments).output().unwrap()
}

/// Standard output of a command that must succeed, say nothing else, and print the same on one thread and on several.
fn stdout(arguments: &[&str]) -> String {
    let [alone, several] = ["1", "3"].map(|threads| {
        let output = buildout(arguments, threads);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && said.is_empty(), "{arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    });
    assert_eq!(alone, several, "{arguments:?}: other figures on several threads");
    alone
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(&[arguments, &["--format", "json"]].concat())).unwrap()
}

fn rows(arguments: &[&str]) -> Vec<Vec<String>> {
    let text = stdout(arguments);
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

/// What a command that must fail with `code` says, which must hold every one of `words`.
fn check_failure(arguments: &[&str], code: i32, words: &[&str]) {
    let output = buildout(arguments, "2");
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(code), "{arguments:?}: {said}");
    assert!(output.stdout.is_empty(), "{arguments:?}: figures beside an error");
    for word in words {
        assert!(said.contains(word), "{arguments:?}: '{said}' does not name '{word}'");
    }
}

fn late() -> Scenario {
    Preset::from_id("what-happened").unwrap().scenario()
}

const SEEK: [&str; 7] = ["seek", "--preset", "what-happened", "--input", "power_slip", "--value", "20"];
const GRID: [&str; 9] =
    ["grid", "--x", "capex_next_year", "--y", "power_slip", "--target", "fcf_ttm@2028Q4", "--nx", "6"];

#[test]
fn seek_prints_what_the_library_finds() {
    let sought = seek(&late(), 41, Input::PowerSlip, "fcf_trough".parse().unwrap(), 20.0);
    let rows = rows(&SEEK);
    assert_eq!(rows[0], ["finding", "from", "to", "result_from", "result_to"]);
    let solutions: Vec<_> = sought.solutions().collect();
    assert!(solutions.len() == 3 && rows.len() == 4, "{rows:?}");
    let json = json(&SEEK);
    for (place, solution) in solutions.iter().enumerate() {
        let [value, result] = [solution.value, solution.result].map(|number| number.to_string());
        assert_eq!(rows[place + 1], ["solution", &value, &value, &result, &result]);
        assert_eq!(json["solutions"][place]["value"], solution.value);
    }
    assert_eq!(json["at_least"].as_array().unwrap().len(), sought.meeting(Condition::AtLeast).len());
    let table = stdout(&[&SEEK[..], &["--format", "table"]].concat());
    assert!(table.contains("now        0 gives -12.7001") && table.contains("solution   2.95017"), "{table}");
}

#[test]
fn seek_says_where_nothing_solves() {
    let trough = |input, value| ["seek", "--input", input, "--target", "fcf_trough", "--value", value];
    let nearest = json(&trough("capex_next_year", "-20"));
    assert_eq!(nearest["solutions"].as_array().unwrap().len(), 0);
    assert!(nearest["nearest"]["result"].as_f64().unwrap() > -20.0, "{nearest}");
    let still = json(&trough("discount_rate", "5"));
    assert_eq!(still["is_moved"], false);
    let table = stdout(&[&trough("discount_rate", "5")[..], &["--format", "table"]].concat());
    assert!(table.contains("discount_rate does not move fcf_trough"), "{table}");
    let shocked =
        ["seek", "--set", "shock_size=0.5", "--input", "shock_year", "--target", "ai_revenue@2031Q4"];
    let jumps = rows(&[&shocked[..], &["--value", "45"]].concat());
    assert!(jumps.iter().any(|row| row[0] == "jump"), "{jumps:?}");
}

#[test]
fn seek_ends_with_the_run_that_is_asked_for() {
    let rate = |quarters| {
        json(&["seek", "--input", "ai_price", "--target", "irr", "--value", "0.1", "--quarters", quarters])
    };
    assert_ne!(rate("20")["solutions"], rate("41")["solutions"]);
    let by_link =
        json(&["seek", "#1~2025q3~H_2030", "--input", "ai_price", "--target", "irr", "--value", "0.1"]);
    assert_eq!(by_link["solutions"], rate("21")["solutions"]);
}

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

/// The draws of a study, one after the other.
fn drawn(study: &Study) -> (Survey, Tally) {
    let survey = Survey::new(study);
    let mut tally = survey.tally();
    (0..survey.parts()).for_each(|part| survey.count(part, &mut tally));
    (survey, tally)
}

/// The cell of a column in the row that begins with `names`.
fn number(rows: &[Vec<String>], names: [&str; 2], column: &str) -> f64 {
    let place = rows[0].iter().position(|name| name == column).unwrap();
    rows.iter().find(|row| row[..2] == names).unwrap()[place].parse().unwrap()
}

#[test]
fn uncertainty_prints_the_draws_of_the_library() {
    let mut ranges = Ranges::default();
    ranges.switch_off(Input::PowerSlip);
    ranges.set(Input::AiPrice, 0.6, 1.1).unwrap();
    let study = Study { ranges, seed: 7, draws: 2_000, ..Study::new(late(), 21) };
    let (survey, tally) = drawn(&study);
    let arguments = [
        "uncertainty",
        "--preset",
        "what-happened",
        "--quarters",
        "21",
        "--seed",
        "7",
        "--draws",
        "2000",
        "--range",
        "power_slip=off",
        "--range",
        "ai_price=0.6..1.1",
        "--above",
        "-20",
    ];
    let rows = rows(&arguments);
    assert_eq!(rows.len(), 1 + Goal::ALL.len());
    let run = late().run(21);
    for goal in Goal::ALL {
        let drawn = survey.goal(&tally, Side::Scenario, goal).unwrap();
        let of = |column| number(&rows, ["current", goal.id()], column);
        assert_eq!(of("run"), goal.read(late().inputs(), &run).unwrap());
        assert_eq!(
            [of("p5"), of("p50"), of("p95")],
            [0.05, 0.5, 0.95].map(|share| drawn.quantile(share).unwrap())
        );
        assert_eq!(of("share_above"), drawn.share_above(-20.0).unwrap());
        let error = survey.error(&tally, Side::Scenario, goal, |drawn| drawn.quantile(0.5));
        assert_eq!(of("p50_error"), error.unwrap());
    }
    let json = json(&arguments);
    assert_eq!((json["draws"].as_u64(), json["seed"].as_u64()), (Some(2_000), Some(7)));
    assert!(!json["inputs_drawn"].as_array().unwrap().iter().any(|input| input == "power_slip"));
    let turned = survey.turned_by(&tally, Side::Scenario);
    for (row, share) in json["fcf_positive_by"].as_array().unwrap().iter().zip(turned) {
        assert_eq!(row["share"], share);
    }
    assert_eq!(json["figures"][0]["fan"]["p95"], number(&rows, ["current", "fcf_trough"], "p95"));
    let table = stdout(&[&arguments[..], &["--format", "table"]].concat());
    assert!(table.contains("2000 draws, seed 7") && table.contains("above -20"), "{table}");
}

#[test]
fn a_series_is_a_figure_of_every_quarter() {
    let arguments =
        ["uncertainty", "--series", "fcf_ttm", "--series", "power", "--quarters", "6", "--draws", "500"];
    let figures: Vec<_> = rows(&arguments).into_iter().skip(1).map(|row| row[1].clone()).collect();
    assert_eq!(figures.len(), 12);
    assert_eq!((figures[0].as_str(), figures[11].as_str()), ("fcf_ttm@2025Q4", "power@2027Q1"));
    let alone = ["uncertainty", "--target", "power@2027Q1", "--quarters", "6", "--draws", "500"];
    assert_eq!(rows(&alone)[1], rows(&arguments)[12]);
}

#[test]
fn a_link_of_two_scenarios_compares_them_draw_by_draw() {
    let link = "#1~2025q3~cg_0.17~D_600~S_3~~2025q3";
    let rows = rows(&["uncertainty", link, "--target", "aws_2030", "--target", "power@2026Q4"]);
    let sides: Vec<_> = rows.iter().skip(1).map(|row| row[0].as_str()).collect();
    assert_eq!(sides, ["current", "current", "base", "base", "difference", "difference"]);
    let of = |side, column| number(&rows, [side, "aws_2030"], column);
    assert_eq!(of("difference", "share_above"), 1.0, "more core growth is more sales in every draw");
    assert!((of("difference", "run") - (of("current", "run") - of("base", "run"))).abs() < 1e-9);
    let json = json(&["uncertainty", link]);
    assert_eq!((json["draws"].as_u64(), json["seed"].as_u64()), (Some(600), Some(3)));
}

#[test]
fn mistakes_name_the_thing_the_value_and_what_is_allowed() {
    let seek = |more: &[&'static str]| [&["seek", "--input", "power_slip", "--value", "20"], more].concat();
    check_failure(&["seek", "--input", "slip", "--value", "1"], 2, &["--input", "'slip'", "125 ids"]);
    check_failure(
        &["seek", "--input", "power_slip", "--value", "much"],
        2,
        &["--value", "'much'", "not a number"],
    );
    check_failure(&["seek", "--input", "power_slip", "--value", "inf"], 2, &["--value", "inf", "finite"]);
    check_failure(&["seek", "--input", "power_slip"], 2, &["--value"]);
    check_failure(&seek(&["--target", "fcf"]), 2, &["--target", "'fcf'", "fcf_trough", "fcf_ttm@2028Q4"]);
    check_failure(&seek(&["--target", "fcf@2050Q4"]), 2, &["fcf@2050Q4", "2025Q4 to 2035Q4"]);
    check_failure(&seek(&["--target", "aws_2030", "--quarters", "8"]), 2, &["aws_2030", "2025Q4 to 2027Q3"]);
    check_failure(&seek(&["--set", "pue=9"]), 2, &["pue = 9", "1.03 to 1.6"]);
    let draw = |more: &[&'static str]| [&["uncertainty", "--draws", "500"], more].concat();
    check_failure(&["uncertainty", "--draws", "499"], 2, &["--draws", "'499'", "500..=1000000"]);
    check_failure(&draw(&["--seed", "-1"]), 2, &["--seed", "-1"]);
    check_failure(&draw(&["--series", "fcf_tt"]), 2, &["--series", "'fcf_tt'", "data/outputs.csv"]);
    check_failure(&draw(&["--target", "npv@2030"]), 2, &["--target", "'npv@2030'"]);
    check_failure(&draw(&["--above", "x"]), 2, &["--above", "'x'"]);
    check_failure(&draw(&["--range", "pue"]), 2, &["--range", "ID=LOW..HIGH"]);
    check_failure(&draw(&["--range", "pue=1.2"]), 2, &["--range", "pue", "'1.2'"]);
    check_failure(&draw(&["--range", "pue=a..2"]), 2, &["--range", "pue", "'a'"]);
    check_failure(&draw(&["--range", "pues=off"]), 2, &["--range", "'pues'"]);
    check_failure(&draw(&["--range", "pue=1.2..1.3"]), 2, &["pue", "1.2 to 1.3", "0 to 1 and from 1 to 10"]);
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
