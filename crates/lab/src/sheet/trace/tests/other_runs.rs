//! Points of other runs than the scenario's, and what a change brings: as the analyses have them, and as equations.

use super::*;
use buildout_analysis::{one_more, one_more_now};
use buildout_model::Headline;

const LINK: &str = "1~2025q3~cx1_180~psl_1~H_2031~~2025q3~cx1_140";
const QUARTERS: usize = 25;

fn scenarios() -> (Scenario, Scenario) {
    let link = Link::decode(LINK).link;
    (link.scenario, link.compared.unwrap())
}

/// The value that a sheet shows first, and that of its equation of names, where it has one.
fn shown(name: &str) -> (f64, Option<f64>) {
    let text = sheet(LINK, &format!("trace={name}"));
    let document = Document::parse(&text).unwrap();
    let with =
        |name: &str, value: &str| document.descendants().find(|node| node.attribute(name) == Some(value));
    let traced = with("class", "traced").unwrap_or_else(|| panic!("{name}: {text}"));
    let value = traced.descendants().find_map(|node| node.attribute("data-value")).unwrap().parse().unwrap();
    let equation = with("data-equation", "names").or_else(|| with("data-equation", "change"));
    (value, equation.map(worked_out::value_of))
}

fn check(name: &str, want: f64) {
    let (value, equation) = shown(name);
    let is_same = |got: f64| (got - want).abs() <= TOLERANCE * want.abs().max(1.0);
    assert!(is_same(value), "{name}: {value} instead of {want}");
    if let Some(equation) = equation {
        assert!(is_same(equation), "{name}: its equation gives {equation} instead of {want}");
    }
}

#[test]
fn a_point_of_another_run_is_of_that_run() {
    let (scenario, other) = scenarios();
    let quarter = Quarter::parse("2028Q3").unwrap();
    let of = |scenario: &Scenario| scenario.run(QUARTERS).at(quarter).unwrap().fcf;
    let mut slipped = scenario;
    slipped.set(Input::PowerSlip, 4.0).unwrap();
    for (name, want) in [
        ("output:fcf@2028Q3", of(&scenario)),
        ("output:fcf@2028Q3!other", of(&other)),
        ("output:fcf@2028Q3!power_slip=4", of(&slipped)),
        ("change:output:fcf@2028Q3!!other!1", of(&scenario) - of(&other)),
        ("change:output:fcf@2028Q3!power_slip=4!!4", 4.0 * (of(&slipped) - of(&scenario))),
        ("change:input:capex_next_year!!other!1", 40.0),
    ] {
        check(name, want);
    }
    // Without a pinned scenario it is the base case.
    let text = sheet("1~2025q3~cx1_180", "trace=input:capex_next_year!other");
    assert!(text.contains("In the base case."), "{text}");
    assert!(text.contains(&format!("data-value=\"{}\"", Scenario::default().get(Input::CapexNextYear))));
}

#[test]
fn what_a_change_brings_to_a_headline_is_the_difference_of_both() {
    let (scenario, other) = scenarios();
    let [now, then] = [scenario, other].map(|one| one.headline(&one.run(QUARTERS)).unwrap());
    check("change:headline:npv!!other!1", now.npv - then.npv);
    let quarters = now.fcf_trough_quarter.index() - then.fcf_trough_quarter.index();
    let (value, _) = shown("change:headline:fcf_trough_quarter!!other!1");
    assert_eq!(value, f64::from(quarters));
}

/// Each cell of the tables of one unit more, as the page asks for it.
#[test]
fn one_unit_more_is_what_its_table_says() {
    let (scenario, _) = scenarios();
    for more in one_more(&scenario, QUARTERS) {
        let by = format!("{}={}", more.input.id(), scenario.get(more.input) + more.step);
        let scale = more.unit / more.step;
        let sales = format!("change:output:ai_revenue@{}!{by}!!{}", Headline::OUTLOOK_QUARTER, 4.0 * scale);
        check(&sales, more.ai_sales_2030.unwrap());
        check(&format!("change:headline:fcf_2030!{by}!!{scale}"), more.fcf_2030.unwrap());
    }
    for more in one_more_now(&scenario, QUARTERS).into_iter().step_by(12) {
        let (limit, quarter) = (more.limit.id(), more.quarter);
        check(&format!("change:output:ai_it@{quarter}!relief:{limit}@{quarter}!!1"), more.ai_it);
        if let Some(sales) = more.ai_sales {
            let last = quarter.plus(3);
            check(&format!("change:year:ai_revenue@{last}!relief:{limit}@{quarter}!!1"), sales);
        }
    }
}

#[test]
fn what_leads_on_stays_in_the_run() {
    let text = sheet(LINK, "trace=output:fcf@2028Q3!other").replace('\n', "&#10;");
    let document = Document::parse(&text).unwrap();
    let names: Vec<Choices> =
        document.descendants().filter_map(|node| node.attribute("data-choose")).map(Choices::read).collect();
    let names: Vec<&str> = names.iter().filter_map(|choices| choices.get(TRACE)).collect();
    let (own, in_other): (Vec<&str>, Vec<&str>) = names.iter().partition(|name| !name.ends_with("!other"));
    assert_eq!(own, ["output:fcf@2028Q3"], "only the way to the scenario itself leaves the run");
    assert!(in_other.len() > 5, "{names:?}");
}
