//! Net present value and internal rate of return of quarterly flows.

use crate::number::Number;

/// The rates between which an internal rate of return is looked for.
const LOWEST_RATE: f64 = -0.95;
const HIGHEST_RATE: f64 = 10.0;

/// Present value at a yearly `rate` of quarterly flows, the first of them `first_after` quarters from now.
pub(crate) fn npv<N: Number>(flows: impl DoubleEndedIterator<Item = N>, rate: N, first_after: u8) -> N {
    let per_quarter = quarterly_factor(rate);
    let at_first = flows.rev().fold(N::of(0.0), |later, flow| flow + later * per_quarter);
    (0..first_after).fold(at_first, |value, _| value * per_quarter)
}

/// What a dollar in a quarter is worth now.
fn quarterly_factor<N: Number>(rate: N) -> N {
    N::of(1.0) / (rate + 1.0).fourth_root()
}

/// Halvings and steps of [`irr_value`]: from a range of 11 to 1e-3, and from there to the last bits.
const HALVINGS: u32 = 13;
const NEWTON_STEPS: u32 = 4;

/// The rate of [`irr`] without looking at a number, NaN where there is none.
///
/// The halvings are those of [`irr`], so that of several rates it is the same one. The steps after them carry how the
/// rate depends on the flows, which halving does not.
pub(crate) fn irr_value<N: Number>(flows: impl DoubleEndedIterator<Item = N> + Clone) -> N {
    let zero = N::of(0.0);
    let value = |rate| npv(flows.clone(), rate, 0);
    let (mut low, mut high) = (N::of(LOWEST_RATE), N::of(HIGHEST_RATE));
    let is_found = N::both(zero.below(value(low)), value(high).below(zero));
    for _ in 0..HALVINGS {
        let middle = (low + high) / 2.0;
        let is_above = zero.below(value(middle));
        low = N::choose(is_above, middle, low);
        high = N::choose(is_above, high, middle);
    }
    // A dollar a quarter later is worth less at a higher rate.
    let (lowest, highest) = (quarterly_factor(high), quarterly_factor(low));
    let mut factor = (lowest + highest) / 2.0;
    for _ in 0..NEWTON_STEPS {
        let (value, slope) = flows
            .clone()
            .rev()
            .fold((zero, zero), |(value, slope), flow| (value * factor + flow, slope * factor + value));
        factor = (factor - value.over(slope, 0.0)).max(lowest).min(highest);
    }
    let square = factor * factor;
    let rate = N::of(1.0) / (square * square) - 1.0;
    N::choose(is_found, rate, N::of(f64::NAN))
}

/// The yearly rate at which quarterly flows are worth nothing.
///
/// None unless they are worth something at −95 % and cost something at 1000 %; otherwise by bisection.
pub(crate) fn irr(flows: impl DoubleEndedIterator<Item = f64> + Clone) -> Option<f64> {
    let value = |rate| npv(flows.clone(), rate, 0);
    let (mut low, mut high) = (LOWEST_RATE, HIGHEST_RATE);
    if value(low) <= 0.0 || value(high) >= 0.0 {
        return None;
    }
    loop {
        let middle = (low + high) / 2.0;
        // Down to the last bit: the middle of neighbours is one of them.
        if middle <= low || middle >= high {
            return Some(middle);
        }
        if value(middle) > 0.0 {
            low = middle;
        } else {
            high = middle;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_loan_repaid_with_interest_yields_the_interest() {
        let mut flows = [0.0; 9];
        flows[0] = -100.0;
        flows[8] = 121.0;
        let rate = irr(flows.into_iter()).unwrap();
        assert!((rate - 0.1).abs() < 1e-12, "{rate}");
        assert!(npv(flows.into_iter(), rate, 1).abs() < 1e-9);
    }

    #[test]
    fn a_rate_in_fixed_steps_is_the_rate_to_the_last_bit() {
        for (spent, earned) in [(100.0, 3.0), (100.0, 9.0), (100.0, 40.0), (50.0, 2.0), (250.0, 8.0)] {
            let flows = [-spent, earned, earned, 2.0 * earned, earned, -earned / 2.0, 30.0 * earned];
            let exact = irr(flows.into_iter()).unwrap();
            let fixed = irr_value(flows.into_iter());
            assert!((exact - fixed).abs() < 1e-12, "{exact} {fixed}");
        }
    }

    #[test]
    fn flows_of_one_sign_have_no_rate() {
        for flows in [[1.0, 2.0], [-1.0, -2.0], [0.0, 0.0]] {
            assert_eq!(irr(flows.into_iter()), None);
            assert!(irr_value(flows.into_iter()).is_nan());
        }
    }
}
