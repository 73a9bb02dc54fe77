//! The inputs of a draw: a point of the unit cube as factors and additions.

use super::{normal, normal::Normal, pert::Pert};
use buildout_model::{CORRELATIONS, Input, Uncertainty};
use buildout_scenario::{Ranges, Scenario};

/// The inputs that are drawn, with their distributions and what ties them together.
#[derive(Clone, Debug)]
pub(crate) struct Drawn {
    inputs: Vec<DrawnInput>,
    normal: Normal,
    /// The places of inputs that are correlated with others.
    tied: Vec<usize>,
    /// Rows of the Cholesky factor of their correlations, each up to its diagonal.
    factor: Vec<Vec<f64>>,
}

/// An input that is drawn.
#[derive(Clone, Debug)]
pub(crate) struct DrawnInput {
    pub(crate) input: Input,
    adds: bool,
    pert: Pert,
}

impl DrawnInput {
    /// How an input is drawn from a range: a factor most likely 1, or an addition most likely the lowest.
    pub(crate) fn new(input: Input, range: Uncertainty) -> Self {
        match range {
            Uncertainty::Scale { low, high } => Self { input, adds: false, pert: Pert::new(low, 1.0, high) },
            Uncertainty::Add { low, high } => Self { input, adds: true, pert: Pert::new(low, low, high) },
        }
    }

    /// The factor or addition below which a share `probability` of the draws lies.
    pub(crate) fn quantile(&self, probability: f64) -> f64 {
        self.pert.quantile(probability)
    }

    /// A value of the scenario with its factor or addition, limited to the range of the input.
    pub(crate) fn apply(&self, value: f64, drawn: f64) -> f64 {
        self.input.declaration().clamp(if self.adds { value + drawn } else { value * drawn })
    }
}

/// Both ends of a range around a value of the scenario, limited to the range of the input, the lower first.
pub(crate) fn ends(input: Input, range: Uncertainty, value: f64) -> (f64, f64) {
    let declaration = input.declaration();
    let [a, b] = match range {
        Uncertainty::Scale { low, high } => [value * low, value * high],
        Uncertainty::Add { low, high } => [value + low, value + high],
    }
    .map(|end| declaration.clamp(end));
    // A negative value times a factor turns its range round.
    (a.min(b), a.max(b))
}

impl Drawn {
    /// The inputs that `ranges` draws.
    pub(crate) fn new(ranges: &Ranges) -> Self {
        let inputs: Vec<_> = ranges.drawn().map(|(input, range)| DrawnInput::new(input, range)).collect();
        let place = |input: Input| inputs.iter().position(|drawn| drawn.input == input);
        let pairs: Vec<_> = CORRELATIONS
            .iter()
            .filter_map(|pair| Some((place(pair.a)?, place(pair.b)?, pair.rank_correlation)))
            .collect();
        let mut tied: Vec<_> = pairs.iter().flat_map(|(a, b, _)| [*a, *b]).collect();
        tied.sort_unstable();
        tied.dedup();
        let correlation = |a: usize, b: usize| {
            let pair = pairs.iter().find(|(x, y, _)| (*x, *y) == (a, b) || (*x, *y) == (b, a));
            // The correlation of normal scores that gives this rank correlation.
            pair.map_or(0.0, |(_, _, rank)| 2.0 * libm::sin(core::f64::consts::PI * rank / 6.0))
        };
        let factor = cholesky(&tied, correlation);
        Self { inputs, normal: Normal::new(), tied, factor }
    }

    /// The inputs that are drawn, in registry order.
    pub(crate) fn inputs(&self) -> &[DrawnInput] {
        &self.inputs
    }

    /// Turns a point of the unit cube, a coordinate an input, into factors and additions.
    pub(crate) fn of_point(&self, point: &mut [f64], scores: &mut Vec<f64>) {
        scores.clear();
        scores.extend(
            self.tied.iter().filter_map(|place| point.get(*place)).map(|at| self.normal.quantile(*at)),
        );
        for (place, row) in self.tied.iter().zip(&self.factor) {
            let score: f64 = row.iter().zip(scores.iter()).map(|(weight, score)| weight * score).sum();
            if let Some(coordinate) = point.get_mut(*place) {
                *coordinate = normal::cumulative(score);
            }
        }
        for (coordinate, drawn) in point.iter_mut().zip(&self.inputs) {
            *coordinate = drawn.quantile(*coordinate);
        }
    }

    /// The values of the drawn inputs in a scenario.
    pub(crate) fn values_in(&self, scenario: &Scenario) -> Vec<f64> {
        self.inputs.iter().map(|drawn| scenario.get(drawn.input)).collect()
    }
}

/// The lower triangular factor of a correlation matrix. The build of the model checks nothing of it, so a matrix that is no
/// correlation leaves its last rows less tied than asked for, and a test sees that the declared one is.
fn cholesky(places: &[usize], correlation: impl Fn(usize, usize) -> f64) -> Vec<Vec<f64>> {
    let mut rows: Vec<Vec<f64>> = Vec::with_capacity(places.len());
    for (a, &at) in places.iter().enumerate() {
        let mut row = Vec::with_capacity(a + 1);
        for (above, &other) in rows.iter().zip(places) {
            let known: f64 = above.iter().zip(&row).map(|(x, y): (&f64, &f64)| x * y).sum();
            let diagonal = above.last().copied().unwrap_or(1.0);
            row.push((correlation(at, other) - known) / diagonal);
        }
        let taken: f64 = row.iter().map(|weight| weight * weight).sum();
        row.push((1.0 - taken).max(0.0).sqrt());
        rows.push(row);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::{super::design::Design, *};

    #[test]
    fn the_declared_correlations_are_those_of_a_distribution() {
        let drawn = Drawn::new(&Ranges::default());
        assert_eq!(drawn.tied.len(), 9);
        for row in &drawn.factor {
            let length: f64 = row.iter().map(|weight| weight * weight).sum();
            assert!(
                (length - 1.0).abs() < 1e-12 && row.last().is_some_and(|diagonal| *diagonal > 0.3),
                "{row:?}"
            );
        }
    }

    #[test]
    fn the_declared_rank_correlations_are_recovered_and_no_others() {
        let drawn = Drawn::new(&Ranges::default());
        let count = 10_000;
        let inputs = drawn.inputs().len();
        let design = Design::new(3, 1, count, inputs);
        let draws: Vec<Vec<f64>> = (0..count)
            .map(|draw| {
                let mut point = vec![0.0; inputs];
                design.point(draw, &mut point);
                drawn.of_point(&mut point, &mut vec![]);
                point
            })
            .collect();
        let ranks = |input: usize| {
            let mut order: Vec<usize> = (0..draws.len()).collect();
            order.sort_by(|a, b| draws[*a][input].total_cmp(&draws[*b][input]));
            let mut ranks = vec![0.0; draws.len()];
            for (rank, draw) in order.into_iter().enumerate() {
                ranks[draw] = rank as f64 / draws.len() as f64 - 0.5;
            }
            ranks
        };
        let ranks: Vec<_> = (0..inputs).map(ranks).collect();
        for a in 0..inputs {
            for b in 0..a {
                let found =
                    12.0 * ranks[a].iter().zip(&ranks[b]).map(|(x, y)| x * y).sum::<f64>() / f64::from(count);
                let (x, y) = (drawn.inputs()[a].input, drawn.inputs()[b].input);
                let pair =
                    CORRELATIONS.iter().find(|pair| (pair.a, pair.b) == (x, y) || (pair.a, pair.b) == (y, x));
                // Two that are tied to a third are tied to each other a little.
                let want = pair.map_or(0.0, |pair| pair.rank_correlation);
                assert!((found - want).abs() < 0.04, "{x} and {y}: {found} instead of {want}");
            }
        }
    }

    #[test]
    fn an_input_is_scaled_or_added_to_and_stays_in_range() {
        let scale = DrawnInput::new(Input::TrainiumMix, Uncertainty::Scale { low: 0.5, high: 2.0 });
        assert_eq!(scale.apply(0.6, 1.25), 0.75);
        assert_eq!(scale.apply(0.6, 2.0), 1.0);
        let add = DrawnInput::new(Input::PowerSlip, Uncertainty::Add { low: 0.0, high: 4.0 });
        assert_eq!(add.apply(1.0, 1.5), 2.5);
        assert_eq!(add.apply(7.0, 4.0), 8.0);
    }
}
