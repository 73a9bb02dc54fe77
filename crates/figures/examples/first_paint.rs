//! Prints what the page shows before its wasm has started: the default scenario, finished, in both languages.
//!
//! The build of the page puts it into `index.html`. Colours are classes, so that it follows the reader's theme.
#![allow(missing_docs, reason = "an example has no public items")]

use buildout_analysis::reconcile;
use buildout_figures::{
    chart::{Frame, Palette, chart_svg},
    text,
    view::{Run, Shown, ShownAs, cards, chart, summary},
};
use buildout_scenario::{Horizon, Language, Panel, Scenario};
use std::{cell::RefCell, collections::BTreeMap, process::ExitCode};

const FONT: &str = "inherit";
/// The chart as a desktop and as a phone shows it: class, width and height in CSS pixels.
const SIZES: [(&str, f64, f64); 2] = [("wide", 1000.0, 320.0), ("narrow", 366.0, 200.0)];

fn main() -> ExitCode {
    let run = Run::of(Scenario::default(), Horizon::FULL);
    for language in Language::ALL {
        match first_paint(&run, language) {
            Ok(html) => println!("{html}"),
            Err(error) => {
                eprintln!("first paint: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    ExitCode::SUCCESS
}

fn first_paint(run: &Run, language: Language) -> Result<String, String> {
    let panel = Panel::CashFlow;
    let drawn = chart(panel, run, run, ShownAs::default(), language);
    let mut svgs = String::new();
    for (class, width_px, height_px) in SIZES {
        let frame = Frame {
            width_px,
            height_px,
            scale: 1.0,
            text_scale: 1.0,
            font: FONT,
            reported: text::reported(language),
            run: text::run(language),
            cursor: None,
        };
        let svg = in_classes(|palette| chart_svg(&frame, &drawn, palette))?;
        svgs.push_str(&svg.replacen("<svg", &format!(r#"<svg class="{class}" aria-hidden="true""#), 1));
    }
    let cards: String = cards()
        .into_iter()
        .map(|card| {
            let shown = Shown::of(card.figure, run, run, language);
            let beside = card.beside.map_or_else(String::new, |name| {
                let shown = Shown::of(name, run, run, language);
                format!(
                    r#"<p class="beside"><span>{}</span> <span>{}</span></p>"#,
                    escaped(text::headline_label(name, language)),
                    escaped(&shown.text)
                )
            });
            format!(
                r#"<article class="card"><h2>{}</h2><div class="figure"><p class="value">{}</p></div>{beside}</article>"#,
                escaped(text::headline_label(card.figure, language)),
                escaped(&shown.text)
            )
        })
        .collect();
    Ok(format!(
        r#"<div class="first" lang="{}"><header class="top"><div class="brand"><h1>Buildout</h1><p>{}</p></div></header><main><section class="headline">{cards}<p class="reconciled">{}</p></section><div class="lead"><figure><div class="chart-head"><h2>{}</h2><span class="unit">{}</span></div><div class="plot">{svgs}</div><figcaption>{}</figcaption></figure></div><section class="inputs"></section></main></div>"#,
        language.tag(),
        escaped(text::question(language)),
        escaped(&text::reconciled(&reconcile(run.scenario.inputs(), &run.trajectory), language)),
        escaped(text::panel_title(panel, language)),
        escaped(text::trailing_unit(language)),
        escaped(&summary(panel, run, language)),
    ))
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// Draws with a colour of its own for each token, then names the tokens in place of the colours: `fill="#000003"` becomes
/// `class="fill-fcf"`.
fn in_classes(draw: impl FnOnce(&Palette) -> Result<String, String>) -> Result<String, String> {
    let tokens = RefCell::new(BTreeMap::new());
    let palette = Palette::from_tokens(|token| {
        let mut tokens = tokens.borrow_mut();
        let next = tokens.len() + 1;
        let number = *tokens.entry(token).or_insert(next);
        format!("#{number:06x}")
    });
    let mut svg = draw(&palette)?;
    for (token, number) in tokens.into_inner() {
        let name = token.trim_start_matches('-');
        for attribute in ["fill", "stroke"] {
            svg = svg
                .replace(&format!("{attribute}=\"#{number:06X}\""), &format!("class=\"{attribute}-{name}\""));
        }
    }
    // The page's own font and the ground of the panel are there already.
    Ok(svg.lines().map(str::trim).collect::<Vec<_>>().concat().replace(r#" font-family="inherit""#, ""))
}
