//! What the sheet shows of a figure is how the model made it: the equations that it shows, worked out as they are written,
//! give the figure of every output and quarter of every golden scenario.

#[path = "../../../../../trace/tests/golden_scenarios/mod.rs"]
mod golden_scenarios;
mod other_runs;
mod worked_out;

use super::{
    equation::{Equation, Terms},
    *,
};
use crate::choices::Choices;
use buildout_model::{Input, MAX_QUARTERS, Output};
use buildout_scenario::{Language, Link, Scenario};
use golden_scenarios::scenarios;
use roxmltree::Document;

/// Relative, or absolute below 1.
const TOLERANCE: f64 = 1e-9;

#[test]
fn every_equation_shown_gives_the_figure_of_every_golden_scenario() {
    let mut checked = 0;
    for golden in scenarios() {
        let (baseline, inputs) = golden.inputs();
        let trace = Trace::of(baseline, &inputs, MAX_QUARTERS);
        for (place, row) in golden.figures().iter().enumerate() {
            let quarter = baseline.first_quarter().plus(place as i32);
            for (output, want) in Output::ALL.into_iter().zip(row) {
                let cell = trace.cell(trace.output(output, quarter).unwrap()).unwrap();
                let language = Language::English;
                let equation = Equation {
                    trace: &trace,
                    language,
                    terms: Terms::Names,
                    quarter: Some(quarter),
                    trail: "",
                };
                let mut html = Html::default();
                html.element("p", &[], |html| equation.write(html, cell.expression.as_ref().unwrap()));
                let text = html.into_text();
                let document = Document::parse(&text).unwrap();
                let got = worked_out::value_of(document.root_element());
                assert!(
                    (got - want).abs() <= TOLERANCE * want.abs().max(1.0),
                    "{} {quarter} {}: {got} instead of {want} from {text}",
                    golden.name,
                    output.id()
                );
                checked += 1;
            }
        }
    }
    assert_eq!(checked, 23 * MAX_QUARTERS * Output::ALL.len());
}

fn sheet(link: &str, choices: &str) -> String {
    let link = Link::decode(link).link;
    let language = link.view.language.unwrap_or(Language::English);
    let mut sheet = Where::new(Subject { link, language, choices: Choices::read(choices) });
    assert_eq!(sheet.step(), Progress::Done);
    let Written::Html(html) = sheet.write() else { panic!("it leads elsewhere") };
    format!("<sheet>{html}</sheet>")
}

/// Sheets of points of every kind, each with the value that it must show first.
#[test]
fn a_point_of_every_kind_says_its_figure() {
    let mut scenario = Scenario::default();
    scenario.set(Input::CapexNextYear, 180.0).unwrap();
    let trajectory = scenario.run(MAX_QUARTERS);
    let headline = scenario.headline(&trajectory).unwrap();
    let at = |text: &str| Quarter::parse(text).unwrap();
    let run = |output, quarter: &str| trajectory.at(at(quarter)).unwrap().get(output);
    let reported = |output, quarter: &str| {
        buildout_model::ReportedQuarter::at(at(quarter)).unwrap().get(output).unwrap()
    };
    for (name, want) in [
        ("output:fcf@2027Q1", run(Output::Fcf, "2027Q1")),
        ("output:fcf_ttm@2024Q4", reported(Output::FcfTtm, "2024Q4")),
        ("output:ocf@2025Q3", reported(Output::Ocf, "2025Q3")),
        ("reported:capex@2025Q1", reported(Output::Capex, "2025Q1")),
        ("input:capex_next_year", 180.0),
        (
            "share:managed_revenue/aws_revenue@2028Q2",
            run(Output::ManagedRevenue, "2028Q2") / run(Output::AwsRevenue, "2028Q2"),
        ),
        (
            "year:aws_revenue@2026Q1",
            reported(Output::AwsRevenue, "2025Q2")
                + reported(Output::AwsRevenue, "2025Q3")
                + run(Output::AwsRevenue, "2025Q4")
                + run(Output::AwsRevenue, "2026Q1"),
        ),
        ("headline:fcf_trough", headline.fcf_trough),
        ("headline:npv", headline.npv),
        ("headline:aws_2030", headline.aws_2030.unwrap()),
    ] {
        let text = sheet("1~2025q3~cx1_180", &format!("trace={name}"));
        let document = Document::parse(&text).unwrap();
        let traced = document.descendants().find(|node| node.attribute("class") == Some("traced")).unwrap();
        let shown = traced.descendants().find_map(|node| node.attribute("data-value")).unwrap();
        let shown: f64 = shown.parse().unwrap();
        assert!((shown - want).abs() <= 1e-12 * want.abs(), "{name}: {shown} instead of {want}");
    }
}

#[test]
fn present_values_add_up_to_the_headline() {
    let scenario = Scenario::default();
    let headline = scenario.headline(&scenario.run(MAX_QUARTERS)).unwrap();
    for (name, want, most) in [
        ("npv", headline.npv, 1e-9),
        ("npv_without_book", headline.npv_without_book, 1e-9),
        ("irr", 0.0, 1e-6),
    ] {
        let text = sheet("1~2025q3", &format!("trace=headline:{name}"));
        let document = Document::parse(&text).unwrap();
        let sum: f64 =
            document.descendants().find_map(|node| node.attribute("data-sum")).unwrap().parse().unwrap();
        assert!((sum - want).abs() <= most * want.abs().max(1.0), "{name}: {sum} instead of {want}");
    }
}

#[test]
fn every_button_leads_to_a_point_and_the_way_back_is_kept() {
    let scenario = Scenario::default();
    let trace = Trace::of(scenario.baseline(), scenario.inputs(), 9);
    let headline = scenario.headline(&scenario.run(9));
    let mut names = vec![FIRST.to_owned()];
    let mut place = 0;
    while place < names.len().min(80) {
        let text = sheet("1~2025q3~H_2027", &format!("trace={}\ntrail=input:pue|headline:npv", names[place]));
        // An attribute's line ends are spaces to XML, but not to the page.
        let text = text.replace('\n', "&#10;");
        let document = Document::parse(&text).unwrap();
        for choices in document.descendants().filter_map(|node| node.attribute("data-choose")) {
            let choices = Choices::read(choices);
            let name = choices.get(TRACE).unwrap();
            assert!(Point::read(&trace, headline.as_ref(), name).is_some(), "{name} leads nowhere");
            if let Some(trail) = choices.get(TRAIL) {
                // Coming back to a point that was passed forgets those after it.
                let passed =
                    ["input:pue", "headline:npv"].into_iter().take_while(|passed| *passed != names[place]);
                let want: Vec<&str> = passed.chain([names[place].as_str()]).collect();
                assert_eq!(trail, want.join("|"));
            }
            if !names.iter().any(|known| known == name) {
                names.push(name.to_owned());
            }
        }
        place += 1;
    }
    assert!(names.len() > 150, "only {} points were reached", names.len());
}

#[test]
fn what_the_run_has_not_is_said() {
    for name in ["output:fcf@2040Q1", "output:fcf@2010Q1", "output:power@2024Q1", "nonsense"] {
        let text = sheet("1~2025q3", &format!("trace={name}"));
        assert!(text.contains("no such figure"), "{name}: {text}");
    }
}

#[test]
fn a_gigawatt_shows_the_flows_that_its_rate_makes_worth_nothing() {
    let scenario = Scenario::default();
    for kind in [buildout_model::ChipKind::Gpu, buildout_model::ChipKind::Trainium] {
        let one = buildout_model::gigawatt(scenario.inputs(), kind, buildout_model::YEARS_AHEAD);
        let text = sheet("1~2025q3", &format!("trace=gigawatt:{}", kind.id()));
        let document = Document::parse(&text).unwrap();
        let flows: Vec<f64> =
            document.descendants().filter_map(|node| node.attribute("data-flow")?.parse().ok()).collect();
        let rate = one.irr.unwrap();
        // What is left over comes with the last quarter.
        let last = flows.len() - 2;
        let worth: f64 = flows
            .iter()
            .enumerate()
            .map(|(place, flow)| flow * (1.0 + rate).powf(-(place.min(last) as f64) / 4.0))
            .sum();
        assert!(worth.abs() < 1e-6, "{kind:?}: {worth}");
        assert!((flows[1..5].iter().sum::<f64>() - one.first_year).abs() < 1e-12);
        assert_eq!(flows[0], -(one.chips + one.facility));
    }
}
