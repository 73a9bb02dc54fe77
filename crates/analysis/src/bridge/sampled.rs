//! Shapley values of a function of sets, from orders that are drawn.

use crate::uncertainty::hash::Stream;

/// Orders drawn, in pairs.
pub(super) const ORDERS: usize = 400;

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

/// What each player adds, averaged over the orders drawn, and the standard error of that.
///
/// `worth` has what each order is worth step by step, `players + 1` entries an order. What an order adds up to is the whole
/// difference, so the means do too. The two orders of a pair depend on each other, so the error is that of the pairs.
pub(super) fn values(players: usize, seed: u32, worth: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let pairs = ORDERS / 2;
    let mut sums = vec![0.0; players];
    let mut squares = vec![0.0; players];
    for pair in 0..pairs {
        let mut of_pair = vec![0.0; players];
        for number in [2 * pair, 2 * pair + 1] {
            let steps = worth.get(number * (players + 1)..(number + 1) * (players + 1)).unwrap_or_default();
            for (player, step) in order(players, seed, number).into_iter().zip(steps.windows(2)) {
                if let (Some(sum), [before, after]) = (of_pair.get_mut(player), step) {
                    *sum += (after - before) / 2.0;
                }
            }
        }
        for ((sum, square), value) in sums.iter_mut().zip(&mut squares).zip(of_pair) {
            *sum += value;
            *square += value * value;
        }
    }
    let count = pairs as f64;
    let means: Vec<f64> = sums.iter().map(|sum| sum / count).collect();
    let error = |(mean, square): (&f64, f64)| {
        let variance = (square / count - mean * mean).max(0.0) * count / (count - 1.0);
        (variance / count).sqrt()
    };
    let errors = means.iter().zip(squares).map(error).collect();
    (means, errors)
}

#[cfg(test)]
mod tests {
    use super::{super::exact, *};

    const PLAYERS: usize = 14;

    fn weight(player: usize) -> f64 {
        1.0 + (player * player % 7) as f64
    }

    /// Values of a game, sampled, with their errors, and exact.
    fn both(of: impl Fn(&[bool]) -> f64) -> (Vec<f64>, Vec<f64>, Vec<f64>) {
        let every: Vec<f64> = (0..1_usize << PLAYERS)
            .map(|subset| of(&(0..PLAYERS).map(|player| subset >> player & 1 == 1).collect::<Vec<_>>()))
            .collect();
        let mut worth = vec![];
        for number in 0..ORDERS {
            let mut set = vec![false; PLAYERS];
            worth.push(of(&set));
            for player in order(PLAYERS, 9, number) {
                set[player] = true;
                worth.push(of(&set));
            }
        }
        let (sampled, errors) = values(PLAYERS, 9, &worth);
        (sampled, errors, exact::values(PLAYERS, &every))
    }

    /// Checks that sampled values are the exact ones to their errors, and add up to what these do.
    fn check(of: impl Fn(&[bool]) -> f64) -> Vec<f64> {
        let (sampled, errors, exact) = both(of);
        for ((sampled, error), exact) in sampled.iter().zip(&errors).zip(&exact) {
            assert!((sampled - exact).abs() < 4.5 * error + 1e-9, "{sampled} ± {error} instead of {exact}");
        }
        let [sum, want] = [&sampled, &exact].map(|values| values.iter().sum::<f64>());
        assert!((sum - want).abs() < 1e-9, "{sum} instead of {want}");
        errors
    }

    #[test]
    fn games_of_known_value() {
        let total = |set: &[bool]| -> f64 {
            set.iter().enumerate().filter(|(_, is_in)| **is_in).map(|(player, _)| weight(player)).sum()
        };
        // Without interaction every order says the same; with that of pairs, so does every pair of an order and its reverse.
        assert!(check(total).iter().all(|error| *error < 1e-6));
        assert!(check(|set| total(set) * total(set)).iter().all(|error| *error < 1e-3));
        // Higher ones leave something to chance.
        let errors = check(|set| libm::sqrt(total(set)));
        assert!(errors.iter().any(|error| *error > 1e-4));
        check(|set| f64::from(u8::from(total(set) > 20.0)));
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
