//! Every sheet in both languages: well-formed, with the figures of the analyses, and its ways lead somewhere.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod sound;

use buildout_analysis::{
    BridgePlan, Expected, Goal, Player, Target, VariancePlan, capex_of_year, ends, expectations, grid, kinks,
    plant_vintages, reconcile, seek, slopes, tornado, vintages,
};
use buildout_lab::{Sheet, Written};
use buildout_model::{Grade, Group, Input, MAX_QUARTERS, Output, REPORTED, Uncertainty};
use buildout_scenario::{Link, Scenario};
use roxmltree::Node;
use sound::{by, check, written};

const LINK: &str = "1~2025q3~cx1_180~D_500";

#[test]
fn every_sheet_is_sound_in_both_languages() {
    let compared = "1~2026q2~tm_0.7~D_500~H_2031~~2026q2~cx1_300";
    let thin = "1~2025q3~D_500~H_2026";
    for kind in Sheet::kinds() {
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

#[test]
fn the_accounts_are_those_of_the_analysis() {
    let link = Link::decode(LINK).link;
    let want = reconcile(link.scenario.inputs(), &link.scenario.run(MAX_QUARTERS));
    check("reconcile", LINK, "", |document| {
        for residual in want {
            let row = by(document, "data-identity", residual.identity.id());
            let cells: Vec<f64> =
                row.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
            assert_eq!(cells, [residual.residual]);
            assert!(row.descendants().any(|node| node.text() == Some("✓")), "{residual:?}");
        }
        let backlog = by(document, "data-opening", "backlog");
        let cells: Vec<f64> =
            backlog.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
        assert_eq!(cells, [200.0, 200.0]);
    });
}

#[test]
fn vintages_have_the_figures_of_the_analysis() {
    let link = Link::decode(LINK).link;
    let trajectory = link.scenario.run(MAX_QUARTERS);
    let all = vintages(link.scenario.inputs(), &trajectory);
    for (quarter, place) in [("2028Q2", 10_i32), ("2035Q4", 40)] {
        check("vintages", LINK, &format!("vintage-quarter={quarter}\nvintage-figure=book"), |document| {
            let table = by(document, "data-sheet-table", "vintages");
            let rows: Vec<_> =
                table.descendants().filter(|node| node.has_attribute("data-vintage")).collect();
            let now: Vec<_> = all
                .iter()
                .filter(|vintage| vintage.year.is_none_or(|year| year <= quarter[..4].parse().unwrap()))
                .collect();
            assert_eq!(rows.len(), now.len());
            let mut earning = 0.0;
            for (row, vintage) in rows.iter().zip(now) {
                let at = vintage.quarters[place as usize];
                let cells: Vec<f64> =
                    row.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
                let of_books = [at.paid, at.waiting, at.in_service, at.depreciated, at.book()];
                let of_use = [at.earning_it, at.retired_it(), at.sales_so_far];
                let want: Vec<f64> = if vintage.year.is_some() {
                    of_books.into_iter().chain(of_use).collect()
                } else {
                    of_use.to_vec()
                };
                assert_eq!(cells, want);
                earning += at.earning_it;
            }
            let until = link.scenario.baseline().first_quarter().plus(place);
            for year in 2025..=until.year() {
                let paid = capex_of_year(&trajectory, year, until);
                let row = by(document, "data-paid-in", &year.to_string());
                let cells: Vec<f64> =
                    row.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
                let parts = [paid.chips, paid.facilities, paid.core, paid.other, paid.capex];
                for (cell, want) in cells.iter().zip(parts) {
                    assert!((cell - want).abs() < 1e-9 * want.max(1.0), "{year}: {cells:?}, not {parts:?}");
                }
                assert!((cells[..4].iter().sum::<f64>() - paid.capex).abs() < 1e-9);
                // What became of it: what is written off and what is in the books was in service.
                assert!((cells[6] - cells[7] - cells[8]).abs() < 1e-9 * cells[6].max(1.0), "{cells:?}");
            }
            let plant = plant_vintages(link.scenario.inputs(), &trajectory);
            let rows = |name: &str| -> Vec<Vec<f64>> {
                let table = by(document, "data-sheet-table", name);
                let rows = table.descendants().filter(|node| node.has_attribute("data-plant"));
                let cells = |row: Node<'_, '_>| {
                    row.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect()
                };
                rows.map(cells).collect()
            };
            let (facilities, core) = (rows("facility-vintages"), rows("core-vintages"));
            assert_eq!(facilities.len(), core.len() + 1, "what was ordered before the run has a row");
            for (row, vintage) in facilities.iter().zip(&plant.facilities) {
                let at = vintage.quarters[place as usize];
                let want = [
                    at.paid,
                    at.waiting,
                    at.ordered_power,
                    at.energised_power,
                    at.in_service,
                    at.depreciated,
                    at.book(),
                ];
                assert_eq!(row[..], want[if vintage.year.is_none() { 2 } else { 0 }..]);
            }
            for (row, vintage) in core.iter().zip(&plant.core) {
                let at = vintage.quarters[place as usize];
                assert_eq!(row[..], [at.paid, at.depreciated, at.book()]);
            }
            let fleet = trajectory.figures()[place as usize].ai_it;
            assert!((earning - fleet).abs() < 1e-9 * fleet);
        });
    }
}

#[test]
fn every_input_and_every_reported_figure_has_its_source() {
    check("sources", LINK, "", |document| {
        for input in Input::ALL {
            let row = by(document, "data-source-of", input.id());
            let source = row.descendants().find(|node| node.attribute("class") == Some("source")).unwrap();
            assert!(
                source.descendants().filter_map(|node| node.text()).any(|text| !text.is_empty()),
                "{input}"
            );
            let grade = by(document, "data-source-of", input.id())
                .descendants()
                .find_map(|node| node.attribute("data-grade"));
            assert_eq!(grade, Some(input.declaration().grade.id()));
        }
    });
    let count = |choices: &str| {
        check("sources", LINK, choices, |document| {
            document.descendants().filter(|node| node.has_attribute("data-source-of")).count()
        })
    };
    let filed = Input::ALL.into_iter().filter(|input| input.declaration().grade == Grade::Filed).count();
    assert_eq!(count("sources-grade=filed"), filed);
    let power = |input: &Input| {
        input.declaration().group == Group::Power && input.declaration().grade == Grade::Assumed
    };
    let power = Input::ALL.into_iter().filter(power).count();
    assert_eq!(count("sources-grade=assumed\nsources-group=power"), power);
    check("sources", LINK, "sources-of=reported", |document| {
        for reported in &REPORTED {
            let row = by(document, "data-quarter", &reported.quarter.to_string());
            let shown: Vec<f64> =
                row.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
            let want: Vec<f64> =
                Output::ALL.into_iter().filter_map(|output| reported.disclosed(output)).collect();
            assert_eq!(shown, want);
            assert!(by(document, "data-keep-open", &format!("sources-{}", reported.quarter)).has_children());
        }
    });
    check("sources", LINK, "sources-of=power", |document| {
        let row = by(document, "data-year", "2025");
        let shown: Vec<f64> =
            row.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
        assert_eq!(shown, [8.9, 16.2], "the two anchors stand side by side");
    });
}

#[test]
fn model_checks_state_and_show_what_is_expected() {
    let link = Link::decode(LINK).link;
    check("checks", LINK, "checks-figure=npv", |document| {
        for expectation in expectations() {
            let row = by(document, "data-check", expectation.input.id());
            let want = match expectation.of(Goal::Npv) {
                Expected::Up => "up",
                Expected::Down => "down",
                Expected::Nothing => "nothing",
                Expected::Depends => "depends",
            };
            assert_eq!(row.descendants().find_map(|node| node.attribute("data-expected")), Some(want));
            let of_goals = ends(&link.scenario, MAX_QUARTERS, expectation.input);
            let place = Goal::ALL.into_iter().position(|goal| goal == Goal::Npv).unwrap();
            let ends = of_goals[place];
            let cells: Vec<f64> =
                row.descendants().filter_map(|node| node.attribute("data-value")?.parse().ok()).collect();
            assert_eq!(cells, [ends.at_min, ends.now, ends.at_max].map(Option::unwrap));
            assert!(row.descendants().any(|node| node.text() == Some("✓")), "{expectation:?}");
            if want == "depends" {
                let words: String = row.descendants().filter_map(|node| node.text()).collect();
                assert!(
                    words.contains("Up, for one, in")
                        && words.contains("Down in")
                        && !words.contains("nowhere"),
                    "{words}"
                );
            }
        }
        by(document, "data-version-differences", "0");
    });
    check("checks", LINK, "checks-figure=fcf_trough", |document| {
        let found = kinks(&link.scenario, MAX_QUARTERS, Input::CapexNextYear, Goal::FcfTrough);
        let rows: Vec<f64> = document
            .descendants()
            .filter(|node| node.attribute("data-kink-of") == Some("capex_next_year"))
            .filter_map(|node| node.descendants().find_map(|node| node.attribute("data-value")?.parse().ok()))
            .collect();
        assert!(!found.is_empty());
        assert_eq!(rows, found.iter().map(|kink| kink.value).collect::<Vec<_>>());
    });
}
