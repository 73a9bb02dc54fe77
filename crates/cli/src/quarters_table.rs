//! Quarters as a table to read on a terminal: the chain in a dozen columns.

use crate::failure::Failure;
use buildout_model::{Output, Trajectory};
use std::io::Write;

const COLUMNS: [(Output, &str); 11] = [
    (Output::Power, "GW"),
    (Output::AiIt, "AI GW"),
    (Output::Binding, "limit"),
    (Output::Use, "use %"),
    (Output::AiRevenue, "AI"),
    (Output::AwsRevenue, "AWS"),
    (Output::AwsMargin, "margin %"),
    (Output::Capex, "CapEx"),
    (Output::OcfTtm, "OCF ttm"),
    (Output::CapexTtm, "CapEx ttm"),
    (Output::FcfTtm, "FCF ttm"),
];

pub(crate) fn quarters_table(out: &mut impl Write, trajectory: &Trajectory<f64>) -> Result<(), Failure> {
    write!(out, "{:7}", "quarter")?;
    for (_, title) in COLUMNS {
        write!(out, " {title:>9}")?;
    }
    writeln!(out)?;
    for (quarter, figures) in trajectory.quarters() {
        write!(out, "{:7}", quarter.to_string())?;
        for (output, title) in COLUMNS {
            let figure = figures.get(output);
            match output {
                Output::Binding => write!(out, " {:>9}", figures.binding_limit().id())?,
                _ if title.ends_with('%') => write!(out, " {:>9.1}", figure * 100.0)?,
                _ => write!(out, " {figure:>9.2}")?,
            }
        }
        writeln!(out)?;
    }
    writeln!(out, "\nB$; AI, AWS and CapEx by quarter; ttm: trailing four quarters")?;
    Ok(())
}
