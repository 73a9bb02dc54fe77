//! `export --xlsx`: a run as a spreadsheet of live formulas.

use crate::failure::Failure;
use buildout_scenario::{Link, Preset};
use buildout_workbook::{Request, workbook};
use std::io::Write;
use time::OffsetDateTime;

/// Writes the workbook of a link's scenario, run for `quarters` quarters, in the language of the link.
pub(crate) fn export_xlsx(link: &Link, quarters: usize, out: &mut impl Write) -> Result<(), Failure> {
    let language = link.view.language.unwrap_or_default();
    let scenario = &link.scenario;
    let baseline = scenario.baseline();
    let title = match Preset::of(scenario) {
        Some(preset) => language.pick(preset.label_en, preset.label_zh),
        None => language.pick(baseline.label_en(), baseline.label_zh()),
    };
    let request = Request {
        scenario,
        quarters,
        title,
        link: &format!("#{}", link.encode()),
        made_on: &today(),
        language,
    };
    out.write_all(&workbook(&request)?)?;
    Ok(())
}

/// The day in UTC, such as 2026-01-31.
fn today() -> String {
    OffsetDateTime::now_utc().date().to_string()
}

#[cfg(test)]
mod tests {
    use super::{export_xlsx, today};
    use buildout_scenario::Link;

    #[test]
    fn a_workbook_of_a_link_is_written() {
        assert_eq!(today().len(), 10);
        for text in ["#1~2025q3~cx1_180", "1~2026q2~psl_4~L_zh"] {
            let mut bytes = Vec::new();
            export_xlsx(&Link::decode(text).link, 5, &mut bytes).unwrap();
            assert_eq!(&bytes[..2], b"PK", "{text}");
        }
        let error = export_xlsx(&Link::default(), 0, &mut Vec::new()).unwrap_err();
        assert!(error.to_string().contains("1 to 41"), "{error}");
    }
}
