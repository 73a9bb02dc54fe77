//! A reader's own quarters are read line by line, and every mistake is named.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "checks/own_quarters.rs"]
mod check;
mod seeds;

use buildout_files::{OWN_COLUMNS, OwnQuarters, own_quarters_template, read_own_quarters};
use buildout_model::{Output, Quarter, REPORTED, ReportedQuarter};
use proptest::{collection::btree_map, option, prelude::*};

fn quarter(text: &str) -> Quarter {
    Quarter::parse(text).unwrap()
}

fn figures_of(own: &OwnQuarters) -> Vec<(Quarter, Vec<Option<f64>>)> {
    own.quarters()
        .map(|quarter| (quarter, OWN_COLUMNS.map(|column| own.get(quarter, column.output)).to_vec()))
        .collect()
}

/// Reads `text` as another text that is right.
fn check_same(text: &str, same: &str) {
    let own = read_own_quarters(text).unwrap_or_else(|errors| panic!("{text}: {}", errors[0]));
    assert_eq!(own.write(), same, "{text}");
}

/// Reads `text`, which must be refused with errors that hold `words`.
fn check_errors(text: &str, words: &[&str]) {
    let told: Vec<_> = read_own_quarters(text).unwrap_err().iter().map(ToString::to_string).collect();
    assert_eq!(told.len(), words.len(), "{text}: {told:?}");
    for (told, words) in told.iter().zip(words) {
        assert!(told.contains(words), "{text}: '{told}' does not say '{words}'");
    }
}

#[test]
fn spreadsheets_of_all_countries_are_read() {
    let plain = "quarter,aws_revenue,ocf\n2026Q3,40.5,45\n2026Q4,,-1.25\n";
    check_same(plain, plain);
    check_same("\u{feff}quarter,aws_revenue,ocf\r\n2026Q4,,-1.25\r\n2026Q3,40.5,45.0\r\n", plain);
    check_same("Quarter;AWS_Revenue;ocf\n2026q3;40,5;45\n2026Q4;;-1,25\n", plain);
    check_same("quarter\taws_revenue\tocf\n2026Q3\t40.5\t45\n2026Q4\t\t-1,25", plain);
    check_same("# mine\n\nocf,quarter,aws_revenue\n45, 2026Q3 ,\"40.5\"\n,,\n-1.25,2026Q4,\n", plain);
    check_same("quarter,ocf,aws_revenue,power\n2026Q3,45,40.5,\n2026Q4,-1.25,,\n2027Q1,,,\n", plain);
    check_same("quarter,operating_income\n2026Q3,-0\n", "quarter,operating_income\n2026Q3,0\n");
}

#[test]
fn mistakes_name_the_line_the_column_the_value_and_what_is_allowed() {
    check_errors("", &["line 1: no quarter has a figure"]);
    check_errors("\u{feff}\n# nothing\n", &["line 1: no quarter has a figure"]);
    check_errors(
        "\u{feff}\u{feff}quarter,ocf\n2026Q3,45\n",
        &["line 1, \u{feff}quarter: there is no such column", "line 1: there is no column 'quarter'"],
    );
    check_errors("quarter,ocf\n", &["line 1: no quarter has a figure"]);
    check_errors(&own_quarters_template(), &["no quarter has a figure"]);
    check_errors("ocf\n45\n", &["line 1: there is no column 'quarter'"]);
    check_errors(
        "quarter,ocf,sales_aws\n2026Q3,45,1\n",
        &["line 1, sales_aws: there is no such column; there are quarter, sales"],
    );
    check_errors("quarter,ocf,\n2026Q3,45,\n", &["line 1, a column without a name: there is no such column"]);
    check_errors("quarter,ocf,OCF\n2026Q3,45,1\n", &["line 1, OCF: the column stands twice"]);
    check_errors(
        "quarter,ocf\n2026Q3,45,1\n2026Q4\n",
        &["line 2: the row has 3 cells, the header 2", "line 3: the row has 1 cells"],
    );
    check_errors(
        "quarter,ocf\n2026Q5,45\nQ3 2026,1\n",
        &["line 2, quarter: '2026Q5' is not a calendar quarter such as 2026Q3", "line 3, quarter: 'Q3 2026'"],
    );
    check_errors(
        "quarter,ocf\n1999Q4,45\n2040Q1,1\n",
        &["1999Q4 is outside 2019Q1 to 2036Q3", "2040Q1 is outside"],
    );
    check_errors(
        "quarter,ocf\n2026Q3,45\n2026Q4,1\n2026q3,46\n",
        &["line 4, quarter: 2026Q3 stands in line 2 already"],
    );
    check_errors(
        "quarter,ocf\n2026Q1,NaN\n2026Q2,inf\n2026Q3,$45\n2026Q4,n/a\n",
        &[
            "line 2, ocf: 'NaN'",
            "line 3, ocf: 'inf'",
            "line 4, ocf: '$45' is not a number such as 35.1",
            "'n/a'",
        ],
    );
    check_errors("quarter,ocf\n2026Q3,\"45,5\"\n", &["'45,5' is not a number"]);
    check_errors("quarter;ocf\n2026Q3;1.234,5\n", &["'1.234,5' is not a number"]);
    check_errors(
        "quarter,ocf,power\n2026Q3,45500,17500\n",
        &[
            "45500 is outside -1000 to 1000 B$/quarter; if it is in M$, write 45.5",
            "line 2, power: 17500 is outside 0 to 200 GW; if it is in MW, write 17.5",
        ],
    );
    check_errors("quarter,sales\n2026Q3,-3\n", &["-3 is outside 0 to 1000 B$/quarter"]);
    check_errors(
        "quarter,ocf,capex,fcf\n2026Q3,45,60,15\n",
        &["line 2, fcf: 15 is not ocf less capex, which is -15.000"],
    );
    let many: String = (0..300).map(|_| "2026Q3,1\n").collect();
    let errors = read_own_quarters(&format!("quarter,ocf\n{many}")).unwrap_err();
    assert_eq!(
        errors.last().unwrap().to_string(),
        "line 202: there are more than 200 rows; the rest was not read"
    );
    check_errors(&format!("quarter,ocf\n{}", "x".repeat(100_001)), &["100013 bytes"]);
    // Every mistake at once, and nothing is taken.
    check_errors(
        "quarter,ocf,x\n2026Q3,a,1\nb,1,1\n",
        &["line 1, x", "line 2, ocf: 'a'", "line 3, quarter: 'b'"],
    );
}

#[test]
fn figures_follow_from_what_was_given_and_from_the_reported_quarters_before() {
    let last = REPORTED.last().unwrap();
    let next = last.quarter.plus(1);
    let own = read_own_quarters(&format!(
        "quarter,ocf,capex,aws_revenue,power\n{next},50,60.5,44,20\n{},,,45,\n",
        next.plus(1)
    ))
    .unwrap();
    let reported = |ago: i32, output| ReportedQuarter::at(next.plus(-ago)).unwrap().get(output).unwrap();
    let close = |output, want: f64| {
        let got = own.get(next, output).unwrap();
        assert!((got - want).abs() < 1e-9, "{output:?}: {got} instead of {want}");
    };
    close(Output::Fcf, -10.5);
    close(Output::Power, 20.0);
    close(Output::FcfTtm, -10.5 + (1..4).map(|ago| reported(ago, Output::Fcf)).sum::<f64>());
    close(Output::OcfTtm, 50.0 + (1..4).map(|ago| reported(ago, Output::Ocf)).sum::<f64>());
    close(Output::AwsGrowth, 44.0 / reported(4, Output::AwsRevenue) - 1.0);
    assert_eq!(own.get(next, Output::Sales), None, "nobody gave it");
    assert_eq!(own.get(next, Output::AwsMargin), None);
    assert_eq!(own.get(last.quarter, Output::AwsRevenue), None, "not the reader's");
    assert_eq!(own.get(next.plus(1), Output::OcfTtm), None, "a year needs its last quarter");
    assert!(own.get(next.plus(1), Output::AwsGrowth).is_some());
}

#[test]
fn the_template_reads_once_it_is_filled_in() {
    let template = own_quarters_template();
    for column in &OWN_COLUMNS {
        assert!(template.contains(&format!("# {}: ", column.output.id())), "{template}");
    }
    let next = REPORTED.last().unwrap().quarter.plus(1);
    let filled = template.replace(&format!("{next},"), &format!("{next},180"));
    let own = read_own_quarters(&filled).unwrap();
    assert_eq!(own.get(next, Output::Sales), Some(180.0));
}

#[test]
fn every_reported_quarter_could_have_been_the_readers_own() {
    let mut text = String::from(
        "quarter,sales,aws_revenue,ads_revenue,operating_income,aws_operating_income,depreciation,ocf,capex,backlog\n",
    );
    let given = [
        Output::Sales,
        Output::AwsRevenue,
        Output::AdsRevenue,
        Output::OperatingIncome,
        Output::AwsOperatingIncome,
        Output::Depreciation,
        Output::Ocf,
        Output::Capex,
        Output::Backlog,
    ];
    for reported in &REPORTED {
        let cells =
            given.map(|output| reported.get(output).map_or(String::new(), |figure| figure.to_string()));
        text.push_str(&format!("{},{}\n", reported.quarter, cells.join(",")));
    }
    let own = read_own_quarters(&text).unwrap();
    let unknown = [Output::StockCompensation, Output::AwsDepreciation];
    for reported in &REPORTED {
        for output in Output::ALL.into_iter().filter(|output| !unknown.contains(output)) {
            assert_eq!(
                own.get(reported.quarter, output),
                reported.get(output),
                "{} {output:?}",
                reported.quarter
            );
        }
    }
}

/// A quarter may have no sales; nothing is a share of them, or grows from them.
#[test]
fn what_would_be_divided_by_nothing_is_missing() {
    let text = "quarter,aws_revenue,aws_operating_income,backlog\n2026Q3,0,-1,400\n2027Q3,44,10,400\n";
    let own = read_own_quarters(text).unwrap();
    let get = |at, output| own.get(quarter(at), output);
    assert_eq!(get("2026Q3", Output::AwsMargin), None);
    assert_eq!(get("2026Q3", Output::BacklogYears), None);
    assert_eq!(get("2026Q3", Output::AwsGrowth), Some(-1.0));
    assert_eq!(get("2027Q3", Output::AwsGrowth), None);
    assert_eq!(get("2027Q3", Output::AwsMargin), Some(10.0 / 44.0));
}

#[test]
fn the_seeds_of_fuzzing_hold() {
    seeds::hold("own_csv", check::check);
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(
        rows in btree_map(0..71_i32, prop::collection::vec(option::of(0.0..=1.0_f64), OWN_COLUMNS.len()), 1..20),
    ) {
        let mut text = String::from("quarter");
        for column in &OWN_COLUMNS {
            text.push_str(&format!(",{}", column.output.id()));
        }
        for (place, shares) in &rows {
            text.push_str(&format!("\n{}", quarter("2019Q1").plus(*place)));
            for (column, share) in OWN_COLUMNS.iter().zip(shares) {
                // Free cash flow has to be that of its parts, so it is left out.
                let share = share.filter(|_| column.output != Output::Fcf);
                let cell = share.map(|share| (column.min + share * (column.max - column.min)).to_string());
                text.push_str(&format!(",{}", cell.unwrap_or_default()));
            }
        }
        match read_own_quarters(&text) {
            Ok(own) => {
                let again = read_own_quarters(&own.write()).unwrap();
                prop_assert_eq!(figures_of(&again), figures_of(&own));
                prop_assert_eq!(again, own);
            }
            Err(errors) => {
                let is_blank = rows.values().flatten().all(Option::is_none);
                prop_assert!(is_blank || errors[0].to_string().contains("no quarter"), "{}", errors[0]);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        prop_assert_eq!(check::check(&text).err(), None);
    }

    #[test]
    fn any_table_is_read_or_refused(text in "(quarter|ocf|2026Q3|[,;\t\n\"#0-9.e-]){0,40}") {
        prop_assert_eq!(check::check(&text).err(), None);
    }
}
