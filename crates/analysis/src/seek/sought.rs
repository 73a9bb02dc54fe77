//! What was found.

use crate::{condition::Condition, target::Target};
use buildout_model::Input;

/// The answer to "what must the input be for the target to reach the value?".
#[derive(Clone, Debug, PartialEq)]
pub struct Sought {
    /// The input that was moved over its range.
    pub input: Input,
    /// The figure.
    pub target: Target,
    /// The value that the figure should reach, in its unit.
    pub wanted: f64,
    /// How far from `wanted` a figure may be and still count as reaching it, in its unit.
    pub tolerance: f64,
    /// Whether the input moves the target at all. Where it does not, the figure is the same over the whole range, or
    /// nowhere to be had.
    pub is_moved: bool,
    /// Everything worth saying about the range, in rising order of the input.
    pub findings: Vec<Finding>,
    /// Where the figure comes nearest to `wanted`, if it reaches it nowhere: the lowest value of the input that does, where
    /// the figure stands still. None too where there is no such figure.
    pub nearest: Option<Reached>,
    /// The whole range, cut into stretches by how the figure stands to `wanted`, in rising order without gaps.
    pub stretches: Vec<Stretch>,
}

/// A value of the input and what it gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reached {
    /// Value of the input, in its unit.
    pub value: f64,
    /// The target at that value, in its unit.
    pub result: f64,
}

/// What there is to say about a place or a part of the range; ends are included, in the unit of the input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Finding {
    /// The input that gives what is wanted.
    Solution(Reached),
    /// The target stands still at what is wanted: every value between gives it.
    Flat {
        /// First value.
        from: f64,
        /// Last value.
        to: f64,
    },
    /// The target jumps over what is wanted, so that no value gives it.
    Jump {
        /// Last value before the jump, and the target there.
        before: Reached,
        /// First value after it.
        after: Reached,
    },
    /// There is no such figure, as of a rate of return.
    Missing {
        /// First value.
        from: f64,
        /// Last value.
        to: f64,
    },
}

impl Finding {
    /// Whether the target is what is wanted there.
    #[must_use]
    pub fn is_met(&self) -> bool {
        matches!(self, Finding::Solution(_) | Finding::Flat { .. })
    }
}

/// How the target stands to what is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Less.
    Below,
    /// The same but for rounding.
    At,
    /// More.
    Above,
    /// There is no such figure.
    Missing,
}

/// A part of the range throughout which the target stands on one side of what is wanted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stretch {
    /// First value of the input, in its unit.
    pub from: f64,
    /// Last value; the next stretch begins at the next number there is.
    pub to: f64,
    /// How the target stands there.
    pub standing: Standing,
}

impl Sought {
    /// The values of the input that give exactly what is wanted, flat stretches apart, in rising order.
    pub fn solutions(&self) -> impl Iterator<Item = Reached> + '_ {
        self.findings.iter().filter_map(|finding| match finding {
            Finding::Solution(reached) => Some(*reached),
            _ => None,
        })
    }

    /// The intervals of the input on which the target meets a condition, in rising order, in the unit of the input. They end at
    /// solutions, where rounding would blur them; a solution by itself is an interval of no width.
    #[must_use]
    pub fn meeting(&self, condition: Condition) -> Vec<(f64, f64)> {
        let mut intervals: Vec<(f64, f64)> = Vec::new();
        let mut is_open = false;
        for stretch in &self.stretches {
            let is_met = match stretch.standing {
                Standing::At => true,
                Standing::Above => condition == Condition::AtLeast,
                Standing::Below => condition == Condition::AtMost,
                Standing::Missing => false,
            };
            let (from, to) = self.ends(stretch);
            match intervals.last_mut() {
                Some(last) if is_met && is_open => last.1 = to,
                _ if is_met => intervals.push((from, to)),
                _ => {}
            }
            is_open = is_met;
        }
        intervals
    }

    /// First and last value of a stretch; of one that is a solution, the solution.
    fn ends(&self, stretch: &Stretch) -> (f64, f64) {
        let is_within = |reached: &Reached| (stretch.from..=stretch.to).contains(&reached.value);
        let solution =
            self.solutions().find(|reached| stretch.standing == Standing::At && is_within(reached));
        solution.map_or((stretch.from, stretch.to), |reached| (reached.value, reached.value))
    }
}
