//! Shapley values of a function of sets.

use crate::uncertainty::hash::Stream;

/// Exact values from what every subset is worth, by its bits: `worth` has 2ⁿ entries.
pub(super) fn exact(players: usize, worth: &[f64]) -> Vec<f64> {
    // s! (n − s − 1)! / n!: how often a set of s others is the one that stands before a player.
    let weights: Vec<f64> = (0..players)
        .map(|before| {
            let choose =
                (0..before).fold(1.0, |ways, place| ways * (players - 1 - place) as f64 / (place + 1) as f64);
            1.0 / (players as f64 * choose)
        })
        .collect();
    (0..players)
        .map(|player| {
            let bit = 1_usize << player;
            let without = worth.iter().enumerate().filter(|(subset, _)| subset & bit == 0);
            without
                .filter_map(|(subset, before)| {
                    let weight = weights.get(subset.count_ones() as usize)?;
                    Some(weight * (worth.get(subset | bit)? - before))
                })
                .sum()
        })
        .collect()
}

/// A random order of `0..count`, the same for a seed and a number; an odd number has the order before it the other way round,
/// which cancels much of the chance in both.
pub(super) fn order(count: usize, seed: u32, number: usize) -> Vec<usize> {
    let stream = Stream::new(u64::from(seed)).within((number / 2) as u64);
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_key(|place| stream.bits(*place as u64));
    if number % 2 == 1 {
        order.reverse();
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    fn worth(players: usize, of: impl Fn(&[bool]) -> f64) -> Vec<f64> {
        (0..1_usize << players)
            .map(|subset| of(&(0..players).map(|player| subset >> player & 1 == 1).collect::<Vec<_>>()))
            .collect()
    }

    fn check(players: usize, of: impl Fn(&[bool]) -> f64, want: &[f64]) {
        let found = exact(players, &worth(players, of));
        for (found, want) in found.iter().zip(want) {
            assert!((found - want).abs() < 1e-12, "{found} instead of {want}");
        }
    }

    #[test]
    fn games_of_known_value() {
        let number = |is_in: bool| f64::from(u8::from(is_in));
        check(3, |set| 2.0 * number(set[0]) - number(set[1]), &[2.0, -1.0, 0.0]);
        check(2, |set| 6.0 * number(set[0]) * number(set[1]), &[3.0, 3.0]);
        // A left glove and two right ones.
        check(3, |set| number(set[0] && (set[1] || set[2])), &[2.0 / 3.0, 1.0 / 6.0, 1.0 / 6.0]);
        check(0, |_| 7.0, &[]);
        // Alike in every way.
        check(10, |set| set.iter().filter(|is_in| **is_in).count().pow(2) as f64, &[10.0; 10]);
    }

    #[test]
    fn orders_are_whole_and_come_in_pairs() {
        for number in 0..10 {
            let mut sorted = order(20, 3, number);
            sorted.sort_unstable();
            assert_eq!(sorted, (0..20).collect::<Vec<_>>());
        }
        let mut turned = order(20, 3, 5);
        turned.reverse();
        assert_eq!(order(20, 3, 4), turned);
        assert_ne!(order(20, 3, 4), order(20, 3, 6));
    }
}
