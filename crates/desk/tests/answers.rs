//! What the desk makes of orders.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

use buildout_desk::{Opened, Order, Task, answer};
use buildout_model::{Output, Quarter};
use buildout_scenario::{Language, Link, Panel};
use roxmltree::Document;

const LINK: &str = "1~2025q3~cx1_180~psl_2.5~tm_0.7~H_2032";

fn order(task: Task) -> Order {
    Order {
        link: LINK.to_owned(),
        language: "en".to_owned(),
        made: "2026-11-25".to_owned(),
        address: format!("https://example.org/#{LINK}"),
        ..Order::new(task)
    }
}

fn text(order: &Order) -> String {
    String::from_utf8(answer(order).unwrap()).unwrap()
}

#[test]
fn pictures_of_every_panel_are_documents_in_the_language_asked_for() {
    for panel in Panel::ALL {
        for (language, word) in [("en", "Conditional"), ("zh", "条件推演")] {
            for task in [Task::ChartSvg, Task::CardSvg] {
                let order =
                    Order { panel: panel.id().to_owned(), language: language.to_owned(), ..order(task) };
                let svg = text(&order);
                let document = Document::parse(&svg).unwrap();
                let texts: String = document.descendants().filter_map(|node| node.text()).collect();
                assert!(texts.contains(word) && texts.contains(LINK), "{panel:?} {language}");
            }
        }
    }
}

#[test]
fn pictures_have_the_fans_that_their_link_shows() {
    for panel in Panel::ALL {
        let picture = |link: &str, language: &str| {
            let (link, language) = (link.to_owned(), language.to_owned());
            text(&Order { link, language, panel: panel.id().to_owned(), ..order(Task::ChartSvg) })
        };
        let areas = |svg: &str| {
            Document::parse(svg).unwrap().descendants().filter(|node| node.has_tag_name("polygon")).count()
        };
        let plain = picture(&format!("{LINK}~D_500"), "en");
        for (language, key) in [("en", "500 draws"), ("zh", "500 次抽样")] {
            let fanned = picture(&format!("{LINK}~D_500~F_on"), language);
            // The middle half and nine tenths of the draws, of one series at least.
            assert!(
                areas(&fanned) >= areas(&plain) + 2,
                "{panel:?}: {} and {}",
                areas(&plain),
                areas(&fanned)
            );
            assert!(fanned.contains(key) && !plain.contains(key), "{panel:?}: what the fan is");
        }
    }
}

#[test]
fn a_chart_has_its_own_columns_and_a_run_has_all() {
    let chart = text(&Order { panel: "cash-flow".to_owned(), ..order(Task::ChartCsv) });
    let run = text(&order(Task::RunCsv));
    assert_eq!(chart.lines().count(), run.lines().count());
    assert_eq!(run.lines().next().unwrap().split(',').count(), Output::ALL.len() + 2);
    assert!(chart.lines().next().unwrap().split(',').count() < 12);
    // 2025Q4 to 2032Q4, twice: the run, and what it is compared with.
    assert_eq!(run.lines().filter(|line| line.starts_with("current,")).count(), 29);
    assert_eq!(run.lines().filter(|line| line.starts_with("base,")).count(), 29);
    assert!(run.contains("reported,2026Q2,"));
}

#[test]
fn a_scenario_goes_into_a_file_and_comes_back() {
    let file = text(&Order { text: "Grid a year late".to_owned(), ..order(Task::ScenarioFile) });
    let opened = Opened::read(&text(&Order { text: file, ..Order::new(Task::Open) })).unwrap();
    let Opened::Scenario { name, link, notices } = opened else { unreachable!("a scenario was written") };
    assert_eq!((name.as_str(), notices), ("Grid a year late", vec![]));
    assert_eq!(Link::decode(&link).link, Link::decode(LINK).link);
}

#[test]
fn own_quarters_come_back_with_what_follows_from_them() {
    let csv = "quarter,ocf,capex\n2026Q3,45.5,60.25\n";
    let opened = Opened::read(&text(&Order { text: csv.to_owned(), ..Order::new(Task::Open) })).unwrap();
    let Opened::Quarters { figures, csv } = opened else { unreachable!("quarters were written") };
    let quarter = Quarter::new(2026, 3).unwrap().index();
    let of = |output| figures.iter().find(|figure| figure.quarter == quarter && figure.output == output);
    assert_eq!(of(Output::Fcf).unwrap().value, -14.75);
    assert!(of(Output::FcfTtm).is_some(), "with three reported quarters it is a year");
    assert!(of(Output::AwsRevenue).is_none());

    let with = Order { own_quarters: csv, ..order(Task::RunCsv) };
    assert!(text(&with).contains("own,2026Q3,"));
    let svg = |own: &str| text(&Order { own_quarters: own.to_owned(), ..order(Task::ChartSvg) });
    assert_ne!(svg(&with.own_quarters), svg(""), "they lie over the chart");
}

#[test]
fn what_is_wrong_with_a_file_is_said_in_both_languages() {
    for (file, english, chinese) in [
        ("{", "not JSON", "不是 JSON"),
        (
            r#"{"format": "buildout-scenario", "version": 1, "name": "a", "baseline": "1999q9"}"#,
            "baseline",
            "baseline",
        ),
        (
            r#"{"format": "buildout-scenario", "version": 1, "name": "a", "baseline": "2025q3", "set": {"power_slip": 99}}"#,
            "set.power_slip is 99",
            "set.power_slip 为 99",
        ),
        ("quarter,capex\n2026Q3,60250\n", "line 2, capex", "第 2 行，capex"),
        ("quarter,moon\n2026Q3,1\n", "no such column", "没有这一列"),
        ("", "no quarter has a figure", "没有任何季度数据"),
    ] {
        for (language, want) in [(Language::English, english), (Language::Chinese, chinese)] {
            let order =
                Order { text: file.to_owned(), language: language.id().to_owned(), ..Order::new(Task::Open) };
            let told = answer(&order).expect_err(file);
            assert!(told.contains(want), "{file}: '{told}' does not say '{want}'");
        }
    }
}

#[test]
fn a_code_holds_the_longest_shared_link_or_says_that_it_cannot() {
    let code = |length: usize| answer(&Order { text: "a".repeat(length), ..Order::new(Task::QrCode) });
    let path = String::from_utf8(code(1500).unwrap()).unwrap();
    let (width, path) = path.split_once(' ').unwrap();
    assert!(width.parse::<usize>().unwrap() > 100 && path.starts_with("M4 4h1v1h-1z"), "{width}");
    assert!(String::from_utf8(code(20).unwrap()).unwrap().len() < 8000);
    assert!(code(4000).unwrap_err().contains("4000"));
}

#[test]
fn a_template_is_a_file_that_can_be_opened_once_filled_in() {
    let template = text(&Order::new(Task::QuartersTemplate));
    let filled: Vec<_> = template.lines().map(|line| line.replace("2026Q3,,", "2026Q3,190,")).collect();
    let opened = text(&Order { text: filled.join("\n"), ..Order::new(Task::Open) });
    assert!(matches!(Opened::read(&opened), Some(Opened::Quarters { .. })));
}

#[test]
fn a_workbook_is_a_zipped_document_in_either_language() {
    for language in ["en", "zh"] {
        let bytes = answer(&Order { language: language.to_owned(), ..order(Task::Workbook) }).unwrap();
        assert_eq!(&bytes[..2], b"PK");
        assert!(bytes.len() > 100_000, "{}", bytes.len());
    }
    let long =
        Order { address: format!("https://example.org/#{}", "a".repeat(6000)), ..order(Task::Workbook) };
    assert!(answer(&long).is_ok(), "an address that no spreadsheet follows is text");
    let undated = answer(&Order { made: "yesterday".to_owned(), ..order(Task::Workbook) });
    assert!(undated.unwrap_err().contains("yesterday"));
}

#[test]
fn a_preview_says_what_is_changed_and_what_becomes_of_free_cash_flow() {
    let english = text(&order(Task::Preview));
    let lines: Vec<_> = english.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(
        lines[0].contains("$180 B (base $150 B)") && lines[1].starts_with("Free cash flow was"),
        "{english}"
    );
    assert!(text(&Order { language: "zh".to_owned(), ..order(Task::Preview) }).contains("1,800 亿美元"));
}
