//! What third parties say of the total power of AWS, which Amazon has never published; `data/power-anchors.csv`.

/// An estimate with its source.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Estimate {
    pub(super) power_gw: f64,
    pub(super) source: &'static str,
}

/// Both estimates of a year's end, where there are any.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Anchor {
    pub(super) year: i32,
    pub(super) low: Option<Estimate>,
    pub(super) high: Option<Estimate>,
}

const TABLE: &str = include_str!("../../../../../data/power-anchors.csv");

/// Every year of the table.
pub(super) fn anchors() -> Vec<Anchor> {
    let estimate =
        |power_gw: &str, source: &'static str| Some(Estimate { power_gw: power_gw.parse().ok()?, source });
    // No field holds a comma.
    let anchor = |row: &'static str| match *row.split(',').collect::<Vec<_>>().as_slice() {
        [year, low, low_source, high, high_source] => Some(Anchor {
            year: year.parse().ok()?,
            low: estimate(low, low_source),
            high: estimate(high, high_source),
        }),
        _ => None,
    };
    TABLE.lines().skip(1).filter_map(anchor).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every row reads, and says what the evidence notes say.
    #[test]
    fn the_table_is_that_of_the_evidence_notes() {
        let anchors = anchors();
        assert_eq!(anchors.len(), TABLE.lines().count() - 1, "a row does not read");
        let notes = include_str!("../../../../../data/assumptions.md");
        for anchor in &anchors {
            let row = notes
                .lines()
                .find(|line| {
                    [format!("| {} |", anchor.year), format!("| {}E |", anchor.year)]
                        .iter()
                        .any(|start| line.starts_with(start))
                })
                .or_else(|| notes.lines().find(|line| line.contains("2028E / 2029E / 2030E")))
                .unwrap();
            for estimate in [&anchor.low, &anchor.high].into_iter().flatten() {
                assert!(row.contains(&format!("{:.1}", estimate.power_gw)), "{anchor:?} is not in {row}");
                assert!(!estimate.source.is_empty());
            }
        }
        assert!(anchors.windows(2).all(|pair| pair[0].year < pair[1].year));
    }
}
