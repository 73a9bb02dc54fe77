//! How the inputs are drawn under uncertainty: as declared, but for what the reader changed.

use buildout_model::{Declaration, Input, Uncertainty};
use core::fmt;

/// The highest factor on a value: no assumption here is uncertain by more.
pub const HIGHEST_FACTOR: f64 = 10.0;

/// The ranges that the inputs are drawn from: those of `data/inputs.csv`, but for what was changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ranges {
    /// In registry order, each input once, none as declared; `None` holds an input at its value.
    changes: Vec<(Input, Option<Uncertainty>)>,
}

/// A range that an input cannot be drawn from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct RangeError {
    /// The input.
    pub input: Input,
    /// Lowest factor or addition asked for.
    pub low: f64,
    /// Highest factor or addition asked for.
    pub high: f64,
}

impl RangeError {
    /// Whether the input is drawn by adding to its value; else by a factor.
    #[must_use]
    pub fn adds(&self) -> bool {
        adds(self.input)
    }
}

impl fmt::Display for RangeError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { input, low, high } = self;
        if adds(*input) {
            let Declaration { min, max, unit, .. } = input.declaration();
            let most = max - min;
            write!(
                f,
                "{input} is drawn by adding 0 to {most} {unit}, the lower end first; {low} to {high} is not such a range"
            )
        } else {
            write!(
                f,
                "{input} is drawn by factors from 0 to 1 and from 1 to {HIGHEST_FACTOR} on its value; {low} to {high} is not such a range"
            )
        }
    }
}

impl std::error::Error for RangeError {}

/// Whether an input is drawn by adding to its value; any other, declared uncertain or not, by a factor.
fn adds(input: Input) -> bool {
    matches!(input.declaration().uncertainty, Some(Uncertainty::Add { .. }))
}

impl Ranges {
    /// How an input is drawn; none where it is held at its value.
    #[must_use]
    pub fn of(&self, input: Input) -> Option<Uncertainty> {
        let changed = self.changes.iter().find(|(changed, _)| *changed == input);
        changed.map_or(input.declaration().uncertainty, |(_, range)| *range)
    }

    /// Every input that is drawn, with its range, in registry order.
    pub fn drawn(&self) -> impl Iterator<Item = (Input, Uncertainty)> + '_ {
        Input::ALL.into_iter().filter_map(|input| Some((input, self.of(input)?)))
    }

    /// What differs from the declared ranges, in registry order; `None` is an input held at its value.
    pub fn changes(&self) -> impl Iterator<Item = (Input, Option<Uncertainty>)> + '_ {
        self.changes.iter().copied()
    }

    /// Whether an input is drawn otherwise than declared.
    #[must_use]
    pub fn is_changed(&self, input: Input) -> bool {
        self.changes.iter().any(|(changed, _)| *changed == input)
    }

    /// Draws an input from `low` to `high`: factors on its value around 1, or additions for an input that is declared so.
    ///
    /// # Errors
    /// [`RangeError`] for anything else, NaN included; the ranges stay as they were.
    pub fn set(&mut self, input: Input, low: f64, high: f64) -> Result<(), RangeError> {
        let Declaration { min, max, .. } = input.declaration();
        let range = if adds(input) {
            (0.0 <= low && low <= high && high <= max - min).then_some(Uncertainty::Add { low, high })
        } else {
            let is_around_one = (0.0..=1.0).contains(&low) && (1.0..=HIGHEST_FACTOR).contains(&high);
            is_around_one.then_some(Uncertainty::Scale { low, high })
        };
        self.put(input, Some(range.ok_or(RangeError { input, low, high })?));
        Ok(())
    }

    /// Holds an input at its value.
    pub fn switch_off(&mut self, input: Input) {
        self.put(input, None);
    }

    /// Draws an input as declared again.
    pub fn reset(&mut self, input: Input) {
        self.changes.retain(|(changed, _)| *changed != input);
    }

    fn put(&mut self, input: Input, range: Option<Uncertainty>) {
        self.reset(input);
        if range != input.declaration().uncertainty {
            let place = self.changes.partition_point(|(changed, _)| (*changed as usize) < input as usize);
            self.changes.insert(place, (input, range));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_as_declared_is_no_change() {
        let mut ranges = Ranges::default();
        ranges.set(Input::PowerSlip, 0.0, 2.0).unwrap();
        ranges.set(Input::CapexNextYear, 0.5, 1.5).unwrap();
        ranges.switch_off(Input::AiPrice);
        ranges.switch_off(Input::TaxRate);
        let changed: Vec<_> = ranges.changes().map(|(input, _)| input).collect();
        assert_eq!(changed, [Input::CapexNextYear, Input::PowerSlip, Input::AiPrice]);
        assert_eq!(ranges.of(Input::CapexNextYear), Some(Uncertainty::Scale { low: 0.5, high: 1.5 }));
        assert_eq!(ranges.of(Input::AiPrice), None);

        ranges.set(Input::CapexNextYear, 0.85, 1.35).unwrap();
        ranges.set(Input::PowerSlip, 0.0, 4.0).unwrap();
        ranges.reset(Input::AiPrice);
        assert_eq!(ranges, Ranges::default());
        ranges.set(Input::TaxRate, 0.9, 1.1).unwrap();
        assert!(ranges.drawn().any(|(input, _)| input == Input::TaxRate), "any input can be uncertain");
    }

    #[test]
    fn a_range_that_cannot_be_drawn_from_is_refused() {
        let mut ranges = Ranges::default();
        for (input, low, high) in [
            (Input::CapexNextYear, 1.1, 1.2),
            (Input::CapexNextYear, 0.5, 0.9),
            (Input::CapexNextYear, -0.5, 1.2),
            (Input::CapexNextYear, 0.5, 11.0),
            (Input::CapexNextYear, f64::NAN, 1.2),
            (Input::PowerSlip, -1.0, 2.0),
            (Input::PowerSlip, 2.0, 1.0),
            (Input::PowerSlip, 0.0, 8.5),
        ] {
            let error = ranges.set(input, low, high).unwrap_err().to_string();
            assert!(error.contains(input.id()) && error.contains(&format!("{low} to {high}")), "{error}");
        }
        assert_eq!(ranges, Ranges::default());
    }
}
