//! The PERT distribution: a beta distribution between two ends that leans to its mode.

use super::knots::{Knot, Knots};

/// How strongly PERT leans to its mode.
const LAMBDA: f64 = 4.0;

/// A PERT distribution that is drawn from by its quantile function.
///
/// Its quantiles are interpolated between exact ones: to 1e-5 of the width.
#[derive(Clone, Debug)]
pub struct Pert {
    low: f64,
    width: f64,
    /// Shares of the width from the lower end up to the median, and from the upper end down to it.
    from_low: Knots,
    from_high: Knots,
}

impl Pert {
    /// Between `low` and `high`, most likely at `mode`. Ends that are the same give a constant.
    #[must_use]
    pub fn new(low: f64, mode: f64, high: f64) -> Self {
        let width = high - low;
        let lean = if width > 0.0 { ((mode - low) / width).clamp(0.0, 1.0) } else { 0.5 };
        let (alpha, beta) = (1.0 + LAMBDA * lean, 1.0 + LAMBDA * (1.0 - lean));
        Self {
            low,
            width,
            from_low: Beta::new(alpha, beta).knots(),
            from_high: Beta::new(beta, alpha).knots(),
        }
    }

    /// The value below which a share `probability` of the draws lies.
    #[must_use]
    #[inline]
    pub fn quantile(&self, probability: f64) -> f64 {
        let share = if probability <= 0.5 {
            self.from_low.at(probability)
        } else {
            1.0 - self.from_high.at(1.0 - probability)
        };
        self.low + self.width * share
    }

    /// The mean of the draws.
    #[must_use]
    pub fn mean(low: f64, mode: f64, high: f64) -> f64 {
        (low + LAMBDA * mode + high) / (LAMBDA + 2.0)
    }
}

/// A beta distribution on 0…1.
struct Beta {
    alpha: f64,
    beta: f64,
    /// One over the beta function.
    scale: f64,
}

impl Beta {
    fn new(alpha: f64, beta: f64) -> Self {
        Self {
            alpha,
            beta,
            scale: libm::exp(libm::lgamma(alpha + beta) - libm::lgamma(alpha) - libm::lgamma(beta)),
        }
    }

    fn density(&self, share: f64) -> f64 {
        self.scale * libm::pow(share, self.alpha - 1.0) * libm::pow(1.0 - share, self.beta - 1.0)
    }

    /// The part of the distribution below `share`: the regularised incomplete beta function.
    ///
    /// By the power series Σ (1 − β)ₙ xⁿ / (n! (α + n)) · xᵅ / B(α, β), from the end that is nearer.
    fn below(&self, share: f64) -> f64 {
        if share > 0.5 {
            return 1.0 - Self { alpha: self.beta, beta: self.alpha, scale: self.scale }.below(1.0 - share);
        }
        let (mut factor, mut sum) = (1.0, 1.0 / self.alpha);
        for n in 1..200 {
            let n = f64::from(n);
            factor *= (n - self.beta) / n * share;
            let term = factor / (self.alpha + n);
            sum += term;
            if term.abs() <= 1e-16 * sum.abs() {
                break;
            }
        }
        self.scale * libm::pow(share, self.alpha) * sum
    }

    /// The share below which `probability` lies, above `low` and near `guess`: Newton's steps, and halvings where one would
    /// leave what is known to hold it.
    fn quantile(&self, probability: f64, low: f64, guess: f64) -> f64 {
        let (mut low, mut high, mut share) = (low, 1.0, guess);
        for _ in 0..200 {
            let error = self.below(share) - probability;
            if error < 0.0 {
                low = share
            } else {
                high = share
            }
            let newton = share - error / self.density(share);
            let next = if newton > low && newton < high { newton } else { (low + high) / 2.0 };
            // Newton doubles the digits: a step this small leaves an error of 1e-14.
            if (next - share).abs() <= 1e-7 * share {
                return next;
            }
            share = next;
        }
        share
    }

    /// The knots of its quantile function up to the median.
    fn knots(&self) -> Knots {
        let mut last = Knot { value: 0.0, slope: 0.0 };
        let mut before = 0.0;
        Knots::new(|probability| {
            // Near its lower end the distribution is a power.
            let power = libm::pow(probability * self.alpha / self.scale, 1.0 / self.alpha).min(0.5);
            let guess =
                if last.value > 0.0 { last.value + last.slope * (probability - before) } else { power };
            let value = self.quantile(probability, last.value, guess.clamp(last.value, 0.999));
            before = probability;
            last = Knot { value, slope: 1.0 / self.density(value) };
            last
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_and_shares_undo_each_other() {
        for mode in [0.0, 0.1, 0.3, 0.5, 0.77, 1.0] {
            let pert = Pert::new(0.0, mode, 1.0);
            let beta = Beta::new(1.0 + 4.0 * mode, 5.0 - 4.0 * mode);
            for place in 1..4000 {
                let probability = f64::from(place) / 4000.0;
                let quantile = pert.quantile(probability);
                let back = beta.below(quantile);
                assert!((back - probability).abs() < 1e-5, "mode {mode}: {probability} became {back}");
            }
            for probability in [1e-6, 1e-5, 1e-3] {
                let quantile = pert.quantile(probability);
                let back = beta.below(quantile);
                assert!((back / probability - 1.0).abs() < 1e-3, "mode {mode}: {probability} became {back}");
            }
        }
    }

    #[test]
    fn a_distribution_known_in_closed_form() {
        // Mode at the lower end: 1 − (1 − x)⁵.
        let pert = Pert::new(2.0, 2.0, 4.0);
        for probability in [1e-6, 0.01, 0.25, 0.5, 0.8, 0.999, 0.999999] {
            let exact = 2.0 + 2.0 * (1.0 - libm::pow(1.0 - probability, 0.2));
            assert!((pert.quantile(probability) - exact).abs() < 1e-5, "{probability}");
        }
        assert_eq!(Pert::new(3.0, 3.0, 3.0).quantile(0.3), 3.0);
    }

    #[test]
    fn the_mean_is_pert_s() {
        for (low, mode, high) in [(0.85, 1.0, 1.35), (0.0, 0.0, 4.0), (0.0, 1.0, 2.0)] {
            let pert = Pert::new(low, mode, high);
            let mean =
                (0..20_000).map(|n| pert.quantile((f64::from(n) + 0.5) / 20_000.0)).sum::<f64>() / 20_000.0;
            assert!((mean - Pert::mean(low, mode, high)).abs() < 1e-5 * (high - low), "{mean}");
        }
    }
}
