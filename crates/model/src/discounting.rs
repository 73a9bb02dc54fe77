//! Net present value and internal rate of return of quarterly flows.

/// The rates between which an internal rate of return is looked for.
const LOWEST_RATE: f64 = -0.95;
const HIGHEST_RATE: f64 = 10.0;

/// Present value at a yearly `rate` of quarterly flows, the first of them `first_after` quarters from now.
pub(crate) fn npv(flows: impl DoubleEndedIterator<Item = f64>, rate: f64, first_after: u8) -> f64 {
    let per_quarter = libm::pow(1.0 + rate, -0.25);
    let at_first = flows.rev().fold(0.0, |later, flow| flow + later * per_quarter);
    (0..first_after).fold(at_first, |value, _| value * per_quarter)
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
    fn flows_of_one_sign_have_no_rate() {
        for flows in [[1.0, 2.0], [-1.0, -2.0], [0.0, 0.0]] {
            assert_eq!(irr(flows.into_iter()), None);
        }
    }
}
