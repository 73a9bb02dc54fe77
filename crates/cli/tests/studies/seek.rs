//! `seek`.

use crate::run::{check_failure, json, late, rows, stdout};
use buildout_analysis::{Condition, seek};
use buildout_model::Input;

const SEEK: [&str; 7] = ["seek", "--preset", "what-happened", "--input", "power_slip", "--value", "20"];

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
}
