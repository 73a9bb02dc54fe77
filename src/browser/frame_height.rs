//! Telling the page around a frame how high the frame's content is.

use js_sys::{Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, closure::Closure};
use web_sys::{ResizeObserver, window};

/// Tells the page around this one its height, now and whenever it changes: `{buildout: {height: 640}}`, in CSS pixels.
pub(crate) fn tell() {
    let Some(body) = window().and_then(|window| window.document()?.body()) else { return };
    let observed = body.clone();
    let on_size = Closure::<dyn FnMut()>::new(move || {
        let height = observed.get_bounding_client_rect().height().ceil();
        // A page that does not listen keeps the height that it gave the frame.
        let _ = post(height);
    });
    if let Ok(observer) = ResizeObserver::new(on_size.as_ref().unchecked_ref()) {
        observer.observe(&body);
    }
    // They live as long as the page does.
    on_size.forget();
}

fn post(height: f64) -> Result<(), JsValue> {
    let Some(parent) = window().and_then(|window| window.parent().ok().flatten()) else { return Ok(()) };
    let (message, inner) = (Object::new(), Object::new());
    Reflect::set(&inner, &"height".into(), &height.into())?;
    Reflect::set(&message, &"buildout".into(), &inner)?;
    // The height of a public page is no secret, so whoever embeds it may hear it.
    parent.post_message(&message, "*")
}
