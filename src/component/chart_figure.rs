//! A panel: its title, canvas, what it says of the quarter pointed at, summary and table.

use super::{
    chart_extras::ChartExtras, chart_files::ChartFiles, chart_pointer::Pointer, chart_readout::ChartReadout,
    chart_table::ChartTable,
};
use crate::{
    browser::{document, observe::Watch},
    chart::{Frame, draw, traced_at},
    explorer::{Explorer, explorer},
    text,
    view::{Chart, Readout, chart, summary},
    words::words,
};
use buildout_scenario::Panel;
use leptos::{ev, html::Canvas, prelude::*};
use plotters_canvas::CanvasBackend;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Coordinates of the drawing are whole pixels, so a canvas has at least twice as many as the page shows.
const LEAST_SCALE: f64 = 2.0;
const FONT: &str = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', sans-serif";

/// What a figure keeps between two drawings.
#[derive(Clone, Copy)]
struct Painted {
    panel: Panel,
    readout: RwSignal<Readout>,
    pointer: Pointer,
}

#[component]
pub(crate) fn ChartFigure(panel: Panel) -> impl IntoView {
    let explorer = explorer();
    let language = explorer.language;
    let canvas = NodeRef::<Canvas>::new();
    let painted = Painted { panel, readout: RwSignal::default(), pointer: Pointer::new(explorer) };
    let handle = explorer.frames().add(move || {
        if let Some(canvas) = canvas.try_get_untracked().flatten() {
            paint(painted, &canvas, explorer);
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
        watched.mark_now();
    });
    let handle = StoredValue::new_local(handle);
    on_cleanup(move || {
        watch.set_value(None);
        handle.with_value(|handle| handle.remove());
    });

    let sentence = Memo::new(move |_| explorer.run.with(|run| summary(panel, run, language.get())));
    let unit = move || text::panel_unit(panel, explorer.link.with(|link| link.view.period), language.get());
    let plots = explorer.run.with_untracked(|run| {
        let shown = explorer.shown_untracked();
        chart(panel, run, run, shown, language.get_untracked()).plots.len()
    });
    let is_full = move || explorer.full.get() == Some(panel);
    view! {
        <figure
            data-chart=panel.id()
            aria-labelledby=format!("title-{}", panel.id())
            class:full=is_full
            on:keydown=move |event: ev::KeyboardEvent| {
                if event.key() == "Escape" {
                    explorer.full.set(None);
                }
            }
        >
            <div class="chart-head">
                <h2 id=format!("title-{}", panel.id())>{move || text::panel_title(panel, language.get())}</h2>
                <span class="unit">{unit}</span>
                <span class="chart-actions">
                    <button type="button" class="icon" data-action="panel-up" title=words(text::panel_up)
                        aria-label=words(text::panel_up)
                        on:click=move |_| explorer.move_panel_up(panel)>"↑"</button>
                    <button type="button" class="icon" data-action="fullscreen"
                        aria-pressed=move || if is_full() { "true" } else { "false" }
                        title=words(text::full_screen) aria-label=words(text::full_screen)
                        on:click=move |_| explorer.full.update(|full| *full = (*full != Some(panel)).then_some(panel))>"⤢"</button>
                    <button type="button" class="icon" data-action="panel-close" title=words(text::panel_close)
                        aria-label=words(text::panel_close)
                        on:click=move |_| { explorer.full.set(None); explorer.toggle_panel(panel) }>"×"</button>
                </span>
            </div>
            <div class="plot">
                <canvas
                    node_ref=canvas data-plots=plots tabindex="0" role="slider"
                    aria-label=move || text::panel_title(panel, language.get())
                    aria-describedby=format!("summary-{}", panel.id())
                    aria-valuemin=move || painted.pointer.ends().0 aria-valuemax=move || painted.pointer.ends().1
                    aria-valuenow=move || explorer.cursor.get().unwrap_or(painted.pointer.ends().1)
                    aria-valuetext=move || painted.readout.with(text::readout_spoken)
                    on:pointermove=move |event| painted.pointer.moved(&event)
                    on:pointerdown=move |event| painted.pointer.moved(&event)
                    on:pointerleave=move |event| painted.pointer.left(&event)
                    on:click=move |event| clicked(painted, &event, explorer)
                    on:keydown=move |event| {
                        if event.key() == "Enter" {
                            trace_leading(painted, explorer);
                        }
                        // The next key may come before the frame is drawn, and lead to what the chart says.
                        if painted.pointer.key(&event) {
                            say(painted, &shown(panel, explorer), explorer);
                        }
                    }
                    on:blur=move |event| painted.pointer.blurred(&event)
                ></canvas>
            </div>
            <ChartReadout readout=painted.readout/>
            <figcaption id=format!("summary-{}", panel.id())>{sentence}</figcaption>
            <ChartExtras panel/>
            <ChartFiles panel/>
            <ChartTable panel/>
        </figure>
    }
}

/// Draws a chart onto its canvas at the size and sharpness of the screen.
fn paint(painted: Painted, canvas: &HtmlCanvasElement, explorer: Explorer) {
    let Painted { panel, pointer, .. } = painted;
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
    let chart = shown(panel, explorer);
    let frame = frame((width_px, height_px), scale, explorer);
    if let Err(error) = draw(backend, &frame, &chart, &explorer.palette()) {
        leptos::logging::error!("chart {}: {error}", panel.id());
    }
    pointer.place(&frame, &chart);
    say(painted, &chart, explorer);
}

/// Says what the chart shows of the quarter pointed at.
fn say(Painted { readout, .. }: Painted, chart: &Chart, explorer: Explorer) {
    let now = Readout::of(chart, explorer.cursor.get_untracked(), explorer.language.get_untracked());
    if readout.with_untracked(|shown| *shown != now) {
        readout.set(now);
    }
}

/// The chart as it is shown.
fn shown(panel: Panel, explorer: Explorer) -> Chart {
    let language = explorer.language.get_untracked();
    let (run, base) = (explorer.run.get_untracked(), explorer.base.get_untracked());
    let shown = explorer.shown_untracked();
    let chart =
        explorer.own.with_untracked(|own| chart(panel, &run, &base, shown, language).with_own(&own.figures));
    explorer.fans.onto(chart, explorer)
}

fn frame((width_px, height_px): (f64, f64), scale: f64, explorer: Explorer) -> Frame<'static> {
    let language = explorer.language.get_untracked();
    Frame {
        width_px,
        height_px,
        scale,
        text_scale: 1.0,
        font: FONT,
        reported: text::reported(language),
        run: text::run(language),
        cursor: explorer.cursor.get_untracked(),
    }
}

/// A mouse asks where the point under it comes from. A finger only reads: what it reads has a button for that.
fn clicked(painted: Painted, event: &ev::MouseEvent, explorer: Explorer) {
    let is_finger =
        event.dyn_ref::<web_sys::PointerEvent>().is_some_and(|event| event.pointer_type() != "mouse");
    let canvas = event.target().and_then(|target| target.dyn_into::<HtmlCanvasElement>().ok());
    let (Some(canvas), false, Some(quarter)) = (canvas, is_finger, explorer.cursor.get_untracked()) else {
        return;
    };
    let size_px = (f64::from(canvas.client_width()), f64::from(canvas.client_height()));
    let chart = shown(painted.panel, explorer);
    let frame = frame(size_px, 1.0, explorer);
    if let Some(asked) = traced_at(&frame, &chart, quarter, f64::from(event.offset_y())) {
        explorer.trace(&asked.to_string());
    }
}

/// From the keyboard the first figure that the chart says of the quarter is asked about; the others have buttons.
fn trace_leading(painted: Painted, explorer: Explorer) {
    let leading = painted
        .readout
        .with_untracked(|readout| readout.entries.iter().find_map(|entry| entry.point.clone()));
    if let Some(point) = leading {
        explorer.trace(&point);
    }
}

fn context(canvas: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
