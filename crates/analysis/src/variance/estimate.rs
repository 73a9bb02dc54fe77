//! Sobol' indices from the figures of a design.

/// A share of the variance with its standard error.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Estimate {
    /// The share, 0 to 1 but for chance.
    pub share: f64,
    /// Its standard error, from the scatter between independent parts of the design.
    pub error: f64,
}

/// First-order and total share of a group of dimensions.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Indices {
    /// What the group explains alone.
    pub first: Estimate,
    /// What it explains with all its interactions.
    pub total: Estimate,
}

/// The figures of one row: of a point, of another point, and of the first with each group's coordinates of the second.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Row {
    pub(super) at_a: f64,
    pub(super) at_b: f64,
    pub(super) mixed: Vec<f64>,
}

/// What the figures say together.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Estimated {
    pub(super) mean: f64,
    pub(super) variance: f64,
    pub(super) groups: Vec<Indices>,
}

/// Estimates from independent replicates of a design, each a list of rows.
///
/// First order after Saltelli and others (2010), total after Jansen (1999). None without rows.
pub(super) fn estimate(replicates: &[Vec<Row>], groups: usize) -> Option<Estimated> {
    let of_replicate: Vec<_> = replicates.iter().filter_map(|rows| Moments::of(rows, groups)).collect();
    let count = of_replicate.len() as f64;
    if of_replicate.is_empty() {
        return None;
    }
    let mean = of_replicate.iter().map(|moments| moments.mean).sum::<f64>() / count;
    let variance = of_replicate.iter().map(|moments| moments.variance).sum::<f64>() / count;
    let share = |of: &dyn Fn(&Moments) -> Option<f64>| {
        let parts: Vec<f64> = of_replicate.iter().filter_map(of).collect();
        if variance <= 0.0 || parts.is_empty() {
            return Estimate::default();
        }
        let share = parts.iter().sum::<f64>() / count / variance;
        // Each replicate measured by the variance of all: a ratio of its own would add to the scatter.
        let scatter: f64 =
            parts.iter().map(|part| (part / variance - share) * (part / variance - share)).sum();
        Estimate { share, error: (scatter / (count - 1.0).max(1.0) / count).sqrt() }
    };
    let groups = (0..groups)
        .map(|group| Indices {
            first: share(&|moments| moments.first.get(group).copied()),
            total: share(&|moments| moments.total.get(group).copied()),
        })
        .collect();
    Some(Estimated { mean, variance, groups })
}

/// Mean, variance and the parts of it that groups explain, of one replicate.
struct Moments {
    mean: f64,
    variance: f64,
    first: Vec<f64>,
    total: Vec<f64>,
}

impl Moments {
    fn of(rows: &[Row], groups: usize) -> Option<Self> {
        let count = rows.len() as f64;
        if rows.len() < 2 {
            return None;
        }
        let both = || rows.iter().flat_map(|row| [row.at_a, row.at_b]);
        let mean = both().sum::<f64>() / (2.0 * count);
        let variance =
            both().map(|figure| (figure - mean) * (figure - mean)).sum::<f64>() / (2.0 * count - 1.0);
        let over = |part: &dyn Fn(&Row, f64) -> f64| -> Vec<f64> {
            (0..groups)
                .map(|group| {
                    let parts = rows.iter().filter_map(|row| Some(part(row, *row.mixed.get(group)?)));
                    parts.sum::<f64>() / count
                })
                .collect()
        };
        Some(Self {
            mean,
            variance,
            // About the mean, which changes no expectation and leaves less to chance.
            first: over(&|row, mixed| (row.at_b - mean) * (mixed - row.at_a)),
            total: over(&|row, mixed| (row.at_a - mixed) * (row.at_a - mixed) / 2.0),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::uncertainty::design::Design;

    const REPLICATES: u32 = 8;

    /// Estimates for a function of the unit cube, one group a list of dimensions.
    fn estimated(
        dimensions: usize,
        groups: &[&[usize]],
        slices: u32,
        function: impl Fn(&[f64]) -> f64,
    ) -> Estimated {
        let design = Design::new(5, REPLICATES, slices, 2 * dimensions);
        let row = |draw: u32| {
            let mut point = vec![0.0; 2 * dimensions];
            design.point(draw, &mut point);
            let (a, b) = point.split_at(dimensions);
            let mixed = groups.iter().map(|group| {
                let mut mixed = a.to_vec();
                group.iter().for_each(|dimension| mixed[*dimension] = b[*dimension]);
                function(&mixed)
            });
            Row { at_a: function(a), at_b: function(b), mixed: mixed.collect() }
        };
        let replicates: Vec<Vec<Row>> = (0..REPLICATES)
            .map(|replicate| (replicate * slices..(replicate + 1) * slices).map(row).collect())
            .collect();
        estimate(&replicates, groups.len()).unwrap()
    }

    fn check(estimated: &Estimated, first: &[f64], total: &[f64]) {
        for ((found, first), total) in estimated.groups.iter().zip(first).zip(total) {
            for (found, want) in [(found.first, first), (found.total, total)] {
                let off = (found.share - want).abs();
                assert!(off < 0.02 && off < 4.5 * found.error + 1e-3, "{found:?} instead of {want}");
            }
        }
    }

    #[test]
    fn ishigami_s_function() {
        // sin x + 7 sin² y + 0.1 z⁴ sin x over −π…π: shares known in closed form.
        let function = |point: &[f64]| {
            let [x, y, z] = [0, 1, 2].map(|place| core::f64::consts::PI * (2.0 * point[place] - 1.0));
            libm::sin(x) + 7.0 * libm::sin(y).powi(2) + 0.1 * z.powi(4) * libm::sin(x)
        };
        let estimated = estimated(3, &[&[0], &[1], &[2], &[0, 2]], 2048, function);
        check(&estimated, &[0.3139, 0.4424, 0.0, 0.5576], &[0.5576, 0.4424, 0.2437, 0.5576]);
        assert!(
            (estimated.mean - 3.5).abs() < 0.08 && (estimated.variance - 13.8446).abs() < 0.4,
            "{estimated:?}"
        );
    }

    #[test]
    fn sobol_s_product() {
        // Π (|4x − 2| + a) / (1 + a): variance of a factor 1 / 3(1 + a)².
        let a = [0.0, 1.0, 4.5, 9.0, 99.0];
        let function = |point: &[f64]| {
            point.iter().zip(a).map(|(x, a)| ((4.0 * x - 2.0).abs() + a) / (1.0 + a)).product::<f64>()
        };
        let parts = a.map(|a| 1.0 / (3.0 * (1.0 + a) * (1.0 + a)));
        let whole = parts.iter().map(|part| 1.0 + part).product::<f64>() - 1.0;
        let first = parts.map(|part| part / whole);
        let total = parts.map(|part| part * (1.0 + whole) / (1.0 + part) / whole);
        let estimated = estimated(5, &[&[0], &[1], &[2], &[3], &[4]], 1024, function);
        check(&estimated, &first, &total);
    }

    #[test]
    fn what_does_not_vary_has_no_shares() {
        let estimated = estimated(2, &[&[0], &[1]], 16, |_| 3.0);
        assert_eq!(estimated.groups, vec![Indices::default(); 2]);
        assert_eq!(estimate(&[], 2), None);
    }
}
