//! A distribution as counts, which add up in any order.

/// Bins of a histogram.
const BINS: usize = 512;
/// How far the bins reach beyond the pilot draws, as a share of their span, on either side.
const REACH: f64 = 0.25;

/// Counts of a figure over equal bins, with its lowest and highest value.
///
/// The counts of two histograms with the same bins can be added: parts of a study may be computed anywhere, in any order, and
/// give the same distribution. Its memory does not grow with the draws. Zero, where it is within reach, is an edge of a bin,
/// so that the share above zero is exact.
#[derive(Clone, Debug, PartialEq)]
pub struct Histogram {
    low: f64,
    width: f64,
    bins_per_unit: f64,
    counts: Vec<u32>,
    /// Draws that have no such figure.
    missing: u32,
    /// Draws that are exactly zero, as the difference of two scenarios often is.
    zeros: u32,
    smallest: f64,
    largest: f64,
}

impl Histogram {
    /// An empty histogram over bins that suit a sample.
    #[must_use]
    pub fn around(sample: impl IntoIterator<Item = f64>) -> Self {
        let (smallest, largest) = sample
            .into_iter()
            .filter(|value| value.is_finite())
            .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (value.min(low), value.max(high)));
        let (smallest, largest) = if smallest <= largest { (smallest, largest) } else { (0.0, 0.0) };
        let span = (largest - smallest).max(1e-9 * smallest.abs().max(largest.abs()).max(1e-3));
        let width = span * (1.0 + 2.0 * REACH) / (BINS - 1) as f64;
        let low = smallest - REACH * span;
        let high = low + width * BINS as f64;
        let low = if low < 0.0 && high > 0.0 { (low / width).floor() * width } else { low };
        Self {
            low,
            width,
            bins_per_unit: 1.0 / width,
            counts: vec![0; BINS],
            missing: 0,
            zeros: 0,
            smallest: f64::INFINITY,
            largest: f64::NEG_INFINITY,
        }
    }

    /// Counts values; one beyond the bins in the outermost, NaN as missing.
    pub fn count(&mut self, values: &[f64]) {
        // Apart from the counting, four at a time, so that no comparison waits for the one before; NaN is below and above nothing.
        let (mut smallest, mut largest) = ([self.smallest; 4], [self.largest; 4]);
        let (fours, rest) = values.as_chunks::<4>();
        let padded = core::array::from_fn(|place| rest.get(place).copied().unwrap_or(f64::NAN));
        for four in fours.iter().chain([&padded]) {
            for ((low, high), value) in smallest.iter_mut().zip(&mut largest).zip(four) {
                *low = if value < low { *value } else { *low };
                *high = if value > high { *value } else { *high };
            }
        }
        self.smallest = smallest.into_iter().fold(self.smallest, f64::min);
        self.largest = largest.into_iter().fold(self.largest, f64::max);
        let (low, bins_per_unit) = (self.low, self.bins_per_unit);
        for value in values {
            if value.is_nan() {
                self.missing += 1;
                continue;
            }
            self.zeros += u32::from(*value == 0.0);
            // A float cast saturates; to a signed number it costs the fewest instructions.
            let bin = (((value - low) * bins_per_unit) as i32).clamp(0, BINS as i32 - 1);
            if let Some(count) = self.counts.get_mut(bin as usize) {
                *count += 1;
            }
        }
    }

    /// Adds the counts of a histogram over the same bins.
    pub fn add(&mut self, other: &Self) {
        for (count, more) in self.counts.iter_mut().zip(&other.counts) {
            *count += more;
        }
        self.missing += other.missing;
        self.zeros += other.zeros;
        self.smallest = self.smallest.min(other.smallest);
        self.largest = self.largest.max(other.largest);
    }

    /// Appends the counts as bytes, without the empty bins at both ends.
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        let is_counted = |count: &u32| *count > 0;
        let first = self.counts.iter().position(is_counted).unwrap_or(0);
        let end = self.counts.iter().rposition(is_counted).map_or(first, |last| last + 1);
        let counts = self.counts.get(first..end).unwrap_or_default();
        for number in [first as u32, counts.len() as u32, self.missing, self.zeros].iter().chain(counts) {
            bytes.extend(number.to_le_bytes());
        }
        for end in [self.smallest, self.largest] {
            bytes.extend(end.to_le_bytes());
        }
    }

    /// Adds counts that were written as bytes by a histogram over the same bins; none where the bytes are no such counts.
    pub(super) fn add_written(&mut self, bytes: &mut &[u8]) -> Option<()> {
        let mut number = || take(bytes).map(u32::from_le_bytes);
        let (first, length) = (number()? as usize, number()? as usize);
        self.missing += number()?;
        self.zeros += number()?;
        for count in self.counts.get_mut(first..first.checked_add(length)?)? {
            *count += number()?;
        }
        self.smallest = self.smallest.min(f64::from_le_bytes(take(bytes)?));
        self.largest = self.largest.max(f64::from_le_bytes(take(bytes)?));
        Some(())
    }

    /// Values counted, those missing left out.
    #[must_use]
    pub fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Draws that have no such figure.
    #[must_use]
    pub fn missing(&self) -> u32 {
        self.missing
    }

    /// The value below which a share of the draws lies, straight within its bin; none without draws.
    #[must_use]
    pub fn quantile(&self, share: f64) -> Option<f64> {
        let [quantile] = self.quantiles([share])?;
        Some(quantile)
    }

    /// The same for several shares; the bins are gone through once where each is above the one before.
    #[must_use]
    pub fn quantiles<const SHARES: usize>(&self, shares: [f64; SHARES]) -> Option<[f64; SHARES]> {
        let total = self.total();
        if total == 0 {
            return None;
        }
        let all = || self.counts.iter().enumerate().map(|(bin, count)| (bin as f64, f64::from(*count)));
        let mut bins = all().peekable();
        let mut below = 0.0;
        Some(shares.map(|share| {
            let wanted = share * f64::from(total);
            if wanted <= below {
                (bins, below) = (all().peekable(), 0.0);
            }
            while let Some((bin, count)) = bins.peek().copied() {
                if below + count >= wanted && count > 0.0 {
                    return self.edge(bin + (wanted - below) / count);
                }
                below += count;
                bins.next();
            }
            self.largest
        }))
    }

    /// The share of the draws above a value, straight within its bin; none without draws.
    #[must_use]
    pub fn share_above(&self, value: f64) -> Option<f64> {
        let total = self.total();
        if total == 0 {
            return None;
        }
        if value < self.smallest {
            return Some(1.0);
        }
        if value >= self.largest {
            return Some(0.0);
        }
        let at = ((value - self.low) / self.width).clamp(0.0, BINS as f64);
        let bin = (at as usize).min(BINS - 1);
        let above: u32 = self.counts.iter().skip(bin + 1).sum();
        let cut = self.counts.get(bin).map_or(0.0, |count| f64::from(*count) * (1.0 - (at - bin as f64)));
        let at_it = if value == 0.0 { f64::from(self.zeros) } else { 0.0 };
        Some(((f64::from(above) + cut - at_it) / f64::from(total)).max(0.0))
    }

    /// The mean, each draw taken for the middle of its bin.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        let total = self.total();
        let places: f64 =
            self.counts.iter().enumerate().map(|(bin, count)| (bin as f64 + 0.5) * f64::from(*count)).sum();
        (total > 0)
            .then(|| (self.low + self.width * places / f64::from(total)).clamp(self.smallest, self.largest))
    }

    /// The lowest and highest value; none without draws.
    #[must_use]
    pub fn ends(&self) -> Option<(f64, f64)> {
        (self.smallest <= self.largest).then_some((self.smallest, self.largest))
    }

    /// The share of the draws in each of `columns` equal columns between the lowest and the highest value, with the lower
    /// end of the first and the width of one: a density to draw.
    #[must_use]
    pub fn columns(&self, columns: usize) -> Option<(f64, f64, Vec<f64>)> {
        let (low, high) = self.ends()?;
        let width = (high - low) / columns.max(1) as f64;
        let mut above = 1.0;
        let share = |column| {
            let rest = if column == columns {
                0.0
            } else {
                self.share_above(low + width * column as f64).unwrap_or(0.0)
            };
            core::mem::replace(&mut above, rest) - rest
        };
        Some((low, width, (1..=columns).map(share).collect()))
    }

    fn edge(&self, bin: f64) -> f64 {
        (self.low + self.width * bin).clamp(self.smallest, self.largest)
    }
}

fn take<const N: usize>(bytes: &mut &[u8]) -> Option<[u8; N]> {
    let (taken, rest) = bytes.split_first_chunk()?;
    *bytes = rest;
    Some(*taken)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(values: &[f64]) -> Histogram {
        let mut histogram = Histogram::around(values.iter().copied().take(256));
        histogram.count(values);
        histogram
    }

    #[test]
    fn quantiles_are_those_of_the_sorted_draws_to_a_bin() {
        // Uneven spacing, so that no bin is like another; the pilot sees the first 256 of them only.
        let mut values: Vec<f64> = (0..20_000_u32)
            .map(|n| libm::pow(f64::from(n.wrapping_mul(7919) % 20_000) / 20_000.0, 3.0) * 90.0 - 20.0)
            .collect();
        let histogram = of(&values);
        values.sort_by(f64::total_cmp);
        for share in [0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0] {
            let exact = values[((share * 20_000.0) as usize).min(19_999)];
            let found = histogram.quantile(share).unwrap();
            assert!((found - exact).abs() < 90.0 * 1.5 / 511.0, "{share}: {found} is not {exact}");
        }
        for shares in [[0.05, 0.5, 0.95], [0.5, 0.5, 1.0], [1.0, 0.0, 0.5]] {
            let each = shares.map(|share| histogram.quantile(share).unwrap());
            assert_eq!(histogram.quantiles(shares), Some(each), "{shares:?}, in one go");
        }
        let above = values.iter().filter(|value| **value > 0.0).count() as f64 / 20_000.0;
        assert!((histogram.share_above(0.0).unwrap() - above).abs() < 1e-9, "zero is an edge");
        let mean = values.iter().sum::<f64>() / 20_000.0;
        assert!((histogram.mean().unwrap() - mean).abs() < 0.02);
        let (_, _, shares) = histogram.columns(40).unwrap();
        assert!((shares.iter().sum::<f64>() - 1.0).abs() < 1e-9);
    }

    #[test]
    fn parts_add_up_to_the_whole() {
        let values: Vec<f64> = (0..999).map(|n| f64::from(n % 37) - 5.0).collect();
        let whole = of(&values);
        let mut sum = Histogram::around(values.iter().copied().take(256));
        for part in values.rchunks(100) {
            let mut histogram = Histogram::around(values.iter().copied().take(256));
            histogram.count(part);
            sum.add(&histogram);
        }
        assert_eq!(sum, whole);
    }

    #[test]
    fn counts_that_pass_as_bytes_add_up_to_the_whole() {
        let values: Vec<f64> = (0..999).map(|n| f64::from(n % 37) - 5.0).chain([f64::NAN]).collect();
        let whole = of(&values);
        let bins = Histogram::around(values.iter().copied().take(256));
        let (mut sum, mut bytes) = (bins.clone(), vec![]);
        bins.write(&mut bytes);
        assert_eq!(bytes.len(), 32, "nothing counted takes no room");
        for part in values.rchunks(100) {
            let mut histogram = bins.clone();
            histogram.count(part);
            histogram.write(&mut bytes);
        }
        let mut rest = bytes.as_slice();
        while !rest.is_empty() {
            sum.add_written(&mut rest).unwrap();
        }
        assert_eq!(sum, whole);
        for (first, length) in [(512_u32, 1_u32), (0, 513), (u32::MAX, u32::MAX), (0, 9)] {
            let bytes = [first, length, 0, 0].map(u32::to_le_bytes).concat();
            assert_eq!(sum.add_written(&mut bytes.as_slice()), None, "{length} bins from {first} on");
        }
    }

    #[test]
    fn one_value_and_none_are_distributions_too() {
        let constant = of(&[3.0; 40]);
        assert_eq!((constant.quantile(0.05), constant.quantile(0.95)), (Some(3.0), Some(3.0)));
        assert_eq!((constant.share_above(2.9), constant.share_above(3.0)), (Some(1.0), Some(0.0)));
        let none = of(&[f64::NAN; 3]);
        assert_eq!((none.total(), none.missing(), none.quantile(0.5), none.mean()), (0, 3, None, None));
        assert!(none.columns(3).is_none());
        let mut far = Histogram::around([0.0, 1.0]);
        far.count(&[-1e9, 0.5, 1e9]);
        assert_eq!(far.ends(), Some((-1e9, 1e9)));
        assert_eq!(far.total(), 3);
    }
}
