//! `export`: a scenario and its run, as files.

use crate::{args::Export, chosen::chosen, failure::Failure, stream};
use buildout_files::{RunExport, ScenarioFile};
use buildout_model::Output;
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::Path,
};

/// What is exported.
struct Exported {
    file: ScenarioFile,
    run: RunExport,
}

/// How a kind of file is written. Its failures are of writing, told with the name of the file.
type Format = fn(&Exported, &mut dyn Write) -> Result<(), Failure>;

fn write_csv(exported: &Exported, out: &mut dyn Write) -> Result<(), Failure> {
    Ok(exported.run.write_csv(out, &Output::ALL, None)?)
}

fn write_json(exported: &Exported, out: &mut dyn Write) -> Result<(), Failure> {
    Ok(exported.run.write_json(out)?)
}

fn write_scenario(exported: &Exported, out: &mut dyn Write) -> Result<(), Failure> {
    Ok(out.write_all(exported.file.write().as_bytes())?)
}

pub(crate) fn export(command: &Export, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    // A kind of file is a line here and an option of the command.
    let formats: [(&Option<std::path::PathBuf>, Format); 3] =
        [(&command.csv, write_csv), (&command.json, write_json), (&command.scenario, write_scenario)];
    let targets: Vec<(&Path, Format)> =
        formats.into_iter().filter_map(|(path, format)| Some((path.as_deref()?, format))).collect();
    for (place, (path, _)) in targets.iter().enumerate() {
        if targets.iter().take(place).any(|(before, _)| before == path) {
            return Err(Failure::SameTarget(path.to_path_buf()));
        }
    }

    let chosen = chosen(&command.choice)?;
    chosen.tell(quiet);
    let quarters = command.length.quarters.map(usize::from);
    let file = chosen.into_file(command.name.as_deref());
    let exported = Exported { run: RunExport::of(file.clone(), quarters), file };
    for (path, format) in targets {
        if stream::is_standard(path) {
            format(&exported, out)?;
        } else {
            write_file(path, &exported, format)?;
        }
    }
    Ok(())
}

fn write_file(path: &Path, exported: &Exported, format: Format) -> Result<(), Failure> {
    let in_file = |error| Failure::File { path: path.to_owned(), error };
    let mut file = BufWriter::new(File::create(path).map_err(in_file)?);
    format(exported, &mut file).map_err(|failure| match failure {
        Failure::Output(error) => in_file(error),
        other => other,
    })?;
    file.flush().map_err(in_file)
}
