//! A picture as a PNG: drawn on a canvas that is never shown.

use crate::chart::Palette;
use buildout_figures::picture::{Picture, Render};
use js_sys::Promise;
use plotters_canvas::CanvasBackend;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, HtmlCanvasElement, window};

/// Draws a picture as a PNG; none where the browser gives no canvas of that size.
pub(crate) async fn png(picture: &Picture, font: &str, palette: &Palette) -> Option<Blob> {
    let document = window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let (width_px, height_px) = picture.size_px;
    canvas.set_width((width_px * picture.png_scale).round() as u32);
    canvas.set_height((height_px * picture.png_scale).round() as u32);
    let backend = CanvasBackend::with_canvas_object(canvas.clone())?;
    let render = Render { scale: picture.png_scale, text_scale: 1.0, font, palette };
    picture.draw(backend, render).ok()?;
    let made = Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        // A canvas that gives no picture calls back with none.
        let _ = canvas.to_blob(done.unchecked_ref());
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
