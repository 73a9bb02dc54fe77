//! Numbered work on every core.

use crate::progress::Progress;
use rayon::iter::{IntoParallelIterator, ParallelIterator};

/// The results of `work` for 0 to `count`, in that order whatever the number of cores, with a bar meanwhile.
pub(crate) fn in_order<T: Send>(
    what: &'static str,
    count: usize,
    quiet: bool,
    work: impl Fn(usize) -> T + Sync + Send,
) -> Vec<T> {
    let progress = Progress::new(what, count, quiet);
    let step = |place| {
        let result = work(place);
        progress.advance();
        result
    };
    (0..count).into_par_iter().map(step).collect()
}

/// What `count` adds up for 0 to `parts`, in whatever order: `join` has to give the same whatever the order.
pub(crate) fn summed<T: Send>(
    what: &'static str,
    parts: usize,
    quiet: bool,
    nothing: impl Fn() -> T + Sync + Send,
    count: impl Fn(&mut T, usize) + Sync + Send,
    join: impl Fn(&mut T, T) + Sync + Send,
) -> T {
    let progress = Progress::new(what, parts, quiet);
    let add = |mut sum, part| {
        count(&mut sum, part);
        progress.advance();
        sum
    };
    (0..parts).into_par_iter().fold(&nothing, add).reduce(&nothing, |mut sum, part| {
        join(&mut sum, part);
        sum
    })
}
