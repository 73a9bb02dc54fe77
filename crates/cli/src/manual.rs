//! What a system knows of the command: its manual pages, and what shells complete.

use crate::{
    args::{Arguments, Completions, Man},
    failure::Failure,
};
use clap::CommandFactory;
use std::{fs, io::Write, path::Path};

/// Prints what makes a shell complete the command.
pub(crate) fn completions(command: &Completions, out: &mut impl Write) -> Result<(), Failure> {
    let mut script = Vec::new();
    clap_complete::generate(command.shell, &mut Arguments::command(), "buildout", &mut script);
    Ok(out.write_all(&script)?)
}

/// Prints the manual page, or writes one for each part of the command into a folder.
pub(crate) fn man(command: &Man, out: &mut impl Write) -> Result<(), Failure> {
    let arguments = Arguments::command();
    let Some(folder) = &command.into else {
        return Ok(clap_mangen::Man::new(arguments).render(out)?);
    };
    let failed = |path: &Path, error| Failure::File { path: path.to_owned(), error };
    fs::create_dir_all(folder).map_err(|error| failed(folder, error))?;
    clap_mangen::generate_to(arguments, folder).map_err(|error| failed(folder, error))
}
