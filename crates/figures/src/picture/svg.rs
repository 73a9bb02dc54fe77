//! A picture as an SVG document.

use super::{
    contents::Picture,
    render::{Render, SVG_FONT},
};
use crate::chart::{Palette, as_svg};

impl Picture {
    /// The picture as an SVG document, with its title and its whole address as text for whoever looks into it.
    ///
    /// # Errors
    /// A message where the drawing is refused, which the backend does for no chart of finite figures.
    pub fn svg(&self, palette: &Palette) -> Result<String, String> {
        as_svg(
            self.size_px,
            self.enlarged,
            Some((&self.title, &format!("{}\n{}", self.scenario, self.address))),
            |backend, scale, text_scale| {
                let render = Render { scale, text_scale, font: SVG_FONT, palette };
                self.draw(backend, render).map_err(|error| error.to_string())
            },
        )
    }
}
