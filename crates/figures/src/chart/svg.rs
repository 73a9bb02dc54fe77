//! A chart as SVG: text stays text, so that it can be searched, edited and read aloud.

use super::{draw::draw, frame::Frame, palette::Palette};
use crate::view::Chart;
use plotters::prelude::SVGBackend;

/// The SVG backend writes a text this many times smaller than it is asked to.
const TEXT_SCALE: f64 = 1.24;

/// Its coordinates are whole numbers, so it draws quarters of a pixel.
const SCALE: f64 = 4.0;

/// A chart as an SVG document of the frame's size; the frame's scales are the document's own business.
///
/// # Errors
/// A message where the drawing is refused, which the backend does for no chart of finite figures.
pub fn chart_svg(frame: &Frame<'_>, chart: &Chart, palette: &Palette) -> Result<String, String> {
    as_svg((frame.width_px, frame.height_px), 1.0, None, |backend, scale, text_scale| {
        let frame = Frame { scale, text_scale, ..*frame };
        draw(backend, &frame, chart, palette).map_err(|error| error.to_string())
    })
}

/// What `draw` draws, given the backend, its scale and its scale of texts, as a document of a size in CSS pixels, shown enlarged,
/// with a title and a description.
pub(crate) fn as_svg(
    (width_px, height_px): (f64, f64),
    enlarged: f64,
    about: Option<(&str, &str)>,
    draw: impl FnOnce(SVGBackend<'_>, f64, f64) -> Result<(), String>,
) -> Result<String, String> {
    let (width, height) = (width_px * SCALE, height_px * SCALE);
    let mut drawn = String::new();
    draw(
        SVGBackend::with_string(&mut drawn, (width.round() as u32, height.round() as u32)),
        SCALE,
        TEXT_SCALE,
    )?;
    let body =
        drawn.split_once("<svg").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(_, body)| body);
    let about = about.map_or_else(String::new, |(title, description)| {
        format!("\n<title>{}</title>\n<desc>{}</desc>", escaped(title), escaped(description))
    });
    let (width_px, height_px) = (width_px * enlarged, height_px * enlarged);
    Ok(format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width_px}" height="{height_px}" viewBox="0 0 {width} {height}">{about}{body}"#
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::{Run, ShownAs, chart};
    use buildout_scenario::{Horizon, Language, Panel, Scenario};
    use roxmltree::Document;

    #[test]
    fn every_chart_is_a_well_formed_document_with_text_as_text() {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        for panel in Panel::ALL {
            let chart = chart(panel, &run, &run, ShownAs::default(), Language::English);
            let palette = Palette::from_tokens(|_| "#123456".to_owned());
            let frame = Frame {
                width_px: 720.0,
                height_px: 400.0,
                scale: 4.0,
                text_scale: 1.0,
                font: "sans-serif",
                reported: "reported",
                run: "run",
                cursor: None,
            };
            let svg = chart_svg(&frame, &chart, &palette).unwrap();
            let document = Document::parse(&svg).unwrap();
            let root = document.root_element();
            assert_eq!(root.attribute("viewBox"), Some("0 0 2880 1600"), "{}", panel.id());
            let texts: Vec<_> = document
                .descendants()
                .filter(|node| node.has_tag_name("text"))
                .filter_map(|node| node.text())
                .collect();
            assert!(texts.iter().any(|text| text.trim() == "2030"), "{}: {texts:?}", panel.id());
            let sizes = document.descendants().filter_map(|node| node.attribute("font-size"));
            for size in sizes {
                assert!(
                    (size.parse::<f64>().unwrap() - 46.0).abs() < 0.1,
                    "{size} is 11.5 px at a scale of 4"
                );
            }
        }
    }
}
