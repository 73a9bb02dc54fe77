//! What every command prints alike.

use crate::failure::Failure;
use serde::Serialize;
use std::io::Write;

/// Prints a value as JSON, with an end of line.
pub(crate) fn json(out: &mut impl Write, value: &impl Serialize) -> Result<(), Failure> {
    serde_json::to_writer_pretty(&mut *out, value)?;
    writeln!(out)?;
    Ok(())
}

/// A number of a cell of CSV, full precision; empty where there is none.
pub(crate) fn cell(number: Option<f64>) -> String {
    number.map_or(String::new(), |number| number.to_string())
}

/// A number to read: six digits, no zeros at the end.
pub(crate) fn short(number: f64) -> String {
    let whole_digits = (1..6).take_while(|digits| number.abs() >= 10_f64.powi(*digits)).count();
    let text = format!("{number:.*}", 5 - whole_digits.min(5));
    let text = if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.') } else { &text };
    // A negative number that rounds to nothing.
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::short;

    #[test]
    fn a_short_number_has_six_digits() {
        for (number, want) in [
            (0.0, "0"),
            (-1e-9, "0"),
            (150.0, "150"),
            (262.151_537_097, "262.152"),
            (-0.031_25, "-0.03125"),
            (1_234_567.8, "1234568"),
            (99_999.96, "100000"),
        ] {
            assert_eq!(short(number), want);
        }
    }
}
