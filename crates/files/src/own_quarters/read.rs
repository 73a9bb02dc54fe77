//! Reading a reader's own quarters.

use super::{OWN_COLUMNS, OwnColumn, OwnQuarters, OwnQuartersError, OwnQuartersProblem, QUARTER, Row};
use crate::quote::quote;
use buildout_model::{Baseline, MAX_QUARTERS, Output, Quarter, REPORTED};
use csv::{ReaderBuilder, StringRecord, Trim};
use std::collections::BTreeSet;

/// The most bytes that are read.
pub const LONGEST_QUARTERS_TEXT: usize = 100_000;

/// The most rows that are read; more than there are quarters to show.
pub const MOST_QUARTERS_ROWS: usize = 200;

/// How far free cash flow may be from its parts, B$: each is rounded to a tenth somewhere.
const FCF_ROUNDING: f64 = 0.15;

/// What a column of the file holds.
#[derive(Clone, Copy)]
enum Held {
    Quarter,
    /// A figure, by its place in [`OWN_COLUMNS`].
    Figure(usize, OwnColumn),
    /// Nothing that is known; told already.
    Unknown,
}

/// Reads a reader's own quarters: a header, then a row a quarter. Cells are separated by commas, or by semicolons or tabs
/// as spreadsheets of other countries write them; with those a decimal comma is read as well. Lines that start with `#`
/// and empty ones are skipped.
///
/// # Errors
/// Every mistake with its line; then nothing is taken.
pub fn read_own_quarters(text: &str) -> Result<OwnQuarters, Vec<OwnQuartersError>> {
    let mut reader = Reader::default();
    if text.len() > LONGEST_QUARTERS_TEXT {
        reader.tell(1, None, OwnQuartersProblem::TooLong { length: text.len() });
        return Err(reader.errors);
    }
    reader.table(text);
    if reader.errors.is_empty() && reader.rows.is_empty() {
        reader.tell(1, None, OwnQuartersProblem::Empty);
    }
    if !reader.errors.is_empty() {
        return Err(reader.errors);
    }
    let mut rows: Vec<Row> = reader.rows;
    rows.sort_unstable_by_key(|row| row.quarter);
    Ok(OwnQuarters { rows })
}

/// The separator of a table, by its header.
fn separator(text: &str) -> u8 {
    // Some editors put a byte order mark before the text. What reads the table takes one away, and no more.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let header =
        text.lines().find(|line| !line.trim().is_empty() && !line.starts_with('#')).unwrap_or_default();
    [b';', b'\t'].into_iter().find(|separator| header.contains(char::from(*separator))).unwrap_or(b',')
}

/// First and last quarter that a chart can show.
fn shown() -> Option<(Quarter, Quarter)> {
    let first = REPORTED.first()?.quarter;
    let last =
        Baseline::ALL.iter().map(|baseline| baseline.first_quarter().plus(MAX_QUARTERS as i32 - 1)).max()?;
    Some((first, last))
}

#[derive(Default)]
struct Reader {
    errors: Vec<OwnQuartersError>,
    rows: Vec<Row>,
    /// Every quarter that was read, with its line.
    seen: Vec<(Quarter, u64)>,
    has_decimal_comma: bool,
}

impl Reader {
    fn tell(&mut self, line: u64, column: Option<&str>, problem: OwnQuartersProblem) {
        self.errors.push(OwnQuartersError { line, column: column.map(quote), problem });
    }

    fn table(&mut self, text: &str) {
        let separator = separator(text);
        self.has_decimal_comma = separator != b',';
        let mut records = ReaderBuilder::new()
            .delimiter(separator)
            .comment(Some(b'#'))
            .trim(Trim::All)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes());
        // The text is in UTF-8 and rows may be of any length, so that no record is refused.
        let mut records = records.records().filter_map(Result::ok);
        let Some(header) = records.next() else { return };
        let columns = self.header(&header);
        for (count, record) in records.enumerate() {
            if count == MOST_QUARTERS_ROWS {
                self.tell(line_of(&record), None, OwnQuartersProblem::TooManyRows);
                break;
            }
            self.row(&header, &columns, &record);
        }
    }

    fn header(&mut self, header: &StringRecord) -> Vec<Held> {
        let line = line_of(header);
        let (mut columns, mut seen) = (Vec::new(), BTreeSet::new());
        for name in header {
            if !seen.insert(name.to_ascii_lowercase()) {
                self.tell(line, Some(name), OwnQuartersProblem::RepeatedColumn);
            }
            let figure = OWN_COLUMNS.iter().position(|column| column.output.id().eq_ignore_ascii_case(name));
            columns.push(
                match figure.and_then(|place| Some(Held::Figure(place, *OWN_COLUMNS.get(place)?))) {
                    Some(held) => held,
                    None if name.eq_ignore_ascii_case(QUARTER) => Held::Quarter,
                    None => {
                        self.tell(line, Some(name), OwnQuartersProblem::UnknownColumn);
                        Held::Unknown
                    }
                },
            );
        }
        if !columns.iter().any(|held| matches!(held, Held::Quarter)) {
            self.tell(line, None, OwnQuartersProblem::NoQuarterColumn);
        }
        columns
    }

    fn row(&mut self, header: &StringRecord, columns: &[Held], record: &StringRecord) {
        let line = line_of(record);
        if record.len() != columns.len() {
            let (found, wanted) = (record.len(), columns.len());
            self.tell(line, None, OwnQuartersProblem::Cells { found, wanted });
            return;
        }
        // A row of empty cells, as spreadsheets leave behind.
        if record.iter().all(str::is_empty) {
            return;
        }
        let mut quarter = None;
        let mut figures = [None; OWN_COLUMNS.len()];
        for ((cell, name), held) in record.iter().zip(header).zip(columns) {
            match *held {
                Held::Quarter => quarter = self.quarter(line, name, cell),
                Held::Figure(place, column) if !cell.is_empty() => {
                    let figure = self.figure(line, name, cell, column);
                    if let Some(slot) = figures.get_mut(place) {
                        *slot = figure;
                    }
                }
                Held::Figure(..) | Held::Unknown => {}
            }
        }
        let Some(quarter) = quarter else { return };
        let row = Row { quarter, figures };
        self.free_cash_flow(line, &row);
        if row.figures.iter().any(Option::is_some) {
            self.rows.push(row);
        }
    }

    fn quarter(&mut self, line: u64, name: &str, cell: &str) -> Option<Quarter> {
        let Some(quarter) = Quarter::parse(&cell.to_ascii_uppercase()) else {
            self.tell(line, Some(name), OwnQuartersProblem::BadQuarter { text: quote(cell) });
            return None;
        };
        if let Some((first, last)) = shown().filter(|(first, last)| !(*first..=*last).contains(&quarter)) {
            self.tell(line, Some(name), OwnQuartersProblem::QuarterOutside { quarter, first, last });
            return None;
        }
        match self.seen.iter().find(|(seen, _)| *seen == quarter) {
            Some(&(_, first_line)) => {
                self.tell(line, Some(name), OwnQuartersProblem::RepeatedQuarter { quarter, first_line });
            }
            None => self.seen.push((quarter, line)),
        }
        Some(quarter)
    }

    fn figure(&mut self, line: u64, name: &str, cell: &str, column: OwnColumn) -> Option<f64> {
        let is_decimal_comma = self.has_decimal_comma && !cell.contains('.');
        let plain = if is_decimal_comma { cell.replacen(',', ".", 1) } else { cell.to_owned() };
        let Some(value) = plain.parse().ok().filter(|value: &f64| value.is_finite()) else {
            self.tell(line, Some(name), OwnQuartersProblem::NotANumber { text: quote(cell) });
            return None;
        };
        if !column.range().contains(&value) {
            let is_thousandfold = column.range().contains(&(value / 1000.0));
            let problem = OwnQuartersProblem::Implausible { value, allowed: column, is_thousandfold };
            self.tell(line, Some(name), problem);
            return None;
        }
        // Minus zero is zero.
        Some(value + 0.0)
    }

    fn free_cash_flow(&mut self, line: u64, row: &Row) {
        let parts = row.get(Output::Ocf).zip(row.get(Output::Capex));
        if let (Some(given), Some((ocf, capex))) = (row.get(Output::Fcf), parts) {
            let difference = ocf - capex;
            if (given - difference).abs() > FCF_ROUNDING {
                let problem = OwnQuartersProblem::FreeCashFlow { given, difference };
                self.tell(line, Some(Output::Fcf.id()), problem);
            }
        }
    }
}

fn line_of(record: &StringRecord) -> u64 {
    record.position().map_or(1, csv::Position::line)
}
