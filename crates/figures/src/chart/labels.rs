//! Labels beside the ends of lines.

/// Moves positions apart until no two are nearer than `gap`, within `low..=high`, keeping their order.
///
/// Where they do not all fit, they are spread evenly.
#[must_use]
pub fn spread(positions: &[f64], gap: f64, low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<usize> = (0..positions.len()).collect();
    let at = |place: &usize| positions.get(*place).copied().unwrap_or(low);
    order.sort_by(|a, b| at(a).total_cmp(&at(b)));
    let gap = gap.min((high - low) / positions.len().saturating_sub(1).max(1) as f64);

    // Down the list each label stands clear of the one before; back up it the last ones come back inside.
    let mut placed: Vec<f64> = Vec::with_capacity(order.len());
    for place in &order {
        let clear = placed.last().map_or(low, |before| before + gap);
        placed.push(at(place).max(clear));
    }
    let mut ceiling = high;
    for position in placed.iter_mut().rev() {
        *position = position.min(ceiling);
        ceiling = *position - gap;
    }
    let mut spread = vec![low; positions.len()];
    for (place, position) in order.into_iter().zip(placed) {
        if let Some(slot) = spread.get_mut(place) {
            *slot = position;
        }
    }
    spread
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_stand_clear_of_each_other() {
        for (positions, want) in [
            (vec![], vec![]),
            (vec![10.0, 50.0], vec![10.0, 50.0]),
            (vec![50.0, 52.0], vec![50.0, 62.0]),
            (vec![52.0, 50.0], vec![62.0, 50.0]),
            (vec![99.0, 98.0, 97.0], vec![100.0, 88.0, 76.0]),
            (vec![-5.0, -6.0], vec![12.0, 0.0]),
        ] {
            assert_eq!(spread(&positions, 12.0, 0.0, 100.0), want);
        }
        assert_eq!(spread(&[1.0, 1.0, 1.0], 80.0, 0.0, 100.0), [0.0, 50.0, 100.0]);
    }
}
