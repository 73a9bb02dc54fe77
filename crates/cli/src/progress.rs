//! How far long work has come: a bar on a terminal, nothing elsewhere.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::{
    sync::Once,
    time::{Duration, Instant},
};

/// What is done sooner shows no bar: it would only flicker.
const PATIENCE: Duration = Duration::from_millis(200);

/// A bar that is gone when the work is done.
pub(crate) struct Progress {
    bar: ProgressBar,
    start: Instant,
    is_quiet: bool,
    shown: Once,
}

impl Progress {
    /// A bar for `total` steps; none where it should be quiet or standard error is no terminal.
    pub(crate) fn new(what: &'static str, total: usize, is_quiet: bool) -> Self {
        let hidden = ProgressDrawTarget::hidden();
        let bar = ProgressBar::with_draw_target(Some(total as u64), hidden).with_message(what);
        let bar = match ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
            Ok(style) => bar.with_style(style),
            Err(_) => bar,
        };
        Self { bar, start: Instant::now(), is_quiet, shown: Once::new() }
    }

    /// Says that one more step is done.
    pub(crate) fn advance(&self) {
        if !self.is_quiet && self.start.elapsed() > PATIENCE {
            self.shown.call_once(|| self.bar.set_draw_target(ProgressDrawTarget::stderr()));
        }
        self.bar.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
