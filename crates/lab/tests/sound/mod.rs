//! A sheet, checked for what every sheet must be.

use buildout_lab::{Job, Progress, Sheet, Written};
use buildout_scenario::Link;
use roxmltree::{Document, Node};

/// What becomes of a sheet once its work is done.
pub fn written(kind: &str, link: &str, choices: &str) -> Written {
    let mut sheet = Sheet::new(kind, link, choices).unwrap();
    let mut steps = 0;
    while let Progress::Under(share) = sheet.step() {
        assert!((0.0..=1.0).contains(&share), "{kind}: {share}");
        steps += 1;
        assert!(steps < 100_000, "{kind} does not end");
    }
    sheet.write()
}

/// The sheet as a document, checked for what every sheet must be.
pub fn check<T>(kind: &str, link: &str, choices: &str, look: impl FnOnce(&Document) -> T) -> T {
    let Written::Html(html) = written(kind, link, choices) else { panic!("{kind} leads elsewhere") };
    let text = format!("<sheet>{html}</sheet>");
    let document = Document::parse(&text).unwrap_or_else(|error| panic!("{kind}: {error} in {text}"));
    for node in document.descendants() {
        for attribute in node.attributes() {
            assert!(!attribute.value().contains("NaN"), "{kind}: {attribute:?}");
            // The page's policy allows no style and no script of a sheet's own.
            assert!(
                attribute.name() != "style" && !attribute.name().starts_with("on"),
                "{kind}: {attribute:?}"
            );
        }
        if let Some(link) = node.attribute("data-go") {
            assert_eq!(Link::decode(link).notices, [], "{kind}: {link}");
        }
        if ["input", "select"].contains(&node.tag_name().name()) {
            assert!(node.has_attribute("data-choice"), "{kind}: a control without a name");
            let is_named = node.attribute("aria-label").is_some()
                || node.ancestors().any(|node| node.has_tag_name("label"));
            assert!(is_named, "{kind}: {:?} says nothing", node.attribute("data-choice"));
        }
        if node.has_tag_name("svg") {
            assert!(node.attribute("aria-label").is_some_and(|words| !words.is_empty()), "{kind}");
        }
        assert!(node.text().is_none_or(|text| !text.contains("NaN")), "{kind}");
    }
    look(&document)
}

/// The first element with that value of an attribute.
pub fn by<'a>(document: &'a Document, attribute: &str, value: &str) -> Node<'a, 'a> {
    let found = document.descendants().find(|node| node.attribute(attribute) == Some(value));
    found.unwrap_or_else(|| panic!("nothing has {attribute}={value}"))
}
