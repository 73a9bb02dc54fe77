//! What holds for any text that is read as a reader's own quarters.

#[path = "../../../scenario/tests/fuzz/message.rs"]
mod message;

use buildout_files::{
    MOST_QUARTERS_ROWS, OWN_COLUMNS, OwnQuarters, OwnQuartersError, OwnQuartersProblem, read_own_quarters,
};
use buildout_model::{Output, Quarter};

/// Mistakes of a text without a cell.
const MISTAKES_OF_NOTHING: usize = 2;

/// Reads `text` and returns whether it is a table of quarters.
///
/// # Errors
/// What does not hold.
pub fn check(text: &str) -> Result<bool, String> {
    match read_own_quarters(text) {
        Err(errors) => refused(text, &errors).map(|()| false),
        Ok(own) => taken(text, &own).map(|()| true),
    }
}

/// Every mistake is told in a line that names the place, the value and what is allowed, and no cell has more than two.
fn refused(text: &str, errors: &[OwnQuartersError]) -> Result<(), String> {
    let cells = text.split([',', ';', '\t', '\n', '\r']).count();
    if errors.is_empty() || errors.len() > 2 * cells + MISTAKES_OF_NOTHING {
        return Err(format!("{} mistakes in {cells} cells", errors.len()));
    }
    let lines = text.split(['\n', '\r']).count() as u64;
    for error in errors {
        let told = message::line(error)?;
        if !(1..=lines).contains(&error.line) {
            return Err(format!("'{told}' is about a line that does not exist"));
        }
        if let Some(part) = parts(error).into_iter().find(|part| !told.contains(part.as_str())) {
            return Err(format!("'{told}' does not name '{part}'"));
        }
    }
    Ok(())
}

/// What a message must say of a mistake.
fn parts(error: &OwnQuartersError) -> Vec<String> {
    let mut parts = vec![format!("line {}", error.line), error.column.clone().unwrap_or_default()];
    parts.extend(match &error.problem {
        OwnQuartersProblem::BadQuarter { text } | OwnQuartersProblem::NotANumber { text } => {
            vec![text.clone()]
        }
        OwnQuartersProblem::TooLong { length } => vec![length.to_string()],
        OwnQuartersProblem::Cells { found, wanted } => vec![found.to_string(), wanted.to_string()],
        OwnQuartersProblem::QuarterOutside { quarter, first, last } => {
            [quarter, first, last].map(ToString::to_string).to_vec()
        }
        OwnQuartersProblem::RepeatedQuarter { quarter, first_line } => {
            vec![quarter.to_string(), first_line.to_string()]
        }
        OwnQuartersProblem::Implausible { value, allowed, .. } => {
            vec![value.to_string(), format!("{} to {}", allowed.min, allowed.max)]
        }
        OwnQuartersProblem::FreeCashFlow { given, .. } => {
            vec![given.to_string(), "ocf less capex".to_owned()]
        }
        OwnQuartersProblem::UnknownColumn => vec!["quarter".to_owned(), "power".to_owned()],
        OwnQuartersProblem::Empty
        | OwnQuartersProblem::TooManyRows
        | OwnQuartersProblem::NoQuarterColumn
        | OwnQuartersProblem::RepeatedColumn => Vec::new(),
    });
    parts
}

fn taken(text: &str, own: &OwnQuarters) -> Result<(), String> {
    let quarters: Vec<Quarter> = own.quarters().collect();
    if quarters.is_empty() || quarters.len() > MOST_QUARTERS_ROWS || !quarters.is_sorted_by(|a, b| a < b) {
        return Err(format!("{quarters:?} were taken"));
    }
    for quarter in &quarters {
        for column in &OWN_COLUMNS {
            // Free cash flow may follow from figures at the ends of their ranges.
            let is_allowed = |figure| column.output == Output::Fcf || column.range().contains(&figure);
            if own.get(*quarter, column.output).is_some_and(|figure| !is_allowed(figure)) {
                return Err(format!(
                    "{quarter}: {:?} is {:?}",
                    column.output,
                    own.get(*quarter, column.output)
                ));
            }
        }
        for output in Output::ALL {
            if own.get(*quarter, output).is_some_and(|figure| !figure.is_finite()) {
                return Err(format!("{quarter}: {} is {:?}", output.id(), own.get(*quarter, output)));
            }
        }
    }
    let written = own.write();
    if read_own_quarters(&written).as_ref() != Ok(own) {
        return Err(format!("{written:?} is read as other quarters"));
    }
    // What is quoted or stands alone on a line that ends otherwise takes a whole reader of CSV to tell apart.
    if text.contains(['"', '\r']) { Ok(()) } else { as_written(text, own, quarters.len()) }
}

/// Whether the quarters are those of the text, cell by cell, read in the plainest way.
fn as_written(text: &str, own: &OwnQuarters, quarters: usize) -> Result<(), String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut lines = text.split('\n').filter(|line| !line.is_empty() && !line.starts_with('#'));
    let header = lines.next().unwrap_or_default();
    let separator = [';', '\t'].into_iter().find(|separator| header.contains(*separator)).unwrap_or(',');
    let names: Vec<String> = header.split(separator).map(|name| name.trim().to_ascii_lowercase()).collect();
    let mut rows = 0;
    for line in lines {
        let cells: Vec<&str> = line.split(separator).map(str::trim).collect();
        let figures =
            || names.iter().zip(&cells).filter(|(name, cell)| *name != "quarter" && !cell.is_empty());
        if figures().next().is_none() {
            continue;
        }
        rows += 1;
        let quarter = names.iter().zip(&cells).find(|(name, _)| *name == "quarter");
        let quarter = quarter.and_then(|(_, cell)| Quarter::parse(&cell.to_ascii_uppercase()));
        for (name, cell) in figures() {
            let number = cell.parse().or_else(|_| cell.replace(',', ".").parse::<f64>()).ok();
            let figure =
                quarter.zip(Output::from_id(name)).and_then(|(quarter, output)| own.get(quarter, output));
            if figure.is_none() || figure != number {
                return Err(format!("line {line:?}: {name} is {cell:?}, and was taken as {figure:?}"));
            }
        }
    }
    if rows == quarters { Ok(()) } else { Err(format!("{rows} rows have figures, {quarters} were taken")) }
}
