//! Parts of tables that several sheets have.

use crate::html::Html;
use buildout_figures::traced::Asked;

/// The heads of columns; one without words is none, as over buttons.
pub(super) fn head(html: &mut Html, columns: &[&str]) {
    html.element("thead", &[], |html| {
        html.element("tr", &[], |html| {
            for words in columns {
                if words.is_empty() {
                    html.element("td", &[], |_| {});
                } else {
                    html.words("th", &[("scope", "col")], words);
                }
            }
        });
    });
}

/// A table that may be wider than its place.
pub(super) fn wide(html: &mut Html, name: &str, inside: impl FnOnce(&mut Html)) {
    html.element("div", &[("class", "scroll"), ("tabindex", "0")], |html| {
        html.element("table", &[("data-sheet-table", name)], inside);
    });
}

/// A cell with a figure, which says in full what it shows rounded; a dash where it is not known.
pub(super) fn value(html: &mut Html, value: Option<f64>, says: impl FnOnce(f64) -> String) {
    match value {
        Some(value) => html.words("td", &[("data-value", &*value.to_string())], &says(value)),
        None => html.words("td", &[], "–"),
    }
}

/// A cell with a figure that leads to where it comes from.
pub(super) fn traced_value(html: &mut Html, value: f64, asked: &Asked, says: &str) {
    html.element("td", &[("data-value", &*value.to_string())], |html| traced(html, Some(asked), says));
}

/// A figure that leads to where it comes from; words alone where there is none.
pub(super) fn traced(html: &mut Html, asked: Option<&Asked>, says: &str) {
    match asked {
        Some(asked) => {
            let point = asked.to_string();
            let attributes = [("type", "button"), ("class", "plain"), ("data-trace", &*point)];
            html.words("button", &attributes, says);
        }
        None => html.text(says),
    }
}
