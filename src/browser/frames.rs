//! One animation frame for everything that a change made dirty.

use super::timing;
use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::window;

/// Something drawn when it is dirty: in the next frame while it is in sight, else when the page comes to rest.
struct Drawing {
    is_dirty: Cell<bool>,
    is_visible: Cell<bool>,
    draw: Box<dyn Fn()>,
}

/// The drawings of the page and the frame that is asked for.
#[derive(Clone)]
pub(crate) struct Frames(Rc<Inner>);

struct Inner {
    drawings: RefCell<Vec<Rc<Drawing>>>,
    is_requested: Cell<bool>,
    /// Whether the next frame draws what is out of sight too.
    is_at_rest: Cell<bool>,
    /// When the page was told of the oldest change that is not drawn yet.
    input_ms: Cell<Option<f64>>,
    callback: RefCell<Option<Closure<dyn FnMut()>>>,
    on_first: RefCell<Option<Box<dyn FnOnce()>>>,
}

/// A place among the drawings.
#[derive(Clone)]
pub(crate) struct Handle {
    drawing: Rc<Drawing>,
    frames: Frames,
}

impl Frames {
    /// `on_first` runs once after the first frame.
    pub(crate) fn new(on_first: impl FnOnce() + 'static) -> Self {
        let frames = Self(Rc::new(Inner {
            drawings: RefCell::default(),
            is_requested: Cell::new(false),
            // The first frame draws everything.
            is_at_rest: Cell::new(true),
            input_ms: Cell::new(None),
            callback: RefCell::new(None),
            on_first: RefCell::new(Some(Box::new(on_first))),
        }));
        let weak = Rc::downgrade(&frames.0);
        let callback = Closure::new(move || {
            if let Some(inner) = weak.upgrade() {
                inner.run();
            }
        });
        *frames.0.callback.borrow_mut() = Some(callback);
        frames
    }

    /// Adds a drawing, dirty and out of sight.
    pub(crate) fn add(&self, draw: impl Fn() + 'static) -> Handle {
        let drawing = Rc::new(Drawing {
            is_dirty: Cell::new(true),
            is_visible: Cell::new(false),
            draw: Box::new(draw),
        });
        self.0.drawings.borrow_mut().push(Rc::clone(&drawing));
        Handle { drawing, frames: self.clone() }
    }

    /// Notes when the page was told of a change, for the time from input to paint.
    pub(crate) fn note_input(&self, now_ms: f64) {
        if self.0.input_ms.get().is_none() {
            self.0.input_ms.set(Some(now_ms));
        }
    }

    /// The page came to rest: what is out of sight is drawn too, so that it stands ready when it comes into sight.
    pub(crate) fn draw_out_of_sight(&self) {
        self.0.is_at_rest.set(true);
        if self.0.drawings.borrow().iter().any(|drawing| drawing.is_dirty.get()) {
            self.request();
        }
    }

    /// Everything is to be drawn again.
    pub(crate) fn mark_all(&self) {
        for drawing in self.0.drawings.borrow().iter() {
            drawing.is_dirty.set(true);
        }
        self.request();
    }

    fn request(&self) {
        if self.0.is_requested.replace(true) {
            return;
        }
        let callback = self.0.callback.borrow();
        if let (Some(window), Some(callback)) = (window(), callback.as_ref()) {
            // Asking for a frame fails only where there is no window to draw in.
            let _ = window.request_animation_frame(callback.as_ref().unchecked_ref());
        }
    }
}

impl Inner {
    fn run(&self) {
        // Before the drawing, so that a change made while drawing asks for a frame of its own.
        self.is_requested.set(false);
        let start_ms = timing::now_ms();
        let due: Vec<_> = {
            let is_at_rest = self.is_at_rest.replace(false);
            let drawings = self.drawings.borrow();
            let is_due =
                |drawing: &&Rc<Drawing>| drawing.is_dirty.get() && (is_at_rest || drawing.is_visible.get());
            drawings.iter().filter(is_due).cloned().collect()
        };
        for drawing in &due {
            drawing.is_dirty.set(false);
            (drawing.draw)();
        }
        if let Some(input_ms) = self.input_ms.take() {
            timing::measure("input-to-paint", input_ms);
        }
        if due.is_empty() {
            return;
        }
        timing::measure("draw", start_ms);
        if let Some(on_first) = self.on_first.take() {
            on_first();
        }
    }
}

impl Handle {
    /// The drawing came into sight or left it.
    pub(crate) fn set_visible(&self, is_visible: bool) {
        self.drawing.is_visible.set(is_visible);
        if is_visible && self.drawing.is_dirty.get() {
            self.frames.request();
        }
    }

    /// The drawing is to be drawn again.
    pub(crate) fn mark(&self) {
        self.drawing.is_dirty.set(true);
        if self.drawing.is_visible.get() {
            self.frames.request();
        }
    }

    /// The drawing stands on the page for the first time, in sight or not.
    pub(crate) fn mark_now(&self) {
        self.drawing.is_dirty.set(true);
        self.frames.draw_out_of_sight();
    }

    /// Takes the drawing away.
    pub(crate) fn remove(&self) {
        self.frames.0.drawings.borrow_mut().retain(|drawing| !Rc::ptr_eq(drawing, &self.drawing));
    }
}
