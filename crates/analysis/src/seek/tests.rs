//! Seeking on figures whose solutions are known.

use super::{Finding, OnLine, Standing, line::Line, on_line};
use core::f64::consts::PI;

/// What is expected at a place, in a few letters.
#[derive(Debug)]
enum Want {
    /// A solution.
    At(f64),
    /// A flat stretch.
    Flat(f64, f64),
    /// A jump, from a figure to a figure.
    Jump(f64, f64, f64),
    /// No figure.
    Missing(f64, f64),
}

fn on(range: (f64, f64), wanted: f64, figure: impl FnMut(f64) -> Option<f64>) -> OnLine {
    on_line(Line::new(range, wanted, figure), &[])
}

/// Compares what is found with what is known, places to a billionth of the range.
fn check(range: (f64, f64), wanted: f64, figure: impl Fn(f64) -> f64, want: &[Want]) {
    let found = on(range, wanted, |x| Some(figure(x)).filter(|y| !y.is_nan()));
    let near = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (range.1 - range.0);
    assert_eq!(found.findings.len(), want.len(), "{found:#?}");
    for (finding, want) in found.findings.iter().zip(want) {
        let is_right = match (finding, want) {
            (Finding::Solution(reached), Want::At(value)) => {
                near(reached.value, *value) && (reached.result - wanted).abs() <= found.tolerance
            }
            (Finding::Flat { from, to }, Want::Flat(a, b))
            | (Finding::Missing { from, to }, Want::Missing(a, b)) => near(*from, *a) && near(*to, *b),
            (Finding::Jump { before, after }, Want::Jump(value, from, to)) => {
                before.value < after.value
                    && near(before.value, *value)
                    && near(after.value, *value)
                    && near(before.result, *from)
                    && near(after.result, *to)
            }
            _ => false,
        };
        assert!(is_right, "{finding:?} is not {want:?}");
    }
    assert_eq!(found.nearest.is_none(), found.findings.iter().any(Finding::is_met), "{found:#?}");
    let (first, last) = (found.stretches[0], found.stretches[found.stretches.len() - 1]);
    assert_eq!((first.from, last.to), range);
    assert!(
        found
            .stretches
            .windows(2)
            .all(|pair| pair[0].to < pair[1].from && pair[0].standing != pair[1].standing)
    );
}

#[test]
fn every_solution_is_found() {
    use Want::At;
    check((0.0, 10.0), 4.0, |x| 2.0 * x, &[At(2.0)]);
    check((0.0, 10.0), 0.0, |x| 2.0 * x, &[At(0.0)]);
    check((0.0, 10.0), 20.0, |x| 2.0 * x, &[At(10.0)]);
    check((-1.0, 3.0), 1.0, |x| x * x, &[At(-1.0), At(1.0)]);
    check((0.1, 6.0), 0.0, |x| (PI * x).sin(), &[1.0, 2.0, 3.0, 4.0, 5.0, 6.0].map(At));
    check((0.0, 1.0), 0.3, |x| (x - 0.4).abs() + 0.25, &[At(0.35), At(0.45)]);
    // Steep, but without a jump.
    check((-1.0, 1.0), 0.5, |x| (1e6 * (x - 0.123_456_7)).tanh(), &[At(0.123_456_7 + 0.5_f64.atanh() / 1e6)]);
}

#[test]
fn what_only_touches_is_found() {
    use Want::At;
    // The peak of a kink, far from every node of the scan.
    check((0.0, 1.0), 2.0, |x| 2.0 - (x - 0.400_123).abs(), &[At(0.400_123)]);
    // Two solutions a ten-thousandth apart, around a smooth peak.
    let apart = 1e-5_f64;
    check(
        (0.0, 1.0),
        2.0 - apart * apart * 1e4,
        |x| 2.0 - 1e4 * (x - 0.400_123).powi(2),
        &[At(0.400_123 - apart), At(0.400_123 + apart)],
    );
    let found = on((0.0, 1.0), 2.0, |x| Some(2.0 - (x - 0.400_123).powi(2)));
    let [Finding::Solution(reached)] = found.findings[..] else { panic!("{found:#?}") };
    assert!((reached.value - 0.400_123).abs() < 1e-5, "a smooth peak is known to the root of rounding");
}

#[test]
fn flat_stretches_are_told_from_end_to_end() {
    use Want::{At, Flat};
    check((0.0, 10.0), 2.0, |x| x.clamp(2.0, 7.1), &[Flat(0.0, 2.0)]);
    check((0.0, 10.0), 7.1, |x| x.clamp(2.0, 7.1), &[Flat(7.1, 10.0)]);
    check((0.0, 10.0), 0.0, |x| (x - 4.0).max(0.0) + (3.0 - x).max(0.0), &[Flat(3.0, 4.0)]);
    check((0.0, 10.0), 1.0, |x| (x - 4.0).max(0.0) + (3.0 - x).max(0.0), &[At(2.0), At(5.0)]);
    let flat = on((0.0, 10.0), 5.0, |_| Some(5.0));
    assert_eq!(flat.findings, [Finding::Flat { from: 0.0, to: 10.0 }]);
    assert!(!flat.is_moved);
    let elsewhere = on((0.0, 10.0), 6.0, |_| Some(5.0));
    assert!(!elsewhere.is_moved && elsewhere.findings.is_empty(), "{elsewhere:?}");
    assert_eq!(elsewhere.nearest.unwrap().result, 5.0);
}

#[test]
fn rounding_moves_nothing() {
    let noise = |x: f64| 1000.0 + 1e-10 * (1e7 * x).sin();
    let found = on((0.0, 1.0), 1000.0, |x| Some(noise(x)));
    assert!(!found.is_moved);
    assert_eq!(found.findings, [Finding::Flat { from: 0.0, to: 1.0 }]);
    let found = on((0.0, 1.0), 1000.3, |x| Some(noise(x) + x));
    assert_eq!(found.findings.len(), 1, "{found:#?}");
}

#[test]
fn a_jump_is_no_solution() {
    use Want::{At, Jump};
    let step = |x: f64| if x < 3.3 { 1.0 } else { 2.0 };
    check((0.0, 10.0), 1.5, step, &[Jump(3.3, 1.0, 2.0)]);
    check((0.0, 10.0), 1.5, |x| step(x) - (x - 8.0).max(0.0), &[Jump(3.3, 1.0, 2.0), At(8.5)]);
    let pole = on((0.0, 10.0), 0.0, |x| Some(1.0 / (x - PI + 1e-200)));
    assert!(matches!(pole.findings[..], [Finding::Jump { .. }]), "{pole:#?}");
}

#[test]
fn where_there_is_no_figure_is_told() {
    use Want::{At, Missing};
    let gap = |x: f64| if (2.0..=3.0).contains(&x) { f64::NAN } else { x };
    check((0.0, 10.0), 5.0, gap, &[Missing(2.0, 3.0), At(5.0)]);
    check((0.0, 10.0), 2.5, gap, &[Missing(2.0, 3.0)]);
    check((-1.0, 10.0), 1.5, f64::sqrt, &[Missing(-1.0, 0.0), At(2.25)]);
    let nowhere = on((0.0, 1.0), 1.0, |_| None);
    assert_eq!(nowhere.findings, [Finding::Missing { from: 0.0, to: 1.0 }]);
    assert!(nowhere.nearest.is_none() && !nowhere.is_moved);
    assert_eq!(nowhere.stretches[0].standing, Standing::Missing);
}

#[test]
fn the_nearest_place_is_told_where_nothing_reaches() {
    for (wanted, value, result) in [(0.5, 3.7, 1.0), (9.0, 10.0, 1.0 + 6.3 * 6.3 / 10.0)] {
        let found = on((0.0, 10.0), wanted, |x| Some(1.0 + (x - 3.7).powi(2) / 10.0));
        assert!(found.findings.is_empty(), "{found:#?}");
        let nearest = found.nearest.unwrap();
        assert!(
            (nearest.value - value).abs() < 1e-6 && (nearest.result - result).abs() < 1e-9,
            "{nearest:?}"
        );
    }
    // Of a stretch that comes nearest, its beginning.
    let nearest = on((0.0, 10.0), 3.0, |x| Some(x.min(2.345))).nearest.unwrap();
    assert!((nearest.value - 2.345).abs() < 1e-7, "{nearest:?}");
}
