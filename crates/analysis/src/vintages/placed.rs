//! What was placed quarter by quarter, and what is left of it.

/// How much of what was placed is left after a number of quarters: all of it over the whole quarters of its life, then
/// the fraction.
fn left_after(life_quarters: f64, quarters: usize) -> f64 {
    (life_quarters - quarters as f64).clamp(0.0, 1.0)
}

/// What is left of an amount whose parts were used; what is left of all its parts is rounding.
pub(super) fn left_of(amount: f64, used: f64) -> f64 {
    let left = amount - used;
    if left.abs() <= 1e-9 * amount { 0.0 } else { left }
}

/// What was placed quarter by quarter.
#[derive(Clone, Debug, Default)]
pub(super) struct Placed(Vec<f64>);

impl Placed {
    /// Nothing placed in the first `quarters`.
    pub(super) fn after(quarters: usize) -> Self {
        Self(vec![0.0; quarters])
    }

    /// Places an amount in the next quarter.
    pub(super) fn push(&mut self, amount: f64) {
        self.0.push(amount);
    }

    /// What is left of it at the end of the last quarter, each quarter keeping `keep`.
    pub(super) fn left(&self, life_quarters: f64, keep: f64) -> f64 {
        let ages = (0..self.0.len()).rev();
        self.0
            .iter()
            .zip(ages)
            .map(|(amount, age)| amount * left_after(life_quarters, age) * keep.powi(age as i32))
            .sum()
    }

    /// What the last quarter writes off of it, straight-line.
    pub(super) fn charge(&self, life_quarters: f64) -> f64 {
        self.left(life_quarters, 1.0) / life_quarters
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_life_with_a_fraction_ends_in_a_part_of_a_quarter() {
        let left: Vec<f64> = (0..5).map(|quarters| left_after(2.25, quarters)).collect();
        assert_eq!(left, [1.0, 1.0, 0.25, 0.0, 0.0]);
        let placed = Placed(vec![8.0, 0.0, 4.0]);
        assert_eq!(placed.left(2.25, 1.0), 8.0 * 0.25 + 4.0);
        assert_eq!(placed.left(2.25, 0.5), 8.0 * 0.25 * 0.25 + 4.0);
    }
}
