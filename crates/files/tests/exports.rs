//! What is written of a run is what the engine computes, to the last digit.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

use buildout_files::{
    QuartersCsv, QuartersJson, RunExport, ScenarioFile, read_own_quarters, read_scenario_file,
};
use buildout_model::{MODEL_VERSION, Output, Quarter, REPORTED, ReportedQuarter, Trajectory};
use buildout_scenario::{Link, Scenario};
use csv::StringRecord;
use serde_json::Value;

fn export(link: &str, quarters: Option<usize>) -> RunExport {
    RunExport::of(ScenarioFile::new("A run", Link::decode(link).link), quarters)
}

fn csv_of(export: &RunExport, columns: &[Output], own: Option<&str>) -> Vec<StringRecord> {
    let own = own.map(|text| read_own_quarters(text).unwrap());
    let mut text = Vec::new();
    export.write_csv(&mut text, columns, own.as_ref()).unwrap();
    csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(&text[..])
        .records()
        .map(Result::unwrap)
        .collect()
}

/// The cells of a run's rows, under the name of its scenario.
fn check_run(rows: &[StringRecord], name: &str, columns: &[Output], run: &Trajectory<f64>) {
    let rows: Vec<_> = rows.iter().filter(|row| &row[0] == name).collect();
    assert_eq!(rows.len(), run.figures().len(), "{name}");
    for (row, (quarter, figures)) in rows.iter().zip(run.quarters()) {
        assert_eq!(row[1], quarter.to_string());
        for (output, cell) in columns.iter().zip(row.iter().skip(2)) {
            match output {
                Output::Binding => assert_eq!(cell, figures.binding_limit().id()),
                _ => assert_eq!(cell.parse(), Ok(figures.get(*output)), "{name} {quarter} {}", output.id()),
            }
        }
    }
}

#[test]
fn csv_has_the_run_what_it_is_compared_with_and_the_reported_quarters() {
    let rows = csv_of(&export("1~2025q3~psl_3~~2026q2~tm_0.9", None), &Output::ALL, None);
    let names: Vec<_> = ["scenario", "quarter"].into_iter().chain(Output::ALL.map(Output::id)).collect();
    assert!(rows[0].iter().eq(names));
    let mut order: Vec<_> = rows[1..].iter().map(|row| row[0].to_owned()).collect();
    order.dedup();
    assert_eq!(order, ["reported", "current", "base"]);
    check_run(&rows, "current", &Output::ALL, &Link::decode("1~2025q3~psl_3").link.scenario.run(41));
    check_run(&rows, "base", &Output::ALL, &Link::decode("1~2026q2~tm_0.9").link.scenario.run(41));
    let reported: Vec<_> = rows.iter().filter(|row| &row[0] == "reported").collect();
    assert_eq!(reported.len(), REPORTED.len());
    for (row, quarter) in reported.iter().zip(&REPORTED) {
        assert_eq!(row[1], quarter.quarter.to_string());
        for (output, cell) in Output::ALL.into_iter().zip(row.iter().skip(2)) {
            assert_eq!(cell.parse().ok(), quarter.get(output), "{} {}", quarter.quarter, output.id());
        }
    }
}

#[test]
fn a_chart_has_its_own_columns_and_no_empty_rows() {
    let columns = [Output::Power, Output::Binding];
    let rows = csv_of(
        &export("1~2025q3~psl_3~H_2028", None),
        &columns,
        Some("quarter,ocf,power\n2026Q3,45,20.5\n2026Q4,50,"),
    );
    assert!(rows[0].iter().eq(["scenario", "quarter", "power", "binding"]));
    assert!(rows[1].iter().eq(["own", "2026Q3", "20.5", ""]), "power is in no filing: {:?}", rows[1]);
    check_run(&rows, "current", &columns, &Link::decode("1~2025q3~psl_3").link.scenario.run(13));
    check_run(&rows, "base", &columns, &Scenario::default().run(13));
    assert_eq!(rows.len(), 1 + 1 + 2 * 13);
    let own = csv_of(&export("", Some(1)), &[Output::Fcf], Some("quarter,ocf,capex\n2026Q3,45,50\n"));
    let row = own.iter().find(|row| &row[0] == "own").unwrap();
    assert_eq!(&row[2], "-5");
    let last = own.iter().rfind(|row| &row[0] == "reported").unwrap();
    let reported = ReportedQuarter::at(Quarter::parse(&last[1]).unwrap()).unwrap();
    assert_eq!(last[2].parse().ok(), reported.get(Output::Fcf));
}

#[test]
fn a_name_with_commas_is_one_cell() {
    let mut text = Vec::new();
    let mut csv = QuartersCsv::new(&mut text, Some("name"), &[Output::Power]).unwrap();
    csv.write(Some("two, \"quoted\""), &Scenario::default().run(1)).unwrap();
    drop(csv);
    let record = csv::Reader::from_reader(&text[..]).records().next().unwrap().unwrap();
    assert_eq!(&record[0], "two, \"quoted\"");
}

#[test]
fn json_has_both_runs_and_a_scenario_that_opens() {
    let link = "1~2025q3~cx1_180~H_2030";
    let mut text = Vec::new();
    export(link, None).write_json(&mut text).unwrap();
    let json: Value = serde_json::from_slice(&text).unwrap();
    assert_eq!((json["format"].as_str(), json["version"].as_u64()), (Some("buildout-run"), Some(1)));
    assert_eq!(json["model_version"], MODEL_VERSION);
    let opened = read_scenario_file(&json["scenario"].to_string()).unwrap();
    assert_eq!(opened.file.link().encode(), link);
    assert_eq!(json["base"]["set"], serde_json::json!({}));
    for (whose, scenario) in [(&json, Link::decode(link).link.scenario), (&json["base"], Scenario::default())]
    {
        let run = scenario.run(21);
        assert_eq!(whose["quarters"], serde_json::to_value(QuartersJson(&run)).unwrap());
        let quarters = whose["quarters"].as_array().unwrap();
        assert_eq!(quarters.len(), 21);
        for (object, (quarter, figures)) in quarters.iter().zip(run.quarters()) {
            assert_eq!(object["quarter"], quarter.to_string());
            assert_eq!(object["binding"], figures.binding_limit().id());
            assert_eq!(object["fcf_ttm"].as_f64(), Some(figures.fcf_ttm));
            let names: Vec<_> = object.as_object().unwrap().keys().skip(1).map(String::as_str).collect();
            assert_eq!(names, Output::ALL.map(Output::id), "the order of the specification");
        }
        let headline = scenario.headline(&run).unwrap();
        assert_eq!(whose["headline"]["npv"].as_f64(), Some(headline.npv));
        assert_eq!(whose["headline"]["fcf_trough_quarter"], headline.fcf_trough_quarter.to_string());
        assert!(whose["headline"]["gigawatt_gpu"]["chips"].is_f64());
    }
}
