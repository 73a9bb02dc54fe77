//! `sensitivity` and `bridge`.

use crate::run::{check_failure, json, late, rows, stdout};
use buildout_analysis::{BridgePlan, VariancePlan, slopes, tornado};
use buildout_scenario::{Ranges, Scenario};

const SENSITIVITY: [&str; 7] =
    ["sensitivity", "--preset", "what-happened", "--target", "npv", "--rows", "64"];
const BRIDGE: [&str; 5] = ["bridge", "--preset", "what-happened", "--target", "npv"];

#[test]
fn sensitivity_prints_what_the_library_finds() {
    let (scenario, target) = (late(), "npv".parse().unwrap());
    let gusts = tornado(&scenario, 41, target, &Ranges::default());
    let plan = VariancePlan::new(&scenario, 41, target, &Ranges::default(), 1, 64);
    let shares = plan.shares((0..plan.parts()).map(|part| plan.part(part)).collect()).unwrap();
    let (rows, json) = (rows(&SENSITIVITY), json(&SENSITIVITY));
    assert_eq!(rows.len(), gusts.len() + 1);
    for ((row, gust), object) in rows[1..].iter().zip(&gusts).zip(json["inputs"].as_array().unwrap()) {
        let slope = slopes(&scenario, 41, target, &[gust.input])[0];
        let share = shares.inputs.iter().find(|share| share.input == gust.input).unwrap();
        assert_eq!(row[0], gust.input.id());
        assert_eq!(row[5], gust.at_low.unwrap().to_string());
        assert_eq!(row[7], slope.per_unit.unwrap().to_string());
        assert_eq!(row[11], share.total.share.to_string());
        assert_eq!(object["high"]["result"], gust.at_high.unwrap());
        assert_eq!(object["variance"]["first"], share.first.share);
    }
    assert_eq!(json["grades"].as_array().unwrap().len(), 4);
    let all = json_len(&["sensitivity", "--ranges", "all"]);
    assert_eq!((all, json_len(&["sensitivity", "--ranges", "primary"])), (125, 19));
    let table = stdout(&[&SENSITIVITY[..], &["--format", "table"]].concat());
    assert!(table.contains("of the variance rests on what is assumed"), "{table}");
}

fn json_len(arguments: &[&str]) -> usize {
    json(arguments)["inputs"].as_array().unwrap().len()
}

#[test]
fn a_bridge_adds_up_to_the_difference() {
    let (to, target) = (late(), "npv".parse().unwrap());
    let plan = BridgePlan::new(&Scenario::base(to.baseline()), &to, 41, target, 1);
    let want = plan.bridge((0..plan.parts()).map(|part| plan.part(part)).collect()).unwrap();
    let rows = rows(&BRIDGE);
    assert_eq!((rows[1][0].as_str(), rows[rows.len() - 1][0].as_str()), ("start", "end"));
    for (row, bar) in rows[2..].iter().zip(&want.bars) {
        assert_eq!(row[3], bar.contribution.to_string());
    }
    let json = json(&BRIDGE);
    let changes = json["changes"].as_array().unwrap();
    let sum: f64 = changes.iter().map(|change| change["contribution"].as_f64().unwrap()).sum();
    let [from, to] = ["from", "to"].map(|end| json[end].as_f64().unwrap());
    assert!(!changes.is_empty() && (from + sum - to).abs() < 1e-9 * to.abs(), "{json}");
    let table = stdout(&[&BRIDGE[..], &["--format", "table"]].concat());
    assert!(table.starts_with("start") && table.contains("end"), "{table}");
}

#[test]
fn a_bridge_starts_where_it_is_told_to() {
    let link = "#1~2025q3~cx1_250~~2025q3~cx1_180";
    let by_link = json(&["bridge", link, "--target", "fcf_2030"]);
    let told =
        json(&["bridge", "#1~2025q3~cx1_250", "--against", "#1~2025q3~cx1_180", "--target", "fcf_2030"]);
    assert_eq!(by_link, told);
    assert_eq!(told["changes"][0]["from"], 180.0);
    let other = json(&["bridge", "--baseline", "2026q2", "--against", "#1~2025q3", "--target", "aws_2030"]);
    assert_eq!(other["changes"][0]["from"], "2025q3");
}

#[test]
fn mistakes_are_named() {
    check_failure(&["sensitivity", "--rows", "-1"], 2, &["--rows", "-1"]);
    check_failure(&["sensitivity", "--target", "wealth"], 2, &["'wealth'", "fcf_trough"]);
    check_failure(&["sensitivity", "--ranges", "wide"], 2, &["wide", "primary"]);
    check_failure(&["bridge", "--target", "fcf_ttm@2050Q4"], 2, &["fcf_ttm@2050Q4", "2035Q4"]);
}
