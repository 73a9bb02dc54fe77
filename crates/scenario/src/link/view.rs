//! What of the page a link shows: horizon, language, panels, the years and the span of each figure.

use crate::{horizon::Horizon, language::Language};

/// What of the page a link shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct View {
    /// How far the run goes.
    pub horizon: Horizon,
    /// The language, where the link asks for one.
    pub language: Option<Language>,
    /// The panels that are open, in their order.
    pub panels: Panels,
    /// The span over which flows are added up.
    pub period: Period,
    /// The years shown, where they are fewer than those there are.
    pub zoom: Option<Zoom>,
}

/// A panel of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Panel {
    /// Operating cash flow, CapEx and free cash flow.
    CashFlow,
    /// CapEx by use.
    Capex,
    /// Power and what it carries, with the binding limit.
    Capacity,
    /// The AI fleet by chip.
    Chips,
    /// AWS sales and growth.
    Sales,
    /// AI services.
    Services,
    /// AWS margin and depreciation.
    Margin,
    /// Backlog and coverage.
    Backlog,
    /// Advertising and stores.
    AdsStores,
    /// Cash, debt and what is returned.
    Cash,
    /// The AI build on its own.
    AiBuild,
    /// The four curves to watch.
    Curves,
}

impl Panel {
    /// Every panel, in the order of the chain.
    pub const ALL: [Panel; 12] = [
        Panel::CashFlow,
        Panel::Capex,
        Panel::Capacity,
        Panel::Chips,
        Panel::Sales,
        Panel::Services,
        Panel::Margin,
        Panel::Backlog,
        Panel::AdsStores,
        Panel::Cash,
        Panel::AiBuild,
        Panel::Curves,
    ];

    /// The name used in links and in the page.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Panel::CashFlow => "cash-flow",
            Panel::Capex => "capex",
            Panel::Capacity => "capacity",
            Panel::Chips => "chips",
            Panel::Sales => "sales",
            Panel::Services => "services",
            Panel::Margin => "margin",
            Panel::Backlog => "backlog",
            Panel::AdsStores => "ads-stores",
            Panel::Cash => "cash",
            Panel::AiBuild => "ai-build",
            Panel::Curves => "curves",
        }
    }

    /// The panel of that name, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|panel| panel.id() == id)
    }
}

/// The open panels in their order: each at most once, and never none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Panels(Vec<Panel>);

/// The panels of a page that was not asked for others.
const DEFAULT_PANELS: [Panel; 6] =
    [Panel::CashFlow, Panel::Sales, Panel::Capacity, Panel::Chips, Panel::Margin, Panel::AiBuild];

impl Default for Panels {
    fn default() -> Self {
        Self(DEFAULT_PANELS.to_vec())
    }
}

impl Panels {
    /// These panels, each once; the default ones where there are none.
    #[must_use]
    pub fn of(panels: impl IntoIterator<Item = Panel>) -> Self {
        let mut open = Vec::new();
        for panel in panels {
            if !open.contains(&panel) {
                open.push(panel);
            }
        }
        if open.is_empty() { Self::default() } else { Self(open) }
    }

    /// The open panels, in their order.
    #[must_use]
    pub fn open(&self) -> &[Panel] {
        &self.0
    }

    /// Whether a panel is open.
    #[must_use]
    pub fn is_open(&self, panel: Panel) -> bool {
        self.0.contains(&panel)
    }

    /// Opens a panel at the end, or closes it; the last one stays open.
    pub fn toggle(&mut self, panel: Panel) {
        match self.0.iter().position(|open| *open == panel) {
            Some(place) if self.0.len() > 1 => drop(self.0.remove(place)),
            Some(_) => {}
            None => self.0.push(panel),
        }
    }

    /// Moves a panel a place towards the beginning.
    pub fn move_up(&mut self, panel: Panel) {
        if let Some(place) = self.0.iter().position(|open| *open == panel).filter(|place| *place > 0) {
            self.0.swap(place, place - 1);
        }
    }
}

/// The span over which flows are added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Period {
    /// What suits each chart: the trailing year for cash flow, the quarter for the others.
    #[default]
    Natural,
    /// A quarter.
    Quarter,
    /// The last four quarters.
    TrailingYear,
    /// A calendar year.
    CalendarYear,
}

impl Period {
    /// Every period.
    pub const ALL: [Period; 4] =
        [Period::Natural, Period::Quarter, Period::TrailingYear, Period::CalendarYear];

    /// The name used in links.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Period::Natural => "natural",
            Period::Quarter => "quarter",
            Period::TrailingYear => "trailing",
            Period::CalendarYear => "calendar",
        }
    }

    /// The period of that name, if there is one.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|period| period.id() == id)
    }
}

/// A range of years, first and last included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Zoom {
    first: i32,
    last: i32,
}

impl Zoom {
    /// Years that a chart can show.
    const YEARS: core::ops::RangeInclusive<i32> = 2019..=2040;

    /// A range of years in their order, if there are any in it.
    #[must_use]
    pub fn new(first: i32, last: i32) -> Option<Self> {
        let within = Self::YEARS.contains(&first) && Self::YEARS.contains(&last) && first <= last;
        within.then_some(Self { first, last })
    }

    /// Reads `2027-2030`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (first, last) = text.split_once('-')?;
        Self::new(first.parse().ok()?, last.parse().ok()?)
    }

    /// The first year.
    #[must_use]
    pub fn first(self) -> i32 {
        self.first
    }

    /// The last year.
    #[must_use]
    pub fn last(self) -> i32 {
        self.last
    }
}

impl core::fmt::Display for Zoom {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        write!(f, "{}-{}", self.first, self.last)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn panels_are_each_open_once_and_never_none() {
        let mut panels = Panels::of([Panel::Chips, Panel::Cash, Panel::Chips]);
        assert_eq!(panels.open(), [Panel::Chips, Panel::Cash]);
        panels.move_up(Panel::Cash);
        panels.move_up(Panel::Cash);
        assert_eq!(panels.open(), [Panel::Cash, Panel::Chips]);
        panels.toggle(Panel::Cash);
        panels.toggle(Panel::Chips);
        assert_eq!(panels.open(), [Panel::Chips], "the last one stays");
        panels.toggle(Panel::Curves);
        assert!(panels.is_open(Panel::Curves));
        assert_eq!(Panels::of([]), Panels::default());
    }

    #[test]
    fn a_zoom_is_read_as_it_is_written() {
        for (text, want) in
            [("2027-2030", Some((2027, 2030))), ("2030-2027", None), ("2027", None), ("1800-2030", None)]
        {
            let zoom = Zoom::parse(text);
            assert_eq!(zoom.map(|zoom| (zoom.first(), zoom.last())), want, "{text}");
            if let Some(zoom) = zoom {
                assert_eq!(zoom.to_string(), text);
            }
        }
    }
}
