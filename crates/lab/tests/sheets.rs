//! Every sheet in both languages: well-formed, with the figures of the analyses, and its ways lead somewhere.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_analysis::{BridgePlan, Goal, Player, Target, VariancePlan, grid, seek, slopes, tornado};
use buildout_lab::{Job, Progress, Sheet, Written};
use buildout_model::{Input, MAX_QUARTERS, Uncertainty};
use buildout_scenario::{Link, Scenario};
use roxmltree::{Document, Node};

const LINK: &str = "1~2025q3~cx1_180~D_500";

fn written(kind: &str, link: &str, choices: &str) -> Written {
    let mut sheet = Sheet::new(kind, link, choices).unwrap();
    let mut steps = 0;
    while let Progress::Under(share) = sheet.step() {
        assert!((0.0..=1.0).contains(&share), "{kind}: {share}");
        steps += 1;
        assert!(steps < 100_000, "{kind} does not end");
    }
    sheet.write()
}

/// The sheet as a document, checked for what every sheet must be.
fn check<T>(kind: &str, link: &str, choices: &str, look: impl FnOnce(&Document) -> T) -> T {
    let Written::Html(html) = written(kind, link, choices) else { panic!("{kind} leads elsewhere") };
    let text = format!("<sheet>{html}</sheet>");
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{kind}: {error} in {text}"));
    for node in document.descendants() {
        for attribute in node.attributes() {
            assert!(!attribute.value().contains("NaN"), "{kind}: {attribute:?}");
            // The page's policy allows no style and no script of a sheet's own.
            assert!(
                attribute.name() != "style" && !attribute.name().starts_with("on"),
                "{kind}: {attribute:?}"
            );
        }
        if let Some(link) = node.attribute("data-go") {
            assert_eq!(Link::decode(link).notices, [], "{kind}: {link}");
        }
        if ["input", "select"].contains(&node.tag_name().name()) {
            assert!(node.has_attribute("data-choice"), "{kind}: a control without a name");
            let is_named = node.attribute("aria-label").is_some()
                || node.ancestors().any(|node| node.has_tag_name("label"));
            assert!(is_named, "{kind}: {:?} says nothing", node.attribute("data-choice"));
        }
        if node.has_tag_name("svg") {
            assert!(node.attribute("aria-label").is_some_and(|words| !words.is_empty()), "{kind}");
        }
        assert!(node.text().is_none_or(|text| !text.contains("NaN")), "{kind}");
    }
    look(&document)
}

fn by<'a>(document: &'a Document, attribute: &str, value: &str) -> Node<'a, 'a> {
    let found = document.descendants().find(|node| node.attribute(attribute) == Some(value));
    found.unwrap_or_else(|| panic!("nothing has {attribute}={value}"))
}

#[test]
fn every_sheet_is_sound_in_both_languages() {
    let compared = "1~2026q2~tm_0.7~D_500~H_2031~~2026q2~cx1_300";
    let thin = "1~2025q3~D_500~H_2026";
    for kind in Sheet::KINDS {
        for link in [LINK, compared, thin] {
            for width in [340, 1200] {
                let choices = format!("width={width}");
                check(kind, link, &choices, |_| {});
                let chinese = link.split_once("~~").map_or_else(
                    || format!("{link}~L_zh"),
                    |(first, second)| format!("{first}~L_zh~~{second}"),
                );
                check(kind, &chinese, &choices, |document| {
                    let is_quoted =
                        |node: Node| node.ancestors().any(|node| node.attribute("lang") == Some("en"));
                    let words: String = document
                        .descendants()
                        .filter(|node| !is_quoted(*node))
                        .filter_map(|node| node.text())
                        .collect();
                    let has_sentence =
                        words.split_whitespace().collect::<Vec<_>>().join(" ").contains(" the ");
                    assert!(!has_sentence, "{kind} speaks English: {words}");
                });
            }
        }
    }
}

#[test]
fn the_tornado_has_the_figures_of_the_analysis_and_leads_to_its_ends() {
    let link = Link::decode(LINK).link;
    let target: Target = "fcf_ttm@2029Q4".parse().unwrap();
    let want = tornado(&link.scenario, MAX_QUARTERS, target, &link.uncertain.ranges);
    check("sensitivity", LINK, "figure=fcf_ttm\nquarter=2029Q4", |document| {
        let table = by(document, "data-sheet-table", "sensitivity");
        let rows: Vec<_> = table.descendants().filter(|node| node.has_attribute("data-row")).collect();
        assert_eq!(rows.len(), want.len());
        for (row, gust) in rows.iter().zip(&want) {
            assert_eq!(row.attribute("data-row"), Some(gust.input.id()));
            let cells: Vec<f64> =
                row.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
            assert_eq!(cells[..2], [gust.at_low.unwrap(), gust.at_high.unwrap()]);
            let slope = slopes(&link.scenario, MAX_QUARTERS, target, &[gust.input])[0];
            assert_eq!(cells[2], slope.per_percent(link.scenario.get(gust.input)).unwrap());
            let ends = row.descendants().filter_map(|node| node.attribute("data-go"));
            let there: Vec<f64> = ends.map(|go| Link::decode(go).link.scenario.get(gust.input)).collect();
            assert_eq!(there, [gust.low, gust.high]);
        }
    });
    check("sensitivity", LINK, "ranges=whole", |document| {
        by(document, "data-row", "trainium_mix");
        assert!(
            document.descendants().all(|node| !node.has_attribute("data-shares")),
            "no draws, no variance"
        );
    });
    check("sensitivity", LINK, "figure=npv", |document| {
        let uncertain = &link.uncertain;
        let npv = Target::Headline(Goal::Npv);
        let plan =
            VariancePlan::new(&link.scenario, MAX_QUARTERS, npv, &uncertain.ranges, uncertain.seed, 1_024);
        let want = plan.shares((0..plan.parts()).map(|part| plan.part(part)).collect()).unwrap();
        let table = by(document, "data-sheet-table", "grades");
        let shown: Vec<f64> =
            table.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
        let want: Vec<f64> =
            want.grades.iter().flat_map(|grade| [grade.first.share, grade.total.share]).collect();
        assert_eq!(shown, want);
    });
}

#[test]
fn the_waterfall_adds_up_and_each_change_can_be_taken_back() {
    let link = "1~2025q3~cx1_250~psl_2~tm_0.7~~2025q3~cx1_180~ap_14";
    let read = Link::decode(link).link;
    let plan = BridgePlan::new(
        &read.compared.unwrap(),
        &read.scenario,
        MAX_QUARTERS,
        Target::Headline(Goal::Npv),
        1,
    );
    let want = plan.bridge((0..plan.parts()).map(|part| plan.part(part)).collect()).unwrap();
    check("bridge", link, "figure=npv", |document| {
        let table = by(document, "data-sheet-table", "bridge");
        let shown: Vec<f64> =
            table.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
        assert_eq!(shown, want.bars.iter().map(|bar| bar.contribution).collect::<Vec<_>>());
        assert!((want.from + shown.iter().sum::<f64>() - want.to).abs() < 1e-9 * want.to.abs());
        for (go, bar) in table.descendants().filter_map(|node| node.attribute("data-go")).zip(&want.bars) {
            let Player::Input(input) = bar.player else { panic!("both have one baseline") };
            assert_eq!(Link::decode(go).link.scenario.get(input), bar.from_value);
        }
        let bars =
            by(document, "data-waterfall", "").descendants().filter(|node| node.has_tag_name("rect")).count();
        assert_eq!(bars, want.bars.len() + 2);
    });
    check("bridge", "1~2025q3", "", |document| by(document, "data-bridge", "none").range());
}

#[test]
fn solutions_are_those_of_the_analysis_and_lead_there() {
    let scenario = Link::decode(LINK).link.scenario;
    let target = Target::Headline(Goal::FcfTrough);
    let sought = seek(&scenario, MAX_QUARTERS, Input::CapexNextYear, target, 20.0);
    let want: Vec<_> = sought.solutions().collect();
    assert!(!want.is_empty());
    let choices = "figure=fcf_trough\ncondition=equal\nvalue=20\ninput=capex_next_year";
    check("seek", LINK, choices, |document| {
        let found: Vec<_> = document
            .descendants()
            .filter(|node| node.attribute("data-finding") == Some("solution"))
            .collect();
        assert_eq!(found.len(), want.len());
        for (node, want) in found.iter().zip(&want) {
            assert_eq!(node.attribute("data-value").unwrap().parse(), Ok(want.value));
            let go = node.descendants().find_map(|node| node.attribute("data-go")).unwrap();
            let there = Link::decode(go).link.scenario;
            assert_eq!(there.get(Input::CapexNextYear), want.value);
            let trough = there.headline(&there.run(MAX_QUARTERS)).unwrap().fcf_trough;
            assert!((trough - 20.0).abs() < 1e-6, "{trough}");
        }
    });
}

#[test]
fn any_quarters_figure_can_be_sought_and_a_second_input_shows_the_region() {
    let choices = "figure=power\nquarter=2028Q4\nvalue=20\ninput=power_add_next_year\nsecond=power_slip\ncondition=at-least";
    check("seek", LINK, choices, |document| {
        assert!(document.descendants().any(|node| node.attribute("data-finding") == Some("solution")));
        let region = by(document, "data-region", "");
        assert_eq!(region.descendants().filter(|node| node.has_tag_name("rect")).count(), 25 * 25);
    });
    check("seek", LINK, "figure=power\nquarter=2028Q4\nvalue=20\ninput=tax_rate", |document| {
        by(document, "data-finding", "flat");
    });
    check("seek", LINK, "figure=fcf_trough\nvalue=5000", |document| {
        by(document, "data-finding", "nearest");
    });
}

#[test]
fn a_map_has_the_figures_of_the_grid() {
    let scenario: Scenario = Link::decode(LINK).link.scenario;
    let want = grid(
        &scenario,
        MAX_QUARTERS,
        Input::TrainiumMix,
        Input::AiPrice,
        Target::Headline(Goal::Npv),
        25,
        25,
    )
    .unwrap();
    check("grid", LINK, "figure=npv\nx=trainium_mix\ny=ai_price", |document| {
        let table = by(document, "data-sheet-table", "grid");
        let values: Vec<f64> = table
            .descendants()
            .filter(|node| node.has_tag_name("td"))
            .filter_map(|node| node.attribute("data-value")?.parse().ok())
            .collect();
        let shown: Vec<f64> = want
            .rows()
            .step_by(4)
            .flat_map(|row| row.iter().step_by(4).map(|cell| cell.result.unwrap()).collect::<Vec<_>>())
            .collect();
        assert_eq!(values, shown);
    });
    check("grid", LINK, "x=ai_price\ny=ai_price", |document| {
        assert!(document.descendants().all(|node| !node.has_tag_name("svg")));
    });
}

#[test]
fn ranges_draws_and_seed_are_changed_in_the_link() {
    let go = |choices: &str| match written("uncertainty", LINK, choices) {
        Written::Go(link) => Link::decode(&link).link,
        Written::Html(_) => panic!("{choices} changes nothing"),
    };
    assert_eq!(go("draws=2,000").uncertain.draws, 2_000);
    assert_eq!(go("draws=9999999999").uncertain.draws, 1_000_000);
    assert_eq!(go("seed=42").uncertain.seed, 42);
    let ranges = go("low.capex_next_year=0.5").uncertain.ranges;
    assert_eq!(ranges.of(Input::CapexNextYear), Some(Uncertainty::Scale { low: 0.5, high: 1.35 }));
    assert_eq!(go("drawn.ai_price=false").uncertain.ranges.of(Input::AiPrice), None);
    assert!(go("add=tax_rate").uncertain.ranges.of(Input::TaxRate).is_some());
    // What is no range changes nothing, and the sheet shows what stands.
    assert!(matches!(written("uncertainty", LINK, "low.capex_next_year=wide"), Written::Html(_)));
    assert!(matches!(written("uncertainty", LINK, "low.capex_next_year=3"), Written::Html(_)));
}

#[test]
fn the_chances_are_those_of_the_draws() {
    check("uncertainty", LINK, "goal=npv", |document| {
        let rows = by(document, "data-sheet-table", "headline");
        let row = rows.descendants().find(|node| node.attribute("data-row") == Some("fcf_trough")).unwrap();
        let values: Vec<f64> =
            row.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
        let scenario = Link::decode(LINK).link.scenario;
        let trough = scenario.headline(&scenario.run(MAX_QUARTERS)).unwrap().fcf_trough;
        assert_eq!(values[0], trough, "the run itself");
        assert!(values[1..6].windows(2).all(|pair| pair[0] < pair[1]), "{values:?}");
        let statements = by(document, "data-sheet-table", "statements");
        for share in statements.descendants().filter_map(|node| node.attribute("data-value")) {
            assert!((0.0..=1.0).contains(&share.parse::<f64>().unwrap()));
        }
    });
}
