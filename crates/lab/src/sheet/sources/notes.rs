//! The evidence notes behind the inputs: every figure with value, range, unit, date, source and confidence, as `data/assumptions.md`
//! has them. They are in English, the language of the sources.

use crate::{
    controls,
    html::Html,
    sheet::{Subject, table},
};

const NOTES: &str = include_str!("../../../../../data/assumptions.md");
/// Name of the control.
const SECTION: &str = "notes-section";
/// What begins a section, and a part of one.
const SECTION_MARK: &str = "## ";
const PART_MARK: &str = "### ";

/// A section with its heading.
struct Section {
    title: &'static str,
    text: &'static str,
}

fn sections() -> Vec<Section> {
    let mut sections = Vec::new();
    let starts: Vec<usize> =
        NOTES.match_indices("\n## ").map(|(at, _)| at + 1).chain([NOTES.len()]).collect();
    for pair in starts.windows(2) {
        let [from, to] = pair else { continue };
        let section = NOTES.get(*from..*to).unwrap_or_default();
        let (title, text) = section.split_once('\n').unwrap_or((section, ""));
        sections.push(Section { title: title.trim_start_matches(SECTION_MARK), text });
    }
    sections
}

pub(super) fn write(html: &mut Html, subject: &Subject) {
    let sections = sections();
    let asked = subject.choices.get(SECTION);
    let chosen = sections.iter().find(|section| Some(section.title) == asked).or(sections.first());
    let Some(chosen) = chosen else { return };
    html.element("div", &[("class", "sheet-controls")], |html| {
        let options = sections.iter().map(|section| (section.title, section.title));
        controls::select(html, SECTION, subject.say("Section", "章节"), chosen.title, options);
    });
    html.words(
        "p",
        &[("class", "quiet")],
        subject.say(
            "Found: read in the source named. Memory: recalled and not read again. Derived: arithmetic on figures of these notes. H, M and L are high, medium and low confidence.",
            "found：在所列来源中读到；memory：凭记忆，未再核对；derived：由本说明中的数字计算得出。H、M、L 为可信度高、中、低。说明保留来源的语言（英文）。",
        ),
    );
    html.element("section", &[("lang", "en"), ("data-notes", chosen.title)], |html| {
        html.words("h3", &[], chosen.title);
        body(html, chosen.text);
    });
}

/// The cells of a row of a table.
fn cells(line: &str) -> impl Iterator<Item = String> + '_ {
    line.trim().trim_matches('|').split(" | ").map(|cell| plain(cell.trim().trim_matches('|')))
}

/// Words without the marks for bold and code.
fn plain(words: &str) -> String {
    words.replace("**", "").replace('`', "")
}

fn is_row(line: &str) -> bool {
    line.starts_with('|')
}

fn body(html: &mut Html, text: &str) {
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        if is_row(line) {
            let mut rows = vec![line];
            while let Some(row) = lines.next_if(|line| is_row(line)) {
                rows.push(row);
            }
            write_table(html, &rows);
        } else if let Some(part) = line.strip_prefix(PART_MARK) {
            html.words("h3", &[], &plain(part));
        } else if !line.trim().is_empty() && line.trim() != "---" {
            html.words("p", &[], &plain(line.trim_start_matches("- ")));
        }
    }
}

/// A table: its head, the line under it, and its rows.
fn write_table(html: &mut Html, rows: &[&str]) {
    let [head, _, rows @ ..] = rows else { return };
    table::wide(html, "notes", |html| {
        let head: Vec<String> = cells(head).collect();
        table::head(html, &head.iter().map(String::as_str).collect::<Vec<_>>());
        html.element("tbody", &[], |html| {
            for row in rows {
                html.element("tr", &[], |html| {
                    for (place, cell) in cells(row).enumerate() {
                        if place == 0 {
                            html.words("th", &[("scope", "row")], &cell);
                        } else {
                            html.words("td", &[], &cell);
                        }
                    }
                });
            }
        });
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing of the notes is lost on the way.
    #[test]
    fn every_section_and_every_cell_is_shown() {
        let sections = sections();
        let numbers: Vec<&str> =
            sections.iter().filter_map(|section| section.title.split('.').next()).collect();
        assert_eq!(numbers, ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]);
        for section in &sections {
            let mut html = Html::default();
            html.element("div", &[], |html| body(html, section.text));
            let text = html.into_text();
            let document = roxmltree::Document::parse(&text).unwrap();
            let shown: String =
                document.descendants().filter(|node| node.is_text()).filter_map(|node| node.text()).collect();
            let letters = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
            assert_eq!(letters(&shown), letters(section.text), "{}", section.title);
        }
    }
}
