//! Ticks of the axes.

use buildout_model::Quarter;

/// Round values within `low..=high`, about `count` of them.
#[must_use]
pub fn nice_ticks(low: f64, high: f64, count: usize) -> Vec<f64> {
    let span = high - low;
    if span.is_nan() || span <= 0.0 || !span.is_finite() {
        return vec![0.0, 1.0];
    }
    let rough = span / count.max(1) as f64;
    let magnitude = 10_f64.powf(rough.log10().floor());
    let steps = [1.0, 2.0, 2.5, 5.0, 10.0].map(|step| step * magnitude);
    let step = steps.into_iter().find(|step| *step >= rough * 0.999).unwrap_or(10.0 * magnitude);
    let (first, last) = ((low / step).ceil() as i64, (high / step).floor() as i64);
    (first..=last).map(|place| place as f64 * step).collect()
}

/// Years whose first quarter lies within `first..=last`, far enough apart that their labels fit.
#[must_use]
pub fn year_ticks(first: i32, last: i32, most: usize) -> Vec<(i32, i32)> {
    let years: Vec<_> = (first..=last)
        .map(Quarter::from_index)
        .filter(|quarter| quarter.quarter() == 1)
        .map(|quarter| (quarter.index(), quarter.year()))
        .collect();
    let every = years.len().div_ceil(most.max(1)).max(1) as i32;
    years.into_iter().filter(|(_, year)| year % every == 0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within_the_range() {
        for (low, high, want) in [
            (0.0, 100.0, vec![0.0, 20.0, 40.0, 60.0, 80.0, 100.0]),
            (-12.7, 230.0, vec![0.0, 50.0, 100.0, 150.0, 200.0]),
            (-0.3, 0.9, vec![-0.25, 0.0, 0.25, 0.5, 0.75]),
            (3.0, 3.0, vec![0.0, 1.0]),
            (0.0, f64::INFINITY, vec![0.0, 1.0]),
        ] {
            assert_eq!(nice_ticks(low, high, 5), want);
        }
    }

    #[test]
    fn years_are_thinned_to_fit() {
        let at = |year| Quarter::new(year, 1).unwrap().index();
        assert_eq!(year_ticks(at(2024), at(2027), 10).len(), 4);
        let years: Vec<_> = year_ticks(at(2023) + 3, at(2036), 7).into_iter().map(|(_, year)| year).collect();
        assert_eq!(years, [2024, 2026, 2028, 2030, 2032, 2034, 2036]);
    }
}
