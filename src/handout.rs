//! What the page hands out: orders to the desk, and files to the reader.

use crate::{
    browser::{
        desk::DeskError,
        download::{self, kind},
        picture,
    },
    explorer::{Explorer, Told},
    text,
};
use buildout_desk::{Order, Task};
use buildout_scenario::{Language, Link, Panel};
use leptos::{prelude::*, task::spawn_local};

/// A kind of file that the page hands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Handout {
    /// A chart's figures.
    ChartCsv(Panel),
    /// A chart, drawn.
    ChartPng(Panel),
    /// A chart as text.
    ChartSvg(Panel),
    /// All figures.
    RunCsv,
    /// The workbook.
    Workbook,
    /// The scenario.
    ScenarioFile,
    /// The card for posts, drawn.
    CardPng,
    /// The card for posts as text.
    CardSvg,
    /// A table to fill in.
    QuartersTemplate,
}

/// How many pixels a PNG of a chart has for each of its SVG: it is sharp on screens that have two for one.
const CHART_PNG_SCALE: f64 = 2.0;

impl Handout {
    /// What the desk does for it.
    fn task(self) -> Task {
        match self {
            Handout::ChartCsv(_) => Task::ChartCsv,
            Handout::ChartPng(_) | Handout::ChartSvg(_) => Task::ChartSvg,
            Handout::RunCsv => Task::RunCsv,
            Handout::Workbook => Task::Workbook,
            Handout::ScenarioFile => Task::ScenarioFile,
            Handout::CardPng | Handout::CardSvg => Task::CardSvg,
            Handout::QuartersTemplate => Task::QuartersTemplate,
        }
    }

    /// Pixels for each of the desk's SVG, for what becomes a PNG. The card has its size already.
    fn png_scale(self) -> Option<f64> {
        match self {
            Handout::ChartPng(_) => Some(CHART_PNG_SCALE),
            Handout::CardPng => Some(1.0),
            _ => None,
        }
    }

    fn panel(self, link: &Link) -> Panel {
        match self {
            Handout::ChartCsv(panel) | Handout::ChartPng(panel) | Handout::ChartSvg(panel) => panel,
            _ => link.view.panels.open().first().copied().unwrap_or(Panel::CashFlow),
        }
    }

    /// Media type and name of the file.
    fn kind_and_name(self, panel: Panel, made: &str) -> (&'static str, String) {
        let panel = panel.id();
        match self {
            Handout::ChartCsv(_) => (kind::CSV, format!("buildout-{panel}-{made}.csv")),
            Handout::ChartPng(_) => ("", format!("buildout-{panel}-{made}.png")),
            Handout::ChartSvg(_) => (kind::SVG, format!("buildout-{panel}-{made}.svg")),
            Handout::RunCsv => (kind::CSV, format!("buildout-{made}.csv")),
            Handout::Workbook => (kind::XLSX, format!("buildout-{made}.xlsx")),
            Handout::ScenarioFile => (kind::JSON, format!("buildout-scenario-{made}.json")),
            Handout::CardPng => ("", format!("buildout-card-{made}.png")),
            Handout::CardSvg => (kind::SVG, format!("buildout-card-{made}.svg")),
            Handout::QuartersTemplate => (kind::CSV, "buildout-own-quarters.csv".to_owned()),
        }
    }
}

/// Today, as `2026-11-25`.
pub(crate) fn today() -> String {
    let now = js_sys::Date::new_0();
    format!("{:04}-{:02}-{:02}", now.get_full_year(), now.get_month() + 1, now.get_date())
}

/// An order for what stands now.
pub(crate) fn order(explorer: Explorer, task: Task) -> Order {
    Order {
        link: explorer.link.with_untracked(Link::encode),
        language: explorer.language.get_untracked().id().to_owned(),
        made: today(),
        address: explorer.share_link_untracked(),
        own_quarters: explorer.own.with_untracked(|own| own.csv.clone()),
        ..Order::new(task)
    }
}

/// Why the desk did not do something, for the reader.
pub(crate) fn desk_error(error: DeskError, language: Language) -> String {
    match error {
        DeskError::Unreachable => text::desk_unreachable(language).to_owned(),
        DeskError::OtherVersion => text::desk_other_version(language).to_owned(),
        DeskError::Crashed => text::worker_crashed(language).to_owned(),
        DeskError::Told(told) => told,
    }
}

/// Makes a file of what stands now and offers it to the reader.
pub(crate) fn hand_out(explorer: Explorer, handout: Handout) {
    let language = explorer.language.get_untracked();
    explorer.told.set(Some(Told::Word(text::working(language).to_owned())));
    spawn_local(async move {
        let told = make(explorer, handout, language).await.err();
        let _ = explorer.told.try_set(told.map(Told::Trouble));
    });
}

async fn make(explorer: Explorer, handout: Handout, language: Language) -> Result<(), String> {
    let panel = explorer.link.with_untracked(|link| handout.panel(link));
    let made = today();
    let (kind, name) = handout.kind_and_name(panel, &made);
    let order = Order { panel: panel.id().to_owned(), ..order(explorer, handout.task()) };
    let bytes = explorer.desk().ask(order).await.map_err(|error| desk_error(error, language))?;
    let file = match handout.png_scale() {
        Some(scale) => {
            Some(picture::png(&bytes, scale).await.ok_or_else(|| text::no_picture(language).to_owned())?)
        }
        None => download::file(&bytes, kind),
    };
    let is_offered = file.is_some_and(|file| download::offer(&name, &file));
    if is_offered { Ok(()) } else { Err(text::not_offered(language).to_owned()) }
}
