//! Shapley values of a function of sets, from every set.

/// Exact values from what every subset is worth, by its bits: `worth` has 2ⁿ entries.
pub(super) fn values(players: usize, worth: &[f64]) -> Vec<f64> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    fn worth(players: usize, of: impl Fn(&[bool]) -> f64) -> Vec<f64> {
        (0..1_usize << players)
            .map(|subset| of(&(0..players).map(|player| subset >> player & 1 == 1).collect::<Vec<_>>()))
            .collect()
    }

    fn check(players: usize, of: impl Fn(&[bool]) -> f64, want: &[f64]) {
        let found = values(players, &worth(players, of));
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

    /// Worths of every subset of five players.
    fn game() -> impl Strategy<Value = Vec<f64>> {
        vec(-10.0..10.0_f64, 1 << PLAYERS)
    }

    const PLAYERS: usize = 5;

    fn close(a: &[f64], b: &[f64]) -> bool {
        a.len() == b.len() && a.iter().zip(b).all(|(a, b)| (a - b).abs() < 1e-9)
    }

    /// A subset with the places of two players exchanged.
    fn exchanged(subset: usize, a: usize, b: usize) -> usize {
        let differ = (subset >> a ^ subset >> b) & 1;
        subset ^ (differ << a | differ << b)
    }

    proptest! {
        #[test]
        fn values_add_up_and_are_linear(first in game(), second in game(), by in -3.0..3.0_f64) {
            let of_first = values(PLAYERS, &first);
            let whole = first[first.len() - 1] - first[0];
            prop_assert!((of_first.iter().sum::<f64>() - whole).abs() < 1e-9);
            let mixed: Vec<f64> = first.iter().zip(&second).map(|(a, b)| a + by * b).collect();
            let want: Vec<f64> =
                of_first.iter().zip(values(PLAYERS, &second)).map(|(a, b)| a + by * b).collect();
            prop_assert!(close(&values(PLAYERS, &mixed), &want));
        }

        #[test]
        fn players_that_change_places_change_values(game in game(), a in 0..PLAYERS, b in 0..PLAYERS) {
            let turned: Vec<f64> = (0..game.len()).map(|subset| game[exchanged(subset, a, b)]).collect();
            let mut want = values(PLAYERS, &game);
            want.swap(a, b);
            prop_assert!(close(&values(PLAYERS, &turned), &want));
        }

        #[test]
        fn a_player_that_adds_nothing_gets_nothing(game in game(), idle in 0..PLAYERS) {
            let game: Vec<f64> = (0..game.len()).map(|subset| game[subset & !(1 << idle)]).collect();
            prop_assert!(values(PLAYERS, &game)[idle].abs() < 1e-12);
        }
    }
}
