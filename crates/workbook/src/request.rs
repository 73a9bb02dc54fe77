//! What a workbook is asked for, and how it is put together.

use crate::{
    error::WorkbookError,
    layout::Layout,
    plan::Plan,
    sheet::{Sheet, about, check, headline, inputs, model, reported},
    style::Styles,
};
use buildout_model::MAX_QUARTERS;
use buildout_scenario::{Language, Scenario};
use buildout_trace::Trace;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};

/// What a workbook is asked for.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    /// The scenario that is run.
    pub scenario: &'a Scenario,
    /// Quarters to run, 1 to [`MAX_QUARTERS`].
    pub quarters: usize,
    /// A title in the reader's words.
    pub title: &'a str,
    /// The link that reopens the scenario.
    pub link: &'a str,
    /// The day on which it is made, such as 2026-01-31.
    pub made_on: &'a str,
    /// The language of everything written.
    pub language: Language,
}

/// The workbook as the bytes of an xlsx file. The same request gives the same bytes.
///
/// # Errors
/// [`WorkbookError`] for a number of quarters that cannot be run, for a date that is none, and for a title or a link that
/// is too long for the format.
pub fn workbook(request: &Request<'_>) -> Result<Vec<u8>, WorkbookError> {
    let &Request { scenario, quarters, title, made_on, language, .. } = request;
    if !(1..=MAX_QUARTERS).contains(&quarters) {
        return Err(WorkbookError::Quarters(quarters));
    }
    let made = day(made_on)?;
    let trace = Trace::of(scenario.baseline(), scenario.inputs(), quarters);
    let trajectory = scenario.run(quarters);
    let headline = scenario.headline(&trajectory).ok_or(WorkbookError::Quarters(quarters))?;
    let plan = Plan {
        request,
        layout: Layout::new(&trace),
        trace: &trace,
        trajectory: &trajectory,
        headline: &headline,
        styles: Styles::default(),
    };

    let mut workbook = Workbook::new();
    let properties = DocProperties::new()
        .set_title(title)
        .set_subject(language.pick("Buildout: from power to cash", "Buildout：从电力到现金"))
        .set_comment(request.link)
        .set_creation_datetime(&made);
    workbook.set_properties(&properties);
    for sheet in Sheet::ALL {
        let worksheet = workbook.add_worksheet();
        worksheet.set_name(sheet.name(language))?;
        // As wide as a page where it is printed, however many pages long.
        worksheet.set_landscape().set_print_fit_to_pages(1, 0);
        match sheet {
            Sheet::About => about::write(worksheet, &plan)?,
            Sheet::Headline => headline::write(worksheet, &plan)?,
            Sheet::Inputs => inputs::write(worksheet, &plan)?,
            Sheet::Reported => reported::write(worksheet, &plan)?,
            Sheet::Model => model::write(worksheet, &plan)?,
            Sheet::Check => check::write(worksheet, &plan)?,
        }
    }
    for (name, address) in plan.layout.names(language) {
        workbook.define_name(name, &format!("={address}"))?;
    }
    Ok(workbook.save_to_buffer()?)
}

fn day(text: &str) -> Result<ExcelDateTime, WorkbookError> {
    let is_day = text.len() == "2026-01-31".len();
    let day = is_day.then(|| ExcelDateTime::parse_from_str(text).ok()).flatten();
    day.ok_or_else(|| WorkbookError::Date(text.to_owned()))
}
