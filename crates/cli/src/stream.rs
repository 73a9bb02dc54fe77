//! Files by name, where '-' is standard input.

use std::{
    fs::File,
    io::{self, BufRead, BufReader},
    path::Path,
};

/// Whether a name stands for standard input or output.
pub(crate) fn is_standard(path: &Path) -> bool {
    path == Path::new("-")
}

pub(crate) fn reader(path: &Path) -> io::Result<Box<dyn BufRead>> {
    if is_standard(path) {
        Ok(Box::new(io::stdin().lock()))
    } else {
        Ok(Box::new(BufReader::new(File::open(path)?)))
    }
}
