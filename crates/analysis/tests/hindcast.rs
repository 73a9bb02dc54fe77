//! The hindcast: its opening position, its run, and the rules beside it.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../build/opening.rs"]
mod opening;

use buildout_analysis::{
    Contestant, HINDCAST_OPENING, Hindcast, NaiveRule, OpeningKind, Told, hindcast, hindcast_from,
    hindcast_inputs, wins_without,
};
use buildout_model::{Baseline, History, Input, Inputs, Output, Quarter, ReportedQuarter, Run};

fn quarter(text: &str) -> Quarter {
    Quarter::parse(text).unwrap()
}

/// The sum over a calendar year of a reported figure.
fn year(year: i32, output: Output) -> f64 {
    (1..=4).map(|q| of(Quarter::new(year, q).unwrap(), output)).sum()
}

fn of(quarter: Quarter, output: Output) -> f64 {
    ReportedQuarter::at(quarter).unwrap().get(output).unwrap()
}

#[test]
fn every_opening_value_is_in_range_and_differs_from_the_base() {
    let inputs = hindcast_inputs();
    assert_eq!(inputs.check(), Ok(()));
    let base: Inputs<f64> = Inputs::base(Baseline::from_id("2025q3").unwrap());
    let changed: Vec<Input> =
        Input::ALL.into_iter().filter(|input| inputs.get(*input) != base.get(*input)).collect();
    let mut listed: Vec<Input> = HINDCAST_OPENING.iter().map(|opening| opening.input).collect();
    for opening in &HINDCAST_OPENING {
        assert_eq!(inputs.get(opening.input), opening.value);
        let has_figure = opening.source.contains(".csv") || opening.source.contains("assumptions");
        assert!(has_figure || opening.kind == OpeningKind::Assumed, "{}", opening.input);
        assert!(opening.note_zh.chars().any(|c| c > '\u{2e80}'), "{}", opening.input);
    }
    listed.sort();
    assert_eq!(listed, changed);
}

#[test]
fn what_is_reported_or_derived_follows_from_the_reports() {
    let (end, before) = (quarter("2023Q4"), quarter("2022Q4"));
    let growth = |output| of(end, output) / of(before, output) - 1.0;
    let without_aws = |year_is, aws: f64| year(year_is, Output::Depreciation) - aws;
    let ai = hindcast_inputs().ai_revenue_start;
    let ads_margin = hindcast_inputs().ads_margin;
    let outside = of(end, Output::OtherOperatingIncome);
    for (input, want, rounded_to) in [
        (Input::CapexThisYear, year(2024, Output::Capex), 1e-9),
        (Input::CapexNextYear, year(2025, Output::Capex), 1e-9),
        (Input::OtherCapex, (1.0 - 0.5139) * year(2023, Output::Capex), 0.05),
        (Input::BacklogStart, of(end, Output::Backlog), 1e-9),
        (Input::CoreRevenueStart, of(end, Output::AwsRevenue) - ai, 1e-9),
        (
            Input::CoreGrowth,
            (of(end, Output::AwsRevenue) - ai) / (of(before, Output::AwsRevenue) - ai / 2.0) - 1.0,
            5e-5,
        ),
        (Input::AdsGrowth, growth(Output::AdsRevenue), 5e-4),
        (Input::StoresGrowth, growth(Output::StoresRevenue), 5e-5),
        (
            Input::StoresMargin,
            (outside / 1.10 - ads_margin * of(end, Output::AdsRevenue)) / of(end, Output::StoresRevenue),
            5e-4,
        ),
        (Input::OtherDaGrowth, without_aws(2023, 12.531) / without_aws(2022, 9.876) - 1.0, 5e-5),
        (Input::SbcShare, year(2023, Output::StockCompensation) / year(2023, Output::Sales), 5e-5),
        (Input::LegacyDep, 12.531 / 4.0 - 0.5139 * 3.2 / 4.0, 5e-3),
    ] {
        let found = hindcast_inputs().get(input);
        assert!((found - want).abs() <= rounded_to, "{input} = {found}, the reports give {want}");
    }
}

#[test]
fn the_opening_quarter_has_the_income_reported_for_it() {
    let inputs = hindcast_inputs();
    let room = inputs.power_start / inputs.pue * inputs.fill;
    let it = room * (1.0 - inputs.idle_start);
    let tariff = inputs.electricity * 8.76 * inputs.pue * inputs.load_factor / 4000.0;
    let people = inputs.core_opex * inputs.core_revenue_start + inputs.ai_opex * inputs.ai_revenue_start;
    let income = of(quarter("2023Q4"), Output::AwsRevenue)
        - 12.531 / 4.0
        - it * (tariff + inputs.site_opex / 4.0)
        - people;
    assert!((income - of(quarter("2023Q4"), Output::AwsOperatingIncome)).abs() < 2e-3, "{income}");
}

#[test]
fn the_model_column_is_the_run_and_the_rules_know_nothing_later() {
    let found = hindcast().unwrap();
    assert_eq!(found.known_to, quarter("2023Q4"));
    assert_eq!((found.quarters[0], found.quarters[6]), (quarter("2024Q1"), quarter("2025Q3")));
    assert_eq!(found.quarters.len(), 7);
    let inputs = hindcast_inputs();
    let mut run = Run::new(&History::ending(found.known_to).unwrap(), &inputs);
    for (place, quarter) in found.quarters.iter().enumerate() {
        let figures = run.advance();
        for contest in &found.figures {
            let pair = contest.model.iter().find(|pair| pair.quarter == *quarter);
            let reported = ReportedQuarter::at(*quarter).unwrap().get(contest.output);
            assert_eq!(pair.map(|pair| pair.run), reported.map(|_| figures.get(contest.output)), "{place}");
            assert_eq!(pair.map(|pair| pair.reported), reported);
        }
    }
    let aws = found.figures.iter().find(|contest| contest.output == Output::AwsRevenue).unwrap();
    let growth = 24.204 / 21.378;
    let by = |rule| &aws.of(Contestant::Rule(rule))[4];
    assert!((by(NaiveRule::LastGrowth).run - 21.354 * growth * growth).abs() < 1e-9, "2025Q1 from 2023Q1");
    assert_eq!(by(NaiveRule::Seasonal).run, 21.354);
}

#[test]
fn the_capex_put_in_is_spent() {
    let found = hindcast().unwrap();
    let capex = found.figures.iter().find(|contest| contest.output == Output::Capex).unwrap();
    let spent: f64 = capex.model.iter().map(|pair| pair.run).sum();
    // A year's CapEx comes by the fixed weights of its quarters: all of 2024 and three of 2025.
    let budget = year(2024, Output::Capex) + (0.220 + 0.243 + 0.262) * year(2025, Output::Capex);
    assert!((spent - budget).abs() < 0.01 * budget, "{spent} of {budget}");
}

#[test]
fn the_nearest_wins_and_what_was_put_in_does_not_count() {
    let found = hindcast().unwrap();
    let total: usize = Contestant::ALL.into_iter().map(|contestant| found.wins(contestant)).sum();
    assert_eq!(total, found.contested().count());
    for (contest, ruling) in found.contested() {
        assert_ne!(Told::of(contest.output), Told::Wholly);
        let mut errors = Contestant::ALL.map(|contestant| contest.error(contestant).unwrap());
        assert_eq!(contest.error(ruling.winner), Some(ruling.error));
        errors.sort_by(f64::total_cmp);
        assert_eq!([ruling.error, ruling.second_error], errors[..2], "{:?}", contest.output);
        assert_ne!(ruling.winner, ruling.second);
    }
    let capex = found.figures.iter().find(|contest| contest.output == Output::Capex).unwrap();
    assert!(capex.ruling().is_some() && found.contested().all(|(contest, _)| contest != capex));
    let aws = found.figures.iter().find(|contest| contest.output == Output::AwsDepreciation).unwrap();
    assert_eq!(aws.ruling(), None, "not disclosed by the quarter before 2024: there is no rule to beat");
}

#[test]
fn the_decision_shows_the_errors_as_they_are() {
    let text = include_str!("../../../docs/decisions/0014-hindcast.md");
    let found = hindcast().unwrap();
    let rows: Vec<Vec<&str>> = text
        .lines()
        .filter(|line| line.starts_with("| ") && line.contains('%'))
        .map(|line| line.split('|').map(str::trim).collect())
        .collect();
    let shown: Vec<_> =
        found.figures.iter().filter(|contest| Told::of(contest.output) != Told::Wholly).collect();
    assert_eq!(rows.len(), shown.len());
    for (row, contest) in rows.iter().zip(shown) {
        let label = contest.output.declaration().label_en;
        assert!(row[1].starts_with(label), "{} where {label} belongs", row[1]);
        for (place, contestant) in Contestant::ALL.into_iter().enumerate() {
            let Some(error) = contest.error(contestant) else {
                assert_eq!(row[place + 2], "not disclosed in time");
                continue;
            };
            let is_best = contest.ruling().is_some_and(|ruling| ruling.winner == contestant);
            let cell = row[place + 2].replace(',', "");
            assert_eq!(cell.starts_with("**"), is_best, "{label}: {cell}");
            assert_eq!(cell.trim_matches('*'), format!("{:.1} %", 100.0 * error), "{label}");
        }
    }
    let [model, last_growth, seasonal] = Contestant::ALL.map(|contestant| found.wins(contestant));
    let all = found.contested().count();
    let sentence =
        format!("nearest for {model} of {all}, last growth for {last_growth}, seasonal for {seasonal}");
    assert!(text.contains(&sentence), "{sentence}");
    let kinds =
        OpeningKind::ALL.map(|kind| HINDCAST_OPENING.iter().filter(|opening| opening.kind == kind).count());
    let [reported, derived, assumed] = kinds;
    let sentence =
        format!("{reported} values are reported, {derived} derived from reports, {assumed} assumed");
    assert!(text.contains(&sentence), "{sentence}");
}

#[test]
fn the_first_assumptions_left_capex_unspent() {
    let mut inputs = hindcast_inputs();
    inputs.set(Input::AiDemandStart, 5.2).unwrap();
    inputs.set(Input::MaxWaiting, 0.25).unwrap();
    let first = hindcast_from(&inputs).unwrap();
    let spent: f64 = first.run.iter().map(|figures| figures.capex).sum();
    let budget: f64 = first.run.iter().map(|figures| figures.capex_plan).sum();
    assert_eq!(format!("{spent:.1} of {budget:.1}"), "135.8 of 170.7");
    assert_eq!(first.wins(Contestant::Model), 9);
    let contest = first.figures.iter().find(|contest| contest.output == Output::FcfTtm).unwrap();
    assert_eq!(format!("{:.1}", 100.0 * contest.error(Contestant::Model).unwrap()), "42.7");
}

#[test]
fn what_rests_on_an_opening_value_is_that_of_a_run_without_it() {
    let mut inputs = hindcast_inputs();
    for input in [Input::CoreRevenueStart, Input::StoresGrowth] {
        inputs.set(input, input.declaration().base(Baseline::from_id("2025q3").unwrap())).unwrap();
    }
    let other = hindcast_from(&inputs).unwrap();
    let own = hindcast().unwrap();
    let aws = |of: &Hindcast| {
        let contest = of.figures.iter().find(|contest| contest.output == Output::AwsRevenue).unwrap();
        contest.error(Contestant::Model).unwrap()
    };
    assert!(aws(&other) > 10.0 * aws(&own), "an opening 30 % too high is seen");
    let both = [Input::CoreRevenueStart, Input::StoresGrowth];
    assert_eq!(wins_without(&both), Some(other.wins(Contestant::Model)));
    assert_ne!(wins_without(&[Input::StoresGrowth]), Some(own.wins(Contestant::Model)));
}

#[test]
fn a_bad_table_is_refused_with_row_and_value() {
    const HEAD: &str = "id,value,kind,source,note,note_zh\ntax_rate,0.19,derived,x,y,z\n";
    assert_eq!(opening::rows(HEAD).unwrap().len(), 1);
    for (row, want) in [
        ("capex,1,reported,x,y,z", "row 3: there is no input 'capex'"),
        ("cash_start,a lot,assumed,x,y,z", "row 3: cash_start = 'a lot' is not a number"),
        ("cash_start,9.5,assumed,x,y,z", "row 3: cash_start = 9.5 is outside 10 to 300 B$"),
        ("cash_start,NaN,assumed,x,y,z", "row 3: cash_start = NaN is outside 10 to 300 B$"),
        ("cash_start,94.2,assumed,x,y,z", "row 3: cash_start = 94.2 is the base value of 2025q3"),
        ("tax_rate,0.2,derived,x,y,z", "row 3: tax_rate has a row already"),
        ("cash_start,80,guessed,x,y,z", "row 3: cash_start: kind 'guessed' is none of"),
        ("cash_start,80,derived,,y,z", "row 3: cash_start: what is derived needs a source"),
        ("cash_start,80,assumed,,y,", "row 3: cash_start: a note is blank"),
        ("cash_start,80", "row 3: CSV error"),
    ] {
        let error = opening::rows(&format!("{HEAD}{row}\n")).unwrap_err();
        assert!(error.starts_with(want), "{error}, not {want}");
    }
}
