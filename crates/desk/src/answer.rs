//! What the desk makes of an order.

use crate::order::{Opened, Order, Task};
use crate::words;
use buildout_figures::{
    chart::Palette,
    picture::{Asked, Picture},
    text,
    view::{OwnFigure, Run, ShownAs, columns, fanned, summary},
};
use buildout_files::{
    Date, OwnQuarters, RunExport, ScenarioFile, own_quarters_template, read_own_quarters, read_scenario_file,
};
use buildout_model::Output;
use buildout_scenario::{Language, Link, Panel, Preset, Scenario};
use buildout_workbook::{Request, workbook};
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Light modules around a QR code, so that a camera finds it.
const QUIET_MODULES: usize = 4;

/// Does what is ordered. Texts are UTF-8.
///
/// # Errors
/// A message for the reader, in the order's language: what is wrong with a file, or what cannot be made.
pub fn answer(order: &Order) -> Result<Vec<u8>, String> {
    match order.task {
        Task::ChartSvg => svg(order, Picture::of_chart),
        Task::CardSvg => svg(order, Picture::card),
        Task::ChartCsv => csv(order, columns(panel(order))),
        Task::RunCsv => csv(order, &Output::ALL),
        Task::Workbook => xlsx(order),
        Task::ScenarioFile => {
            let file = scenario_file(order);
            let file = Date::parse(&order.made).map_or(file.clone(), |day| file.made_on(day));
            Ok(file.write().into_bytes())
        }
        Task::Open => open(order).map(|opened| opened.write().into_bytes()),
        Task::QuartersTemplate => Ok(own_quarters_template().into_bytes()),
        Task::Preview => Ok(preview(order).into_bytes()),
        Task::QrCode => qr_code(order).map(String::into_bytes),
    }
}

fn link(order: &Order) -> Link {
    Link::decode(&order.link).link
}

/// Quarters to run, where another number is asked for than the horizon of the link.
fn quarters(order: &Order) -> Option<usize> {
    order.quarters.parse().ok()
}

fn language(order: &Order) -> Language {
    Language::from_id(&order.language).unwrap_or_default()
}

/// The panel asked for, or the first one that the link opens.
fn panel(order: &Order) -> Panel {
    let first = || link(order).view.panels.open().first().copied();
    Panel::from_id(&order.panel).or_else(first).unwrap_or(Panel::CashFlow)
}

fn scenario_file(order: &Order) -> ScenarioFile {
    ScenarioFile::new(&order.text, link(order))
}

/// The reader's quarters; they were read without fault when they were brought, so faults now leave them out.
fn own_quarters(order: &Order) -> Option<OwnQuarters> {
    read_own_quarters(&order.own_quarters).ok()
}

fn svg(order: &Order, picture: impl FnOnce(&Asked<'_>) -> Picture) -> Result<Vec<u8>, String> {
    let link = link(order);
    let run = |scenario: Scenario| match quarters(order) {
        Some(quarters) => Run::ran(scenario, scenario.run(quarters)),
        None => Run::of(scenario, link.view.horizon),
    };
    let base = link.compared.unwrap_or_else(|| Scenario::base(link.scenario.baseline()));
    let asked = Asked {
        panel: panel(order),
        run: &run(link.scenario),
        base: &run(base),
        own: &own_quarters(order).map_or_else(Vec::new, |own| own_figures(&own)),
        shown: ShownAs { period: link.view.period, zoom: link.view.zoom },
        language: language(order),
        made: &order.made,
        address: &order.address,
    };
    let picture = with_fans(picture(&asked), &link, asked.language);
    picture.svg(&Palette::light()).map(String::into_bytes)
}

/// The picture with the fans that its link shows, and what they are.
fn with_fans(picture: Picture, link: &Link, language: Language) -> Picture {
    if !link.uncertain.is_shown {
        return picture;
    }
    let key = text::fan_key(link.uncertain.draws, link.uncertain.seed, language);
    let source = format!("{key} {}", picture.source);
    Picture { chart: fanned(picture.chart, link), source, ..picture }
}

fn csv(order: &Order, columns: &[Output]) -> Result<Vec<u8>, String> {
    let mut csv = vec![];
    let own = own_quarters(order);
    RunExport::of(scenario_file(order), quarters(order))
        .write_csv(&mut csv, columns, own.as_ref())
        .map_err(|error| error.to_string())?;
    Ok(csv)
}

fn xlsx(order: &Order) -> Result<Vec<u8>, String> {
    let (link, language) = (link(order), language(order));
    let baseline = link.scenario.baseline();
    let title = match Preset::of(&link.scenario) {
        _ if !order.text.is_empty() => &order.text,
        Some(preset) => language.pick(preset.label_en, preset.label_zh),
        None => language.pick(baseline.label_en(), baseline.label_zh()),
    };
    let request = Request {
        scenario: &link.scenario,
        quarters: quarters(order).unwrap_or_else(|| link.quarters()),
        title,
        link: &order.address,
        made_on: &order.made,
        language,
    };
    workbook(&request).map_err(|error| error.to_string())
}

/// Every figure that a reader's quarters hold or that follows from them.
fn own_figures(own: &OwnQuarters) -> Vec<OwnFigure> {
    own.quarters()
        .flat_map(|quarter| {
            Output::ALL.into_iter().filter_map(move |output| {
                Some(OwnFigure { quarter: quarter.index(), output, value: own.get(quarter, output)? })
            })
        })
        .collect()
}

/// A scenario file is a JSON object; anything else can only be a table.
fn open(order: &Order) -> Result<Opened, String> {
    let (text, language) = (order.text.trim_start_matches('\u{feff}'), language(order));
    if text.trim_start().starts_with('{') {
        let opened = read_scenario_file(text).map_err(|errors| words::file_errors(&errors, language))?;
        return Ok(Opened::Scenario {
            name: opened.file.name().to_owned(),
            link: opened.file.link().encode(),
            notices: opened.notices.iter().map(|notice| words::file_notice(notice, language)).collect(),
        });
    }
    let own = read_own_quarters(text).map_err(|errors| words::quarters_errors(&errors, language))?;
    Ok(Opened::Quarters { figures: own_figures(&own), csv: own.write() })
}

fn preview(order: &Order) -> String {
    let (link, language) = (link(order), language(order));
    let run = Run::of(link.scenario, link.view.horizon);
    format!(
        "{}\n{}",
        text::scenario_words(&link.scenario, language),
        summary(Panel::CashFlow, &run, language)
    )
}

/// The width of a code in modules, a space, and its dark modules as the path of an SVG.
fn qr_code(order: &Order) -> Result<String, String> {
    let code = QrCode::with_error_correction_level(order.text.as_bytes(), EcLevel::L)
        .map_err(|_| words::too_long_for_a_code(order.text.len(), language(order)))?;
    let width = code.width();
    let mut path = format!("{} ", width + 2 * QUIET_MODULES);
    for (place, _) in code.to_colors().into_iter().enumerate().filter(|(_, color)| *color == Color::Dark) {
        let (x, y) = (place % width + QUIET_MODULES, place / width + QUIET_MODULES);
        let _ = write!(path, "M{x} {y}h1v1h-1z");
    }
    Ok(path)
}
