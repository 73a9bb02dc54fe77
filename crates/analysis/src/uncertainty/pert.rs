//! The PERT distribution: a beta distribution between two ends that leans to its mode.

use super::knots::{Knot, Knots};

/// How strongly PERT leans to its mode.
const LAMBDA: f64 = 4.0;

/// A PERT distribution that is drawn from by its quantile function.
///
/// Its quantiles are interpolated between exact ones: to 1e-8 of the width.
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
        Self { low, width, from_low: knots(alpha, beta), from_high: knots(beta, alpha) }
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

/// The knots of a beta distribution from its lower end to its median.
fn knots(alpha: f64, beta: f64) -> Knots {
    let beta_function = beta_function(alpha, beta);
    let density =
        |share: f64| libm::pow(share, alpha - 1.0) * libm::pow(1.0 - share, beta - 1.0) / beta_function;
    let mut low = 0.0;
    Knots::new(|probability| {
        low = solve(alpha, beta, probability, low);
        Knot { value: low, slope: 1.0 / density(low) }
    })
}

/// The share below which `probability` lies, above `low`: by halving and Newton's steps, whichever stays inside.
fn solve(alpha: f64, beta: f64, probability: f64, low: f64) -> f64 {
    let beta_function = beta_function(alpha, beta);
    let (mut low, mut high) = (low, 1.0);
    // Near its lower end the distribution is a power.
    let mut share = libm::pow(probability * alpha * beta_function, 1.0 / alpha).min(0.5).max(low);
    for _ in 0..200 {
        let error = cumulative(alpha, beta, share) - probability;
        if error < 0.0 {
            low = share
        } else {
            high = share
        }
        let density = libm::pow(share, alpha - 1.0) * libm::pow(1.0 - share, beta - 1.0) / beta_function;
        let newton = share - error / density;
        let next = if newton > low && newton < high { newton } else { (low + high) / 2.0 };
        if (next - share).abs() <= 1e-15 * share {
            return next;
        }
        share = next;
    }
    share
}

fn beta_function(alpha: f64, beta: f64) -> f64 {
    libm::exp(libm::lgamma(alpha) + libm::lgamma(beta) - libm::lgamma(alpha + beta))
}

/// The share of a beta distribution below `share`: the regularised incomplete beta function, by its power series
/// Σ (1 − β)ₙ xⁿ / (n! (α + n)), times xᵅ / B(α, β), on the side of the mean where it converges fast.
fn cumulative(alpha: f64, beta: f64, share: f64) -> f64 {
    if share > 0.5 {
        return 1.0 - cumulative(beta, alpha, 1.0 - share);
    }
    let (mut factor, mut sum) = (1.0, 1.0 / alpha);
    for n in 1..400 {
        let n = f64::from(n);
        factor *= (n - beta) / n * share;
        let term = factor / (alpha + n);
        sum += term;
        if term.abs() <= 1e-17 * sum.abs() {
            break;
        }
    }
    libm::pow(share, alpha) * sum / beta_function(alpha, beta)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_and_shares_undo_each_other() {
        for mode in [0.0, 0.1, 0.3, 0.5, 0.77, 1.0] {
            let pert = Pert::new(0.0, mode, 1.0);
            let (alpha, beta) = (1.0 + 4.0 * mode, 5.0 - 4.0 * mode);
            for place in 1..4000 {
                let probability = f64::from(place) / 4000.0;
                let quantile = pert.quantile(probability);
                let back = cumulative(alpha, beta, quantile);
                assert!((back - probability).abs() < 1e-8, "mode {mode}: {probability} became {back}");
            }
            for probability in [1e-9, 1e-7, 1e-5, 1e-3] {
                let quantile = pert.quantile(probability);
                let back = cumulative(alpha, beta, quantile);
                assert!((back / probability - 1.0).abs() < 1e-5, "mode {mode}: {probability} became {back}");
            }
        }
    }

    #[test]
    fn a_distribution_known_in_closed_form() {
        // Mode at the lower end: 1 − (1 − x)⁵.
        let pert = Pert::new(2.0, 2.0, 4.0);
        for probability in [1e-6, 0.01, 0.25, 0.5, 0.8, 0.999, 0.999999] {
            let exact = 2.0 + 2.0 * (1.0 - libm::pow(1.0 - probability, 0.2));
            assert!((pert.quantile(probability) - exact).abs() < 2e-8, "{probability}");
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
