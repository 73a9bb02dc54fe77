//! A response curve: how a headline figure answers to one input over its whole range, with all else as it stands.

use buildout_analysis::ResponsePoint;
use std::fmt::Write;

/// The drawing is a square of this many units, stretched to the place that it gets.
const SIDE: f64 = 100.0;
/// Left free above and below, so that the stroke is not cut off.
const MARGIN: f64 = 5.0;

/// The answers over the range of an input, from its lowest value to its highest.
#[derive(Clone, Debug, PartialEq)]
pub struct Curve {
    points: Vec<ResponsePoint>,
}

/// The results that the height of a drawing stands for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    low: f64,
    high: f64,
}

impl Scale {
    /// From the lowest to the highest result, and at least `least` in all: what hardly moves must look flat.
    #[must_use]
    pub fn of(curve: &Curve, least: f64) -> Option<Self> {
        let (low, high) = (curve.lowest()?, curve.highest()?);
        let wanting = (least.max(f64::MIN_POSITIVE) - (high - low)).max(0.0) / 2.0;
        Some(Self { low: low - wanting, high: high + wanting })
    }

    /// The height of a result, from the top.
    #[must_use]
    pub fn y(self, result: f64) -> f64 {
        let share = ((result - self.low) / (self.high - self.low)).clamp(0.0, 1.0);
        SIDE - MARGIN - share * (SIDE - 2.0 * MARGIN)
    }

    /// The height of zero, where it is within.
    #[must_use]
    pub fn zero(self) -> Option<f64> {
        (self.low < 0.0 && self.high > 0.0).then(|| self.y(0.0))
    }
}

impl Curve {
    /// The curve through `points`, ordered by value.
    #[must_use]
    pub fn of(points: Vec<ResponsePoint>) -> Self {
        Self { points }
    }

    fn results(&self) -> impl Iterator<Item = f64> {
        self.points.iter().filter_map(|point| point.result)
    }

    /// The lowest result, where there is any.
    #[must_use]
    pub fn lowest(&self) -> Option<f64> {
        self.results().reduce(f64::min)
    }

    /// The highest result, where there is any.
    #[must_use]
    pub fn highest(&self) -> Option<f64> {
        self.results().reduce(f64::max)
    }

    /// The result at the lowest value of the input.
    #[must_use]
    pub fn first(&self) -> Option<f64> {
        self.points.first()?.result
    }

    /// The result at the highest value of the input.
    #[must_use]
    pub fn last(&self) -> Option<f64> {
        self.points.last()?.result
    }

    /// How far along the range a value lies, in the units of the drawing.
    #[must_use]
    pub fn x(&self, value: f64) -> f64 {
        let (Some(first), Some(last)) = (self.points.first(), self.points.last()) else { return 0.0 };
        ((value - first.value) / (last.value - first.value)).clamp(0.0, 1.0) * SIDE
    }

    /// The result at a value, on the straight line between the points beside it.
    #[must_use]
    pub fn at(&self, value: f64) -> Option<f64> {
        let after = self.points.iter().position(|point| point.value >= value)?;
        let right = self.points.get(after)?;
        let Some(left) = after.checked_sub(1).and_then(|before| self.points.get(before)) else {
            return right.result;
        };
        let share = (value - left.value) / (right.value - left.value);
        let (from, to) = (left.result?, right.result?);
        Some(from + share * (to - from))
    }

    /// The curve as the `d` of a path; it breaks where there is no result.
    #[must_use]
    pub fn path(&self, scale: Scale) -> String {
        let mut path = String::new();
        let mut command = 'M';
        for point in &self.points {
            let Some(result) = point.result else {
                command = 'M';
                continue;
            };
            // Writing to a text does not fail.
            let _ = write!(path, "{command}{:.2} {:.2}", self.x(point.value), scale.y(result));
            command = 'L';
        }
        path
    }

    /// A point of the curve as the `d` of a path: a line too short to see, which a round cap makes a dot of whatever size
    /// the stroke has, however the drawing is stretched.
    #[must_use]
    pub fn dot(&self, value: f64, scale: Scale) -> String {
        self.at(value)
            .map(|result| format!("M{:.2} {:.2}h.01", self.x(value), scale.y(result)))
            .unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn curve(results: &[Option<f64>]) -> Curve {
        let point = |(place, &result)| ResponsePoint { value: 10.0 * place as f64, result };
        Curve::of(results.iter().enumerate().map(point).collect())
    }

    #[test]
    fn a_curve_runs_from_corner_to_corner() {
        let curve = curve(&[Some(-20.0), Some(20.0), Some(60.0)]);
        let scale = Scale::of(&curve, 0.0).unwrap();
        assert_eq!(curve.path(scale), "M0.00 95.00L50.00 50.00L100.00 5.00");
        assert_eq!(curve.dot(5.0, scale), "M25.00 72.50h.01");
        assert_eq!(curve.at(5.0), Some(0.0));
        assert_eq!(scale.zero(), Some(72.5));
        assert_eq!((curve.first(), curve.last()), (Some(-20.0), Some(60.0)));
    }

    #[test]
    fn what_hardly_moves_looks_flat() {
        let curve = curve(&[Some(1.0), Some(1.2)]);
        let scale = Scale::of(&curve, 20.0).unwrap();
        assert!((scale.y(1.0) - scale.y(1.2)).abs() < 1.0);
        let level = Scale::of(&super::Curve::of(vec![]), 20.0);
        assert_eq!(level, None);
    }

    #[test]
    fn a_level_curve_lies_in_the_middle() {
        let curve = curve(&[Some(3.0), Some(3.0)]);
        let scale = Scale::of(&curve, 1.0).unwrap();
        assert_eq!(scale.y(3.0), 50.0);
    }

    #[test]
    fn a_curve_breaks_where_there_is_no_result() {
        let curve = curve(&[Some(0.0), None, Some(1.0), Some(2.0)]);
        let scale = Scale::of(&curve, 0.0).unwrap();
        assert_eq!(curve.path(scale).matches('M').count(), 2);
        assert_eq!(curve.at(5.0), None, "between a result and none there is none");
        assert_eq!(curve.dot(5.0, scale), "");
        assert_eq!(Scale::of(&self::curve(&[None, None]), 1.0), None);
    }
}
