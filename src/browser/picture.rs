//! A picture as a PNG: the SVG of the desk, drawn on a canvas that is never shown.

use super::download::{file, kind};
use js_sys::Promise;
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, CanvasRenderingContext2d, HtmlCanvasElement, HtmlImageElement, Url, window};

/// Draws an SVG document as a PNG, `scale` pixels for each of its own; none where the browser cannot.
pub(crate) async fn png(svg: &[u8], scale: f64) -> Option<Blob> {
    let address = Url::create_object_url_with_blob(&file(svg, kind::SVG)?).ok()?;
    let drawn = draw(&address, scale).await;
    let _ = Url::revoke_object_url(&address);
    drawn
}

async fn draw(address: &str, scale: f64) -> Option<Blob> {
    let image = HtmlImageElement::new().ok()?;
    image.set_src(address);
    JsFuture::from(image.decode()).await.ok()?;
    let document = window()?.document()?;
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) =
        (f64::from(image.natural_width()) * scale, f64::from(image.natural_height()) * scale);
    canvas.set_width(width.round() as u32);
    canvas.set_height(height.round() as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height).ok()?;
    let made = Promise::new(&mut |resolve, _| {
        let done = Closure::once_into_js(move |blob: JsValue| {
            let _ = resolve.call1(&JsValue::NULL, &blob);
        });
        // A canvas that gives no picture calls back with none.
        let _ = canvas.to_blob(done.unchecked_ref());
    });
    JsFuture::from(made).await.ok()?.dyn_into().ok()
}
