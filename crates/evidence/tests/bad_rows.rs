//! A wrong row of a table stops the build with file, line and value: the build's own readers, fed tables with one mistake.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

#[path = "../build/chain.rs"]
mod chain;
#[path = "../build/claims.rs"]
mod claims;
#[path = "../build/mechanisms.rs"]
mod mechanisms;
#[path = "../build/table.rs"]
mod table;

use std::{fs, panic, path::Path};

type Read = fn(&Path) -> String;

/// The table with one text replaced by another, read: what the build says.
fn told(file: &str, read: Read, right: &str, wrong: &str) -> String {
    let data = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../data");
    let text = fs::read_to_string(data.join(file)).unwrap();
    assert!(text.contains(right), "{file} has no {right}");
    let place =
        Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{}-{}", file, right.len() + wrong.len()));
    fs::create_dir_all(&place).unwrap();
    fs::write(place.join(file), text.replacen(right, wrong, 1)).unwrap();
    let panic = panic::catch_unwind(|| read(&place)).expect_err("the table is taken");
    let said = panic.downcast_ref::<String>().cloned();
    said.or_else(|| panic.downcast_ref::<&str>().map(|said| (*said).to_owned())).unwrap()
}

#[test]
fn a_wrong_row_is_named_with_its_file_its_line_and_its_value() {
    // What the build says is looked at here; it need not be printed as well.
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let mut unlike = vec![];
    let (in_claims, in_mechanisms, in_chain): (Read, Read, Read) =
        (claims::code, mechanisms::code, chain::code);
    for (file, read, right, wrong, want) in [
        (
            "claims.csv",
            in_claims,
            "\n7,",
            "\n8,",
            "line 8: number is '8'; claims are numbered in order, so 7",
        ),
        ("claims.csv", in_claims, "1320亿美元年化", " ", "line 8: phrase is ' '; it must say something"),
        ("claims.csv", in_claims, "is,132,", "is,much,", "line 8: value is 'much'; it must be a number"),
        ("claims.csv", in_claims, "is,132,", "range,132,", "line 8: value_to is ''; a range"),
        (
            "claims.csv",
            in_claims,
            "is,132,",
            "was,132,",
            "line 8: sense is 'was'; it must be one of is, about",
        ),
        ("claims.csv", in_claims, "B$/yr,2025Q3", "B$/yr,2025Q5", "line 8: date is '2025Q5'; it must be"),
        ("claims.csv", in_claims, "B$,2025,The", "B$,2025-13,The", "line 3: date is '2025-13'; it must be"),
        (
            "claims.csv",
            in_claims,
            "aws_revenue,2025Q3",
            "aws_revenu,2025Q3",
            "line 8: reported_output is 'aws_revenu'",
        ),
        (
            "claims.csv",
            in_claims,
            "capex_ttm,2025Q4",
            "capex_ttm,2029Q4",
            "line 3: reported_quarter is '2029Q4'",
        ),
        ("claims.csv", in_claims, "2025Q3,2025Q2,", "2025Q3,2005Q2,", "line 11: less_quarter is '2005Q2'"),
        (
            "claims.csv",
            in_claims,
            "exceeded",
            "doubled",
            "line 3: verdict is 'doubled'; it must be one of agrees",
        ),
        (
            "claims.csv",
            in_claims,
            "severance_cash ",
            "severence ",
            "line 2: sets is 'severence'; it must be an id",
        ),
        (
            "mechanisms.csv",
            in_mechanisms,
            "\nM2,",
            "\nM3,",
            "line 3: id is 'M3'; mechanisms are numbered in order, so M2",
        ),
        ("mechanisms.csv", in_mechanisms, "it_room limit_power", "it_rom", "line 2: carried_by is 'it_rom'"),
        ("mechanisms.csv", in_mechanisms, "facility_lead pue", "lead pue", "line 2: inputs is 'lead'"),
        (
            "mechanisms.csv",
            in_mechanisms,
            "fill,3 6",
            "fill,3 7",
            "line 2: step is '3 7'; limit_power is computed in step 6",
        ),
        (
            "mechanisms.csv",
            in_mechanisms,
            "fill,3 6",
            "fill,3 6 9",
            "line 2: step is '9'; nothing that carries",
        ),
        (
            "mechanisms.csv",
            in_mechanisms,
            "use ai_revenue,utilisation ramp,7",
            ",utilisation ramp,",
            "line 4: carried_by is ''; what nothing carries has a reason",
        ),
        ("chain.csv", in_chain, "edge,plans,", "edge,plan,", "line 17: id is 'plan'; it must be a node"),
        ("chain.csv", in_chain, "across", "up", "route is 'up'; it must be across or down"),
        ("chain.csv", in_chain, "feedback", "loop", "kind is 'loop'; it must be node, edge or feedback"),
        ("chain.csv", in_chain, ",2,1,", ",2,0,", "another node has that id or that place"),
    ] {
        let said = told(file, read, right, wrong);
        if !(said.contains(&format!("data/{file}, line ")) && said.contains(want)) {
            unlike.push(format!("{wrong}: {said}"));
        }
    }
    panic::set_hook(hook);
    assert!(unlike.is_empty(), "{}", unlike.join("\n"));
}
