//! The normal distribution, as far as rank correlations need it.

use super::knots::{Knot, Knots};

/// The quantile function of the normal distribution, to 1e-4.
#[derive(Clone, Debug)]
pub(crate) struct Normal(Knots);

impl Normal {
    pub(crate) fn new() -> Self {
        let mut score = -8.0;
        Self(Knots::new(|probability| {
            // Newton's steps on the logarithm, a concave function: from the left they never overshoot.
            for _ in 0..100 {
                let share = cumulative(score);
                let step = libm::log(probability / share) * share / density(score);
                score += step;
                if step.abs() < 1e-14 {
                    break;
                }
            }
            Knot { value: score, slope: 1.0 / density(score) }
        }))
    }

    /// The score below which a share `probability` lies.
    #[inline]
    pub(crate) fn quantile(&self, probability: f64) -> f64 {
        if probability <= 0.5 { self.0.at(probability) } else { -self.0.at(1.0 - probability) }
    }
}

fn density(score: f64) -> f64 {
    libm::exp(-0.5 * score * score) / libm::sqrt(core::f64::consts::TAU)
}

/// The share below a score.
#[inline]
pub(crate) fn cumulative(score: f64) -> f64 {
    0.5 * libm::erfc(-score * core::f64::consts::FRAC_1_SQRT_2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_and_shares_undo_each_other() {
        let normal = Normal::new();
        for place in 1..2000 {
            let probability = f64::from(place) / 2000.0;
            assert!((cumulative(normal.quantile(probability)) - probability).abs() < 1e-5, "{probability}");
        }
        for (probability, score) in [(0.5, 0.0), (0.975, 1.959963984540054), (1e-6, -4.753424308822899)] {
            assert!((normal.quantile(probability) - score).abs() < 1e-4, "{probability}");
        }
    }
}
