//! What every input is expected to do; `data/expectations.csv`.

use super::Ends;
use crate::goal::Goal;
use buildout_model::Input;

/// What raising an input is expected to do to a headline figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// To raise it, or to leave it.
    Up,
    /// To lower it, or to leave it.
    Down,
    /// Nothing.
    Nothing,
    /// Both, depending on what binds.
    Depends,
}

impl Expected {
    fn of(code: &str) -> Option<Self> {
        match code {
            "+" => Some(Self::Up),
            "-" => Some(Self::Down),
            "0" => Some(Self::Nothing),
            "?" => Some(Self::Depends),
            _ => None,
        }
    }

    /// Whether what an input does in one scenario is as expected.
    #[must_use]
    pub fn allows(self, ends: &Ends) -> bool {
        match self {
            Self::Up => !ends.goes_down(),
            Self::Down => !ends.goes_up(),
            Self::Nothing => ends.steps() == [0, 0],
            Self::Depends => true,
        }
    }
}

/// What is expected of an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expectation {
    /// The input.
    pub input: Input,
    /// In the order of [`Goal::ALL`].
    pub of_goals: [Expected; Goal::ALL.len()],
    /// Why, where that is not plain; empty where it is.
    pub note_en: &'static str,
    /// The same in Chinese.
    pub note_zh: &'static str,
}

impl Expectation {
    /// What is expected of one figure.
    #[must_use]
    pub fn of(&self, goal: Goal) -> Expected {
        let mut pairs = Goal::ALL.into_iter().zip(self.of_goals);
        pairs.find(|(of, _)| *of == goal).map_or(Expected::Depends, |(_, expected)| expected)
    }
}

const TABLE: &str = include_str!("../../../../data/expectations.csv");

/// Fields of a row: a quoted one may hold commas, and none holds quotes.
fn fields(row: &'static str) -> impl Iterator<Item = &'static str> {
    let mut rest = Some(row);
    core::iter::from_fn(move || {
        let text = rest?;
        let (field, after) = match text.strip_prefix('"') {
            Some(quoted) => quoted.split_once('"').unwrap_or((quoted, "")),
            None => text.split_at(text.find(',').unwrap_or(text.len())),
        };
        rest = after.strip_prefix(',');
        Some(field)
    })
}

fn read(row: &'static str) -> Option<Expectation> {
    let mut fields = fields(row);
    let input = Input::from_id(fields.next()?).ok()?;
    let mut of_goals = [Expected::Nothing; Goal::ALL.len()];
    for expected in &mut of_goals {
        *expected = Expected::of(fields.next()?)?;
    }
    Some(Expectation { input, of_goals, note_en: fields.next()?, note_zh: fields.next()? })
}

/// What is expected of every input, in registry order.
#[must_use]
pub fn expectations() -> Vec<Expectation> {
    TABLE.lines().skip(1).filter_map(read).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_input_has_its_row_and_every_goal_its_column() {
        let header: Vec<&str> = TABLE.lines().next().unwrap().split(',').collect();
        let goals = Goal::ALL.map(Goal::id);
        assert_eq!(header, [&["input"], &goals[..], &["note_en", "note_zh"]].concat());
        let inputs: Vec<Input> = expectations().into_iter().map(|expectation| expectation.input).collect();
        assert_eq!(inputs, Input::ALL);
    }

    #[test]
    fn a_row_that_cannot_be_read_is_none() {
        for row in ["", "pue", "pue,+,+,+,+,+,+,+,x,,", "none,+,+,+,+,+,+,+,+,,"] {
            assert_eq!(read(row), None, "{row}");
        }
        let row = read("pue,+,-,0,?,+,+,+,+,\"a, b\",c").unwrap();
        assert_eq!((row.of(Goal::Fcf2030), row.note_en, row.note_zh), (Expected::Down, "a, b", "c"));
    }
}
