//! A chart as a picture that stands alone: with title, scenario in words, date, source and link.
//!
//! Drawn by the same code as the chart on the page, on any plotters backend: a canvas becomes a PNG, [`Picture::svg`] a
//! document with text as text.

mod contents;
mod render;
#[cfg(feature = "svg")]
mod svg;
mod wrap;

pub use contents::{Asked, CARD_SIZE_PX, Picture};
pub use render::{Render, SVG_FONT};

#[cfg(all(test, feature = "svg"))]
mod tests {
    // Clippy takes only plain `cfg(test)` for tests.
    #![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

    use super::*;
    use crate::{
        chart::Palette,
        view::{Run, ShownAs},
    };
    use buildout_scenario::{Horizon, Language, Panel, Scenario};
    use roxmltree::Document;

    const ADDRESS: &str = "https://example.org/#1~2025q3~cx1_180~psl_2.5~tm_0.7";

    fn pictures(check: impl Fn(&Picture, &str)) {
        let run = Run::of(Scenario::default(), Horizon::FULL);
        for panel in Panel::ALL {
            for language in Language::ALL {
                let asked = Asked {
                    panel,
                    run: &run,
                    base: &run,
                    own: &[],
                    shown: ShownAs::default(),
                    language,
                    made: "2026-11-25",
                    address: ADDRESS,
                };
                for picture in [Picture::of_chart(&asked), Picture::card(&asked)] {
                    check(&picture, &picture.svg(&Palette::light()).unwrap());
                }
            }
        }
    }

    #[test]
    fn a_picture_says_what_it_is_as_text() {
        pictures(|picture, svg| {
            let document = Document::parse(svg).unwrap();
            let texts: Vec<_> = document
                .descendants()
                .filter(|node| node.has_tag_name("text"))
                .filter_map(|node| node.text())
                .map(str::trim)
                .collect();
            let all = texts.join(" ");
            for want in [&picture.title, "2026-11-25", ADDRESS, "2030"] {
                assert!(all.contains(want), "{}: no {want} in {all}", picture.title);
            }
            for (label, figure) in &picture.headline {
                assert!(
                    texts.contains(label) && texts.contains(&figure.as_str()),
                    "{label} {figure}: {texts:?}"
                );
            }
        });
    }

    #[test]
    fn the_card_has_the_size_of_a_post() {
        pictures(|picture, _| {
            let (width, height) = picture.size_px;
            let pixels = ((width * picture.enlarged) as u32, (height * picture.enlarged) as u32);
            assert!(picture.headline.is_empty() || pixels == CARD_SIZE_PX, "{pixels:?}");
        });
    }
}
