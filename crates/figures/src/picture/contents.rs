//! What a picture says.

use crate::{
    text,
    view::{Chart, OwnFigure, Run, Shown, ShownAs, chart, summary},
};
use buildout_scenario::{Language, Panel};

/// Size of the card for posts: pixels of its PNG.
pub const CARD_SIZE_PX: (u32, u32) = (1200, 675);

/// A card is drawn for a smaller frame and enlarged, so that it can be read in a stream of posts.
const CARD_SCALE: f64 = 1.5;
const CHART_WIDTH_PX: f64 = 920.0;
const CHART_HEIGHT_PX: f64 = 540.0;
/// Height that each further plot of a chart adds.
const FURTHER_PLOT_PX: f64 = 110.0;

/// What is asked for: a chart of a run, in a language, at a date and an address.
#[derive(Clone, Copy, Debug)]
pub struct Asked<'a> {
    /// The chart.
    pub panel: Panel,
    /// The run.
    pub run: &'a Run,
    /// What it is compared with.
    pub base: &'a Run,
    /// What the reader reports.
    pub own: &'a [OwnFigure],
    /// How charts are shown.
    pub shown: ShownAs,
    /// The language.
    pub language: Language,
    /// The day on which it is made, as `2026-11-25`.
    pub made: &'a str,
    /// The address that opens this scenario.
    pub address: &'a str,
}

/// Everything that a picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Width and height, CSS pixels.
    pub size_px: (f64, f64),
    /// How many times larger than that it is shown.
    pub enlarged: f64,
    /// Its title.
    pub title: String,
    /// What the chart is counted in.
    pub unit: &'static str,
    /// The scenario in words.
    pub scenario: String,
    /// Label and figure of what stands over the chart of a card.
    pub headline: Vec<(&'static str, String)>,
    /// Over the chart of a card: what it shows, and its unit.
    pub chart_title: Option<String>,
    /// The chart.
    pub chart: Chart,
    /// What the chart shows, in a sentence; a card leaves it out.
    pub summary: Option<String>,
    /// Where the figures come from, and what they are not.
    pub source: String,
    /// The address that opens this scenario.
    pub address: String,
    /// Words over the reported quarters and over the run.
    pub reported_and_run: (&'static str, &'static str),
}

impl Picture {
    /// A chart with everything that it needs to stand alone.
    #[must_use]
    pub fn of_chart(asked: &Asked<'_>) -> Self {
        let Asked { panel, run, language, .. } = *asked;
        let chart = asked.chart();
        let further = chart.plots.len().saturating_sub(1) as f64;
        Self {
            size_px: (CHART_WIDTH_PX, CHART_HEIGHT_PX + further * FURTHER_PLOT_PX),
            title: text::panel_title(panel, language).to_owned(),
            unit: text::panel_unit(panel, asked.shown.period, language),
            summary: Some(summary(panel, run, language)),
            ..asked.frame(chart)
        }
    }

    /// A card for posts: the question, the headline, a chart.
    #[must_use]
    pub fn card(asked: &Asked<'_>) -> Self {
        let Asked { panel, run, base, shown, language, .. } = *asked;
        let figure = |name| (text::headline_label(name, language), Shown::of(name, run, base, language).text);
        Self {
            size_px: (f64::from(CARD_SIZE_PX.0) / CARD_SCALE, f64::from(CARD_SIZE_PX.1) / CARD_SCALE),
            enlarged: CARD_SCALE,
            title: text::question(language).to_owned(),
            chart_title: Some(match text::panel_unit(panel, shown.period, language) {
                "" => text::panel_title(panel, language).to_owned(),
                unit => format!("{} · {unit}", text::panel_title(panel, language)),
            }),
            headline: ["fcf_trough", "fcf_2030", "aws_2030", "npv"].map(figure).to_vec(),
            ..asked.frame(asked.chart())
        }
    }
}

impl Asked<'_> {
    fn chart(&self) -> Chart {
        chart(self.panel, self.run, self.base, self.shown, self.language).with_own(self.own)
    }

    /// What every picture says, around `chart`.
    fn frame(&self, chart: Chart) -> Picture {
        let Asked { run, language, .. } = *self;
        Picture {
            size_px: (0.0, 0.0),
            enlarged: 1.0,
            title: String::new(),
            unit: "",
            scenario: text::scenario_words(&run.scenario, language),
            headline: vec![],
            chart_title: None,
            chart,
            summary: None,
            source: text::picture_source(run.scenario.baseline(), self.made, language),
            address: self.address.to_owned(),
            reported_and_run: (text::reported(language), text::run(language)),
        }
    }
}
