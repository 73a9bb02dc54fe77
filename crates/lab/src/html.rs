//! HTML as text: elements with escaped words.

use core::fmt::Write;

/// A piece of HTML that grows.
#[derive(Default)]
pub(crate) struct Html(String);

impl Html {
    /// An element with what `inside` writes into it.
    pub(crate) fn element(
        &mut self,
        name: &str,
        attributes: &[(&str, &str)],
        inside: impl FnOnce(&mut Self),
    ) {
        self.begin(name, attributes);
        self.0.push('>');
        inside(self);
        let _ = write!(self.0, "</{name}>");
    }

    /// An element around words.
    pub(crate) fn words(&mut self, name: &str, attributes: &[(&str, &str)], words: &str) {
        self.element(name, attributes, |html| html.text(words));
    }

    /// An element that has no inside; closed as XML would be, which HTML does not mind.
    pub(crate) fn void(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.begin(name, attributes);
        self.0.push_str("/>");
    }

    fn begin(&mut self, name: &str, attributes: &[(&str, &str)]) {
        let _ = write!(self.0, "<{name}");
        for (attribute, value) in attributes {
            let _ = write!(self.0, " {attribute}=\"");
            self.text(value);
            self.0.push('"');
        }
    }

    /// Words between elements, or in an attribute.
    pub(crate) fn text(&mut self, words: &str) {
        for character in words.chars() {
            match character {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                other => self.0.push(other),
            }
        }
    }

    /// HTML that the build has written.
    pub(crate) fn written(&mut self, html: &'static str) {
        self.0.push_str(html);
    }

    /// The text so far.
    pub(crate) fn into_text(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_words() {
        let mut html = Html::default();
        html.element("p", &[("title", "a \"b\" & <c>")], |html| html.text("1 < 2 & \"so\""));
        assert_eq!(
            html.into_text(),
            "<p title=\"a &quot;b&quot; &amp; &lt;c&gt;\">1 &lt; 2 &amp; &quot;so&quot;</p>"
        );
    }
}
