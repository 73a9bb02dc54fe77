//! What the page asks of the desk, as texts that pass between a page and its worker.

use buildout_figures::view::OwnFigure;
use buildout_model::Output;
use std::fmt::Write;

/// A kind of work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Task {
    /// A chart as an SVG document.
    ChartSvg,
    /// The card for posts as an SVG document.
    CardSvg,
    /// The figures of a chart as CSV: reported, of the run, and of what it is compared with.
    ChartCsv,
    /// All figures of the run as CSV, likewise.
    RunCsv,
    /// The run as a workbook of live formulas.
    Workbook,
    /// The scenario as a JSON file.
    ScenarioFile,
    /// A file of the reader's: a scenario, or reported quarters.
    Open,
    /// A file of reported quarters to fill in.
    QuartersTemplate,
    /// What a link will show, in words: the scenario, then its free cash flow, a line each.
    Preview,
    /// A text as a QR code: [`Order::text`] becomes the path of an SVG whose view box has the width given before it.
    QrCode,
}

impl Task {
    /// Every kind of work.
    pub const ALL: [Task; 10] = [
        Task::ChartSvg,
        Task::CardSvg,
        Task::ChartCsv,
        Task::RunCsv,
        Task::Workbook,
        Task::ScenarioFile,
        Task::Open,
        Task::QuartersTemplate,
        Task::Preview,
        Task::QrCode,
    ];

    /// Its name between a page and its worker.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Task::ChartSvg => "chart-svg",
            Task::CardSvg => "card-svg",
            Task::ChartCsv => "chart-csv",
            Task::RunCsv => "run-csv",
            Task::Workbook => "workbook",
            Task::ScenarioFile => "scenario-file",
            Task::Open => "open",
            Task::QuartersTemplate => "quarters-template",
            Task::Preview => "preview",
            Task::QrCode => "qr-code",
        }
    }

    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|task| task.id() == id)
    }
}

/// A piece of work; texts that a task does not need are empty.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What to do.
    pub task: Task,
    /// The scenario, as a link.
    pub link: String,
    /// Quarters to run; where it is empty, to the horizon of the link.
    pub quarters: String,
    /// The panel, as in links.
    pub panel: String,
    /// The language, as in links.
    pub language: String,
    /// The day, as `2026-11-25`: the desk has no clock.
    pub made: String,
    /// The address that opens the scenario.
    pub address: String,
    /// The name of a scenario, a file's content, or what a QR code says.
    pub text: String,
    /// The reader's own quarters, as their file has them.
    pub own_quarters: String,
}

/// Texts of an order.
const PARTS: usize = 9;

impl Order {
    /// An order with nothing but its task.
    #[must_use]
    pub fn new(task: Task) -> Self {
        let nothing = String::new;
        Self {
            task,
            link: nothing(),
            quarters: nothing(),
            panel: nothing(),
            language: nothing(),
            made: nothing(),
            address: nothing(),
            text: nothing(),
            own_quarters: nothing(),
        }
    }

    /// The order as texts.
    #[must_use]
    pub fn into_parts(self) -> [String; PARTS] {
        let Self { task, link, quarters, panel, language, made, address, text, own_quarters } = self;
        [task.id().to_owned(), link, quarters, panel, language, made, address, text, own_quarters]
    }

    /// The order that texts are; none where they are none.
    #[must_use]
    pub fn from_parts(parts: Vec<String>) -> Option<Self> {
        let [task, link, quarters, panel, language, made, address, text, own_quarters] =
            <[String; PARTS]>::try_from(parts).ok()?;
        let task = Task::from_id(&task)?;
        Some(Self { task, link, quarters, panel, language, made, address, text, own_quarters })
    }
}

/// What a file of the reader's turned out to be.
#[derive(Clone, Debug, PartialEq)]
pub enum Opened {
    /// A scenario.
    Scenario {
        /// Its name.
        name: String,
        /// Its link.
        link: String,
        /// What of it was not taken, a sentence each.
        notices: Vec<String>,
    },
    /// Reported quarters, from a file that was read without fault.
    Quarters {
        /// Every figure in it and all that follow from them.
        figures: Vec<OwnFigure>,
        /// Its text.
        csv: String,
    },
}

const SCENARIO: &str = "scenario";
const QUARTERS: &str = "quarters";

impl Opened {
    /// As a text: the kind in the first line.
    #[must_use]
    pub fn write(&self) -> String {
        match self {
            Opened::Scenario { name, link, notices } => [SCENARIO, name, link]
                .into_iter()
                .chain(notices.iter().map(String::as_str))
                .collect::<Vec<_>>()
                .join("\n"),
            Opened::Quarters { figures, csv } => {
                let mut text = format!("{QUARTERS}\n");
                for OwnFigure { quarter, output, value } in figures {
                    let _ = writeln!(text, "{quarter},{},{value}", output.id());
                }
                text + "\n" + csv
            }
        }
    }

    /// Reads such a text.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (kind, rest) = text.split_once('\n')?;
        match kind {
            QUARTERS => {
                // An empty line ends the figures.
                let (lines, csv) =
                    rest.split_once("\n\n").or_else(|| Some(("", rest.strip_prefix('\n')?)))?;
                let figures = lines.lines().map(read_figure).collect::<Option<_>>()?;
                Some(Opened::Quarters { figures, csv: csv.to_owned() })
            }
            SCENARIO => {
                let mut lines = rest.split('\n').map(str::to_owned);
                Some(Opened::Scenario { name: lines.next()?, link: lines.next()?, notices: lines.collect() })
            }
            _ => None,
        }
    }
}

fn read_figure(line: &str) -> Option<OwnFigure> {
    let mut parts = line.split(',');
    let (quarter, output, value) = (parts.next()?, parts.next()?, parts.next()?);
    Some(OwnFigure {
        quarter: quarter.parse().ok()?,
        output: Output::from_id(output)?,
        value: value.parse().ok()?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*, sample::select};

    proptest! {
        #[test]
        fn an_order_passes_as_texts(task in select(Task::ALL.to_vec()), texts in vec(any::<String>(), PARTS - 1)) {
            let parts: Vec<_> = [task.id().to_owned()].into_iter().chain(texts).collect();
            let order = Order::from_parts(parts.clone()).unwrap();
            prop_assert_eq!(order.into_parts().to_vec(), parts);
        }

        #[test]
        fn what_was_opened_passes_as_text(
            name in "[^\n]{1,80}", link in "[a-z0-9_~.]{1,80}", notices in vec("[^\n]{0,80}", 0..4),
            figures in vec((8000..8200_i32, select(Output::ALL.to_vec()), -1e6..1e6_f64), 0..9), csv in any::<String>(),
        ) {
            let figures =
                figures.into_iter().map(|(quarter, output, value)| OwnFigure { quarter, output, value }).collect();
            for opened in [Opened::Scenario { name, link, notices }, Opened::Quarters { figures, csv }] {
                prop_assert_eq!(Opened::read(&opened.write()), Some(opened));
            }
        }
    }

    #[test]
    fn what_is_no_order_is_none() {
        assert_eq!(Order::from_parts(vec![]), None);
        assert_eq!(Order::from_parts(vec!["cook".to_owned(); PARTS]), None);
        assert_eq!(Opened::read("recipe\nsoup"), None);
    }
}
