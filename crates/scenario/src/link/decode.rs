//! Reading a link: any text opens something, and what could not be taken is told.

use super::{
    DRAWS_KEY, FANS_KEY, HORIZON_KEY, LANGUAGE_KEY, LINK_VERSION, Link, Notice, ON, PANEL_SEPARATOR,
    PANELS_KEY, PERIOD_KEY, Panel, Panels, Period, RANGE_OFF, RANGE_PREFIX, RECEIPT_KEY, Receipt, SEED_KEY,
    ZOOM_KEY, Zoom, migrate::migrate, quote::quote,
};
use crate::{horizon::Horizon, language::Language, scenario::Scenario, uncertain::Uncertain};
use buildout_model::{Baseline, Input};

/// Characters of a link that are read. The longest canonical link, two scenarios with every input and every range changed, is shorter.
pub const LONGEST_LINK: usize = 16_384;

/// A link as far as it could be read, and what could not be.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decoded {
    /// The link.
    pub link: Link,
    /// What was not taken as it stands, in the order of the text.
    pub notices: Vec<Notice>,
}

impl Link {
    /// Reads a link: a whole address, its fragment, or what follows `#`. Never fails: nothing is the default scenario.
    #[must_use]
    pub fn decode(text: &str) -> Decoded {
        let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment);
        let mut reader = Reader::default();
        reader.read(fragment.trim());
        Decoded { link: reader.link, notices: reader.notices }
    }
}

/// Some programs write the characters of a link as `%7E`; nothing else that is escaped can belong to a link.
fn unescape(text: &str) -> String {
    let mut unescaped = text.to_owned();
    for (escaped, character) in [
        ("%7E", "~"),
        ("%7e", "~"),
        ("%5F", "_"),
        ("%5f", "_"),
        ("%2E", "."),
        ("%2e", "."),
        ("%2D", "-"),
        ("%2d", "-"),
    ] {
        unescaped = unescaped.replace(escaped, character);
    }
    unescaped
}

#[derive(Default)]
struct Reader {
    link: Link,
    notices: Vec<Notice>,
    /// The horizon as written, read once the baseline is known.
    horizon: Option<String>,
    /// Keys about the page that were read.
    given: Vec<&'static str>,
    /// Inputs whose ranges were read.
    ranged: Vec<Input>,
}

/// The key about the page that a link may hold once, if this is one.
fn page_key(key: &str) -> Option<&'static str> {
    [HORIZON_KEY, LANGUAGE_KEY, PERIOD_KEY, RECEIPT_KEY, PANELS_KEY, ZOOM_KEY, FANS_KEY, DRAWS_KEY, SEED_KEY]
        .into_iter()
        .find(|known| *known == key)
}

/// The input whose range a key is about.
fn ranged_input(key: &str) -> Option<Input> {
    Input::from_key(key.strip_prefix(RANGE_PREFIX)?)
}

impl Reader {
    fn read(&mut self, text: &str) {
        if text.is_empty() {
            return;
        }
        let length = text.chars().count();
        let read: String = text.chars().take(LONGEST_LINK).collect();
        if length > LONGEST_LINK {
            self.notices.push(Notice::TooLong { read: LONGEST_LINK, length });
        }
        let text = unescape(&read);

        let (version, rest) = text.split_once('~').unwrap_or((&text, ""));
        let rest = match version.parse::<u32>() {
            Ok(version) if version > LINK_VERSION => {
                self.notices.push(Notice::NewerVersion { version });
                Some(rest.to_owned())
            }
            Ok(version) => migrate(version, rest),
            Err(_) => None,
        };
        let Some(rest) = rest else {
            self.notices.push(Notice::NotALink { text: quote(&text) });
            return;
        };

        // A program that takes a link out of a sentence may leave the tilde at its end or lose it.
        let mut scenarios = rest.trim_end_matches('~').split("~~");
        self.link.scenario = self.scenario(scenarios.next().unwrap_or(""));
        self.link.compared = scenarios.next().map(|text| self.scenario(text));
        if scenarios.next().is_some() {
            self.notices.push(Notice::MoreScenarios);
        }
        self.read_horizon();
    }

    fn scenario(&mut self, text: &str) -> Scenario {
        let (id, parts) = text.split_once('~').unwrap_or((text, ""));
        let baseline = Baseline::from_id(id).unwrap_or_else(|| {
            let taken = Baseline::default();
            self.notices.push(Notice::UnknownBaseline { id: quote(id), taken });
            taken
        });
        let mut scenario = Scenario::base(baseline);
        let mut given = Vec::new();
        for part in parts.split('~').filter(|part| !part.is_empty()) {
            let (key, value) = part.split_once('_').unwrap_or((part, ""));
            if let Some(key) = page_key(key) {
                self.read_of_page(key, value, part);
            } else if let Some(input) = Input::from_key(key) {
                if given.contains(&input) {
                    self.notices.push(Notice::Repeated { input });
                }
                given.push(input);
                self.read_input(&mut scenario, input, value);
            } else if let Some(input) = ranged_input(key) {
                self.read_range(input, value, part);
            } else {
                self.notices.push(Notice::UnknownKey { part: quote(part) });
            }
        }
        scenario
    }

    /// Reads a part about the page.
    fn read_of_page(&mut self, key: &'static str, value: &str, part: &str) {
        if self.given.contains(&key) {
            self.notices.push(Notice::RepeatedKey { key });
        }
        self.given.push(key);
        match key {
            HORIZON_KEY => self.horizon = Some(value.to_owned()),
            RECEIPT_KEY => match Receipt::parse(value) {
                Ok(receipt) => self.link.receipt = Some(receipt),
                Err(error) => self.notices.push(Notice::BadReceipt { part: quote(part), error }),
            },
            _ if self.read_view(key, value).is_some() => {}
            _ => self.notices.push(Notice::UnknownKey { part: quote(part) }),
        }
    }

    /// Reads the range that an input is drawn from; the last that can be read counts.
    fn read_range(&mut self, input: Input, value: &str, part: &str) {
        let ranges = &mut self.link.uncertain.ranges;
        if self.ranged.contains(&input) {
            self.notices.push(Notice::RepeatedRange { input });
        }
        self.ranged.push(input);
        if value == RANGE_OFF {
            ranges.switch_off(input);
            return;
        }
        let ends =
            value.split_once('_').and_then(|(low, high)| Some((low.parse().ok()?, high.parse().ok()?)));
        match ends.map(|(low, high)| ranges.set(input, low, high)) {
            Some(Ok(())) => {}
            Some(Err(error)) => self.notices.push(Notice::BadRange { error }),
            None => self.notices.push(Notice::UnknownKey { part: quote(part) }),
        }
    }

    /// Reads what of the page is shown; nothing is taken where the value is not known.
    fn read_view(&mut self, key: &str, value: &str) -> Option<()> {
        let Link { view, uncertain, .. } = &mut self.link;
        match key {
            FANS_KEY => uncertain.is_shown = (value == ON).then_some(true)?,
            SEED_KEY => uncertain.seed = value.parse().ok()?,
            DRAWS_KEY => {
                let draws = value.parse().ok()?;
                uncertain.draws = (Uncertain::clamp_draws(draws) == draws).then_some(draws)?;
            }
            LANGUAGE_KEY => view.language = Some(Language::from_id(value)?),
            PERIOD_KEY => view.period = Period::from_id(value)?,
            ZOOM_KEY => view.zoom = Some(Zoom::parse(value)?),
            PANELS_KEY => {
                let panels: Option<Vec<_>> = value.split(PANEL_SEPARATOR).map(Panel::from_id).collect();
                view.panels = Panels::of(panels?);
            }
            _ => return None,
        }
        Some(())
    }

    fn read_input(&mut self, scenario: &mut Scenario, input: Input, text: &str) {
        // "inf" and "nan" are floats to Rust and numbers to nobody.
        let value = text.parse::<f64>().ok().filter(|value| value.is_finite());
        let Some(value) = value else {
            // Whatever an earlier part may have said: the last one counts.
            scenario.reset(input);
            self.notices.push(Notice::BadNumber { input, text: quote(text) });
            return;
        };
        if scenario.set(input, value).is_err() {
            let taken = input.declaration().clamp(value);
            self.notices.push(Notice::Clamped { input, value, taken });
            // A clamped number is within the range, so this never refuses.
            let _ = scenario.set(input, taken);
        }
    }

    fn read_horizon(&mut self) {
        let Some(text) = self.horizon.take() else { return };
        let baseline = self.link.scenario.baseline();
        match text.parse().map(|year| Horizon::to_year(year, baseline)) {
            Ok(Ok(horizon)) => self.link.view.horizon = horizon,
            Ok(Err(error)) => self.notices.push(error.into()),
            Err(_) => {
                let allowed = Horizon::years(baseline);
                self.notices.push(Notice::BadHorizon { text: quote(&text), allowed });
            }
        }
    }
}
