//! `export`: a scenario and its run, as files.

use crate::{args::Export, chosen::chosen, failure::Failure, stream};
use buildout_desk::{Order, Task, answer};
use buildout_files::{RunExport, ScenarioFile};
use buildout_model::Output;
use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};
use time::OffsetDateTime;

/// What is exported.
struct Exported {
    file: ScenarioFile,
    quarters: Option<usize>,
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

fn write_xlsx(exported: &Exported, out: &mut dyn Write) -> Result<(), Failure> {
    write_made(Task::Workbook, exported, out)
}

fn write_svg(exported: &Exported, out: &mut dyn Write) -> Result<(), Failure> {
    write_made(Task::ChartSvg, exported, out)
}

fn write_card(exported: &Exported, out: &mut dyn Write) -> Result<(), Failure> {
    write_made(Task::CardSvg, exported, out)
}

/// What the page hands out too, made alike: of the first panel, in the language and to the horizon of the link.
fn write_made(task: Task, exported: &Exported, out: &mut dyn Write) -> Result<(), Failure> {
    let link = exported.file.link().encode();
    let language = exported.file.link().view.language.unwrap_or_default();
    let order = Order {
        address: format!("#{link}"),
        link,
        language: language.id().to_owned(),
        made: today(),
        quarters: exported.quarters.map_or_else(String::new, |quarters| quarters.to_string()),
        ..Order::new(task)
    };
    Ok(out.write_all(&answer(&order).map_err(Failure::NotMade)?)?)
}

/// The day in UTC, such as 2026-01-31.
fn today() -> String {
    OffsetDateTime::now_utc().date().to_string()
}

pub(crate) fn export(command: &Export, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    // A kind of file is a line here and an option of the command.
    let formats: [(&Option<PathBuf>, Format); 6] = [
        (&command.csv, write_csv),
        (&command.json, write_json),
        (&command.scenario, write_scenario),
        (&command.xlsx, write_xlsx),
        (&command.svg, write_svg),
        (&command.card, write_card),
    ];
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
    let exported = Exported { run: RunExport::of(file.clone(), quarters), file, quarters };
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
