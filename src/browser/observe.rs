//! Watching whether an element is in sight, and its size.

use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, ResizeObserver};

/// Watches an element until it is dropped.
pub(crate) struct Watch {
    sight: Option<IntersectionObserver>,
    size: Option<ResizeObserver>,
    _on_sight: Closure<dyn FnMut(js_sys::Array)>,
    _on_size: Closure<dyn FnMut()>,
}

impl Watch {
    /// Calls `on_sight` with whether the element is in sight, and `on_size` when its size changes.
    pub(crate) fn new(
        element: &Element,
        mut on_sight: impl FnMut(bool) + 'static,
        on_size: impl FnMut() + 'static,
    ) -> Self {
        let on_sight = Closure::new(move |entries: js_sys::Array| {
            let last =
                entries.iter().last().and_then(|entry| entry.dyn_into::<IntersectionObserverEntry>().ok());
            if let Some(entry) = last {
                on_sight(entry.is_intersecting());
            }
        });
        let on_size = Closure::new(on_size);
        let sight = IntersectionObserver::new(on_sight.as_ref().unchecked_ref()).ok();
        let size = ResizeObserver::new(on_size.as_ref().unchecked_ref()).ok();
        if let Some(sight) = &sight {
            sight.observe(element);
        }
        if let Some(size) = &size {
            size.observe(element);
        }
        Self { sight, size, _on_sight: on_sight, _on_size: on_size }
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        if let Some(sight) = &self.sight {
            sight.disconnect();
        }
        if let Some(size) = &self.size {
            size.disconnect();
        }
    }
}
