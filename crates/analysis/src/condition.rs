//! What is asked of a target.

use core::fmt;

/// How a target has to stand to a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Condition {
    /// No less than the value.
    AtLeast,
    /// No more than the value.
    AtMost,
    /// The value itself.
    Equal,
}

/// A condition with its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Requirement {
    /// How the target has to stand to the value.
    pub condition: Condition,
    /// The value, in the unit of the target; finite.
    pub value: f64,
}

/// How near a figure must come to count as equal, as a share of its size; below a tenth, of a tenth.
const TOLERANCE: f64 = 1e-9;

/// Size below which a figure is not taken to be exact to a share of itself, in any unit: a hundred million dollars, a
/// tenth.
pub(crate) const SMALLEST_SIZE: f64 = 0.1;

/// How far a figure of a size may be off and still count as equal, in its unit.
pub(crate) fn tolerance(size: f64) -> f64 {
    TOLERANCE * size.abs().max(SMALLEST_SIZE)
}

impl Condition {
    /// Every condition.
    pub const ALL: [Condition; 3] = [Condition::AtLeast, Condition::AtMost, Condition::Equal];

    /// The name used on the command line and in files.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Condition::AtLeast => "at-least",
            Condition::AtMost => "at-most",
            Condition::Equal => "equal",
        }
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.id())
    }
}

impl Requirement {
    /// Whether a figure meets it: exactly for an inequality, to a share of 1e-9 for equality.
    #[must_use]
    pub fn is_met(self, figure: f64) -> bool {
        match self.condition {
            Condition::AtLeast => figure >= self.value,
            Condition::AtMost => figure <= self.value,
            Condition::Equal => (figure - self.value).abs() <= tolerance(self.value),
        }
    }
}
