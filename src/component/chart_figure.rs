//! A chart: its title, canvas, legend, summary and table.

use super::chart_table::ChartTable;
use crate::{
    browser::{document, observe::Watch},
    chart::{Frame, draw},
    explorer::{Explorer, explorer},
    format, text,
    view::{ChartKind, Colour},
};
use leptos::{html::Canvas, prelude::*};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Coordinates of the drawing are whole pixels, so a canvas has at least twice as many as the page shows.
const LEAST_SCALE: f64 = 2.0;
const FONT: &str = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif";

#[component]
pub(crate) fn ChartFigure(kind: ChartKind) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let canvas = NodeRef::<Canvas>::new();
    let handle = explorer.frames().add(move || {
        if let Some(canvas) = canvas.get_untracked() {
            paint(kind, &canvas, explorer);
        }
    });
    let watch = StoredValue::new_local(None::<Watch>);
    let watched = handle.clone();
    Effect::new(move |_| {
        let Some(canvas) = canvas.get() else { return };
        let (sight, size) = (watched.clone(), watched.clone());
        watch.set_value(Some(Watch::new(
            &canvas,
            move |is_visible| sight.set_visible(is_visible),
            move || size.mark(),
        )));
    });
    let handle = StoredValue::new_local(handle);
    on_cleanup(move || {
        watch.set_value(None);
        handle.with_value(|handle| handle.remove());
    });

    let summary = Memo::new(move |_| explorer.run.with(|run| kind.summary(run, language.get())));
    let title_id = format!("title-{}", kind.name());
    view! {
        <figure data-chart=kind.name() aria-labelledby=title_id>
            <div class="chart-head">
                <h2 id=format!("title-{}", kind.name())>{move || text::chart_title(kind, language.get())}</h2>
                <span class="unit">{move || format::axis_unit(kind.unit(), language.get())}</span>
            </div>
            <div class="plot">
                <canvas node_ref=canvas role="img" aria-label=summary></canvas>
            </div>
            <Legend kind/>
            <figcaption>{summary}</figcaption>
            <ChartTable kind/>
        </figure>
    }
}

/// The names of the series, where the chart is too narrow to carry them.
#[component]
fn Legend(kind: ChartKind) -> impl IntoView {
    let explorer = explorer();
    let entries = Memo::new(move |_| {
        let run = explorer.settled.get();
        let chart = kind.chart(&run, &run, explorer.language.get());
        chart.series.iter().map(|series| (series.label, series.colour)).collect::<Vec<(&str, Colour)>>()
    });
    view! {
        <ul class="legend" aria-hidden="true">
            {move || entries.get().into_iter().map(|(label, colour)| view! {
                <li><span class="swatch" style:background=format!("var({})", colour.token())></span>{label}</li>
            }).collect_view()}
        </ul>
    }
}

/// Draws a chart onto its canvas at the size and sharpness of the screen.
fn paint(kind: ChartKind, canvas: &HtmlCanvasElement, explorer: Explorer) {
    let (width_px, height_px) = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
    if width_px < 1.0 || height_px < 1.0 {
        return;
    }
    let scale = document::device_pixel_ratio().max(LEAST_SCALE);
    let (width, height) = ((width_px * scale).round() as u32, (height_px * scale).round() as u32);
    // Setting a size clears the canvas and its memory, even to the same one.
    if canvas.width() != width || canvas.height() != height {
        canvas.set_width(width);
        canvas.set_height(height);
    }
    if let Some(context) = context(canvas) {
        context.set_line_join("round");
        context.set_line_cap("round");
    }
    let Some(backend) = CanvasBackend::with_canvas_object(canvas.clone()) else { return };
    let language = explorer.language.get_untracked();
    let run = explorer.run.get_untracked();
    let base = explorer.base.get_untracked();
    let chart = kind.chart(&run, &base, language);
    let frame = Frame {
        width_px,
        height_px,
        scale,
        font: FONT,
        reported: text::reported(language),
        run: text::run(language),
    };
    if let Err(error) = draw(backend, &frame, &chart, &explorer.palette()) {
        leptos::logging::error!("chart {}: {error}", kind.name());
    }
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
