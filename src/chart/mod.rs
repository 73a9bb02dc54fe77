//! Drawing: a [`Chart`](crate::view::Chart) onto any plotters backend, with sizes in CSS pixels.

mod axis;
mod draw;
mod labels;
mod palette;

pub use axis::{nice_ticks, year_ticks};
pub use draw::{Frame, draw};
pub use labels::spread;
pub use palette::{Palette, parse_colour};
