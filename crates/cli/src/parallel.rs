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
        progress.advance(1);
        result
    };
    (0..count).into_par_iter().map(step).collect()
}
