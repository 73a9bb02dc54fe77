//! `uncertainty`.

use crate::run::{check_failure, json, late, rows, stdout};
use buildout_analysis::{Goal, Side, Study, Survey, Tally};
use buildout_model::Input;
use buildout_scenario::Ranges;

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
}
