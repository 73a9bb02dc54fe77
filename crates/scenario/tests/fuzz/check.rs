//! What holds for any text that is opened as a link.

// Named by path: the fuzz target takes this file alone, and looks for what belongs to it in the same folder.
#[path = "figures.rs"]
mod figures;
#[path = "message.rs"]
mod message;

use buildout_model::{Baseline, Input, Uncertainty};
use buildout_scenario::{
    Decoded, LONGEST_LINK, Language, Link, Notice, Panel, Panels, Period, Receipt, Scenario, Zoom,
};

/// Notices that no part between separators gives: of length, version, baselines and scenarios, and of the last part.
const NOTICES_OF_THE_WHOLE: usize = 8;

/// Opens `text` and returns how many notices it gave.
///
/// # Errors
/// What does not hold.
pub fn check(text: &str) -> Result<usize, String> {
    let read = Link::decode(text);
    for scenario in [Some(read.link.scenario), read.link.compared].into_iter().flatten() {
        scenario.inputs().check().map_err(|error| error.to_string())?;
        figures::run(&scenario, read.link.view.horizon.quarters(scenario.baseline()))?;
    }
    told(text, &read)?;
    let written = read.link.encode();
    if let Some(odd) = written.chars().find(|c| !c.is_ascii_alphanumeric() && !"-_.~".contains(*c)) {
        return Err(format!("'{odd}' in '{written}'"));
    }
    let again = Link::decode(&written);
    if let Some(notice) = again.notices.first() {
        return Err(format!("'{written}' gives a notice: {notice}"));
    }
    if again.link != read.link {
        return Err(format!("'{written}' is read as another link"));
    }
    if again.link.encode() != written {
        return Err(format!("'{written}' is written as '{}'", again.link.encode()));
    }
    if written.len() >= LONGEST_LINK {
        return Err(format!("{} characters were written, more than are read", written.len()));
    }
    match dropped(text, &read) {
        Some(part) => Err(format!("'{part}' is neither in the link nor in a notice: {:?}", read.notices)),
        None => Ok(read.notices.len()),
    }
}

/// Whether notices can be read, and are no more than there are parts to tell of: of each, that it stands twice and that it
/// cannot be taken.
fn told(text: &str, read: &Decoded) -> Result<(), String> {
    for notice in &read.notices {
        message::line(notice)?;
    }
    let separators = text.chars().filter(|c| *c == '~').count() + text.matches("%7").count();
    let most = 2 * separators + NOTICES_OF_THE_WHOLE;
    match read.notices.len() {
        count if count > most => Err(format!("{count} notices of {separators} separators")),
        _ => Ok(()),
    }
}

/// A part of `text` that is neither in what was read of it nor named in a notice.
pub fn dropped(text: &str, read: &Decoded) -> Option<String> {
    let fragment = text.split_once('#').map_or(text, |(_, fragment)| fragment).trim();
    if fragment.is_empty() || read.notices.iter().any(|notice| matches!(notice, Notice::NotALink { .. })) {
        return None;
    }
    let is_cut = fragment.chars().count() > LONGEST_LINK;
    if is_cut && !read.notices.iter().any(|notice| matches!(notice, Notice::TooLong { .. })) {
        return Some("the end".to_owned());
    }
    let taken: String = fragment.chars().take(LONGEST_LINK).collect();
    let text = unescaped(&taken);
    let (version, rest) = text.split_once('~').unwrap_or((&text, ""));
    let is_newer = read.notices.iter().any(|notice| matches!(notice, Notice::NewerVersion { .. }));
    if version.parse::<u32>() != Ok(1) && !is_newer {
        return Some(version.to_owned());
    }
    let told_of_more = read.notices.contains(&Notice::MoreScenarios);
    let scenarios = [Some(read.link.scenario), read.link.compared];
    for (place, section) in rest.trim_end_matches('~').split("~~").enumerate() {
        let Some(scenario) = scenarios.get(place).copied().flatten() else {
            if told_of_more {
                break;
            }
            return Some(section.to_owned());
        };
        let (id, parts) = section.split_once('~').unwrap_or((section, ""));
        if !is_baseline(id, &scenario, read) {
            return Some(id.to_owned());
        }
        let lost = parts.split('~').find(|part| {
            !part.is_empty() && !is_in_link(part, &scenario, &read.link) && !is_told(part, read)
        });
        if let Some(part) = lost {
            return Some(part.to_owned());
        }
    }
    None
}

/// The text without escapes of the characters that links have.
fn unescaped(text: &str) -> String {
    let mut unescaped = String::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let character = rest.get(..3).and_then(|escape| match escape.to_ascii_uppercase().as_str() {
            "%7E" => Some('~'),
            "%5F" => Some('_'),
            "%2E" => Some('.'),
            "%2D" => Some('-'),
            _ => None,
        });
        unescaped.push(character.unwrap_or(c));
        rest = &rest[if character.is_some() { 3 } else { c.len_utf8() }..];
    }
    unescaped
}

/// Whether `told` is what a notice repeats of `text`.
fn names(told: &str, text: &str) -> bool {
    let plain: String = text.chars().map(|c| if c.is_control() { '\u{fffd}' } else { c }).collect();
    told.strip_suffix('…').map_or(told == plain, |start| plain.starts_with(start))
}

fn is_baseline(id: &str, scenario: &Scenario, read: &Decoded) -> bool {
    let told =
        |notice: &Notice| matches!(notice, Notice::UnknownBaseline { id: told, .. } if names(told, id));
    Baseline::from_id(id) == Some(scenario.baseline()) || read.notices.iter().any(told)
}

/// Whether the link holds what a part says.
fn is_in_link(part: &str, scenario: &Scenario, link: &Link) -> bool {
    let (key, value) = part.split_once('_').unwrap_or((part, ""));
    let view = &link.view;
    match key {
        "D" => value.parse() == Ok(link.uncertain.draws),
        "F" => link.uncertain.is_shown && value == "on",
        "S" => value.parse() == Ok(link.uncertain.seed),
        "H" => value.parse() == Ok(view.horizon.last_year(link.scenario.baseline())),
        "L" => view.language.is_some() && Language::from_id(value) == view.language,
        "M" => Period::from_id(value) == Some(view.period),
        "R" => link.receipt.is_some() && Receipt::parse(value).ok() == link.receipt,
        "V" => {
            let panels: Option<Vec<_>> = value.split('.').map(Panel::from_id).collect();
            panels.map(Panels::of).as_ref() == Some(&view.panels)
        }
        "Z" => view.zoom.is_some() && Zoom::parse(value) == view.zoom,
        _ => {
            Input::from_key(key).is_some_and(|input| value.parse() == Ok(scenario.get(input)))
                || ranged(key).is_some_and(|input| is_range(value, input, link))
        }
    }
}

/// The input whose range a key is about.
fn ranged(key: &str) -> Option<Input> {
    Input::from_key(key.strip_prefix('U')?)
}

fn ends(value: &str) -> Option<(f64, f64)> {
    let (low, high) = value.split_once('_')?;
    Some((low.parse().ok()?, high.parse().ok()?))
}

fn is_range(value: &str, input: Input, link: &Link) -> bool {
    match link.uncertain.ranges.of(input) {
        Some(Uncertainty::Scale { low, high } | Uncertainty::Add { low, high }) => {
            ends(value) == Some((low, high))
        }
        None => value == "off",
    }
}

/// Whether a notice names a part.
fn is_told(part: &str, read: &Decoded) -> bool {
    let (key, value) = part.split_once('_').unwrap_or((part, ""));
    let input = Input::from_key(key);
    read.notices.iter().any(|notice| match notice {
        Notice::UnknownKey { part: told } | Notice::BadReceipt { part: told, .. } => names(told, part),
        Notice::BadNumber { input: of, text } => input == Some(*of) && names(text, value),
        Notice::Clamped { input: of, value: told, .. } => input == Some(*of) && value.parse() == Ok(*told),
        Notice::Repeated { input: of } => input == Some(*of),
        Notice::RepeatedKey { key: of } => key == *of,
        Notice::RepeatedRange { input: of } => ranged(key) == Some(*of),
        Notice::BadRange { error } => {
            // NaN is no number to compare; as a text it is the same.
            let told = format!("{:?}", Some((error.low, error.high)));
            ranged(key) == Some(error.input) && format!("{:?}", ends(value)) == told
        }
        Notice::BadHorizon { text, .. } => {
            let is_same_year = text.parse::<i32>().is_ok_and(|year| value.parse() == Ok(year));
            key == "H" && (names(text, value) || is_same_year)
        }
        _ => false,
    })
}
