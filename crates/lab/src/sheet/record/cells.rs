//! Tables of this sheet, cell by cell.

use super::Against;
use crate::html::Html;
use buildout_analysis::Yardstick;
use buildout_figures::{format, text, traced::RunOf};
use buildout_model::{Output, Quarter};

/// A table that scrolls sideways where it has no room.
///
/// Its `class` says what is in it: `figures` do not break over lines, `words` stand to the left.
pub(super) fn table(
    html: &mut Html,
    (name, class): (&str, &str),
    caption: &str,
    inside: impl FnOnce(&mut Html),
) {
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[("data-sheet-table", name), ("class", class)], |html| {
            html.words("caption", &[], caption);
            inside(html);
        });
    });
}

/// A row of column heads.
pub(super) fn heads(html: &mut Html, words: &[&str]) {
    html.element("tr", &[], |html| {
        for words in words {
            html.words("th", &[("scope", "col")], words);
        }
    });
}

/// Column heads in groups, after the head of the first column.
pub(super) fn grouped_heads(html: &mut Html, first: &str, groups: &[(&str, &[&str])]) {
    html.element("tr", &[], |html| {
        html.words("th", &[("scope", "col"), ("rowspan", "2")], first);
        for (group, columns) in groups {
            let across = columns.len().to_string();
            html.words("th", &[("scope", "colgroup"), ("colspan", &across)], group);
        }
    });
    let columns: Vec<&str> = groups.iter().flat_map(|(_, columns)| columns.iter().copied()).collect();
    heads(html, &columns);
}

/// The first and the last of some quarters.
pub(super) fn span(quarters: &[Quarter]) -> String {
    match quarters {
        [] => String::new(),
        [only] => only.to_string(),
        [first, .., last] => format!("{first}–{last}"),
    }
}

/// A cell with its value in full precision; empty where there is none.
pub(super) fn value(html: &mut Html, value: Option<f64>, words: &str) {
    let exact = value.map_or(String::new(), |value| value.to_string());
    html.words("td", &[("data-value", &exact)], words);
}

impl Against {
    /// The run that is scored, as it is traced; none where that is neither the scenario nor what it is compared with.
    pub(super) fn run_of(&self) -> Option<RunOf> {
        let link = &self.subject.link;
        match (self.is_base, link.compared) {
            (false, _) => Some(RunOf::Scenario),
            (true, None) => Some(RunOf::Other),
            (true, Some(_)) => None,
        }
    }

    /// What a figure is called; sums of a year are told apart from the quarter, and a figure whose values
    /// show no unit has it here.
    pub(super) fn label(&self, output: Output) -> String {
        let language = self.subject.language;
        let name = text::output_name(output, language);
        match output {
            Output::BacklogYears => language.pick(format!("{name}, years"), format!("{name}（年）")),
            _ => name,
        }
    }

    /// A value of a figure with its unit.
    pub(super) fn say(&self, output: Output, value: f64) -> String {
        format::figure(output.declaration().unit, value, self.subject.language)
    }

    /// An error of a figure with its sign and unit.
    pub(super) fn say_error(&self, output: Output, error: f64) -> String {
        format::change(output.declaration().unit, error, self.subject.language)
    }

    /// The size of an error, with its unit.
    pub(super) fn say_size(&self, output: Output, size: f64) -> String {
        format::change(output.declaration().unit, size, self.subject.language)
            .trim_start_matches('+')
            .to_owned()
    }

    /// A share as a percentage, or that there is none.
    pub(super) fn percent(&self, share: Option<f64>) -> String {
        share.map_or_else(
            || text::none(self.subject.language).to_owned(),
            |share| format!("{} %", format::number(100.0 * share, 1)),
        )
    }

    /// A difference of two percentages.
    pub(super) fn say_points(&self, share: f64) -> String {
        format::change("share", share, self.subject.language).trim_start_matches('+').to_owned()
    }

    /// A relative error, marked where it is measured by the mean size of the figure.
    pub(super) fn relative(&self, share: Option<f64>, yardstick: Yardstick) -> String {
        let mark = if share.is_some() && yardstick == Yardstick::Scaled { " *" } else { "" };
        format!("{}{mark}", self.percent(share))
    }
}
