//! A limit loosened from a quarter on: what it takes to ask what one unit more of it would bring.

use crate::{limit::Limit, number::Number};

/// One limit of one quarter, loosened by hand, all inputs as they stand.
///
/// Room and demand stay once they are there; chips and budget come once, in that quarter alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Relief {
    /// The limit.
    pub limit: Limit,
    /// Quarters run before the first one that is relieved.
    pub place: usize,
    /// How much more: GW of room for IT, GW of chips, B$ of CapEx budget, B$ a year of AI demand.
    pub amount: f64,
}

impl Relief {
    /// What is added to a limit in the quarter at `place`.
    fn at(self, limit: Limit, place: usize) -> f64 {
        let stays = matches!(limit, Limit::Power | Limit::Demand);
        let holds = if stays { place >= self.place } else { place == self.place };
        if self.limit == limit && holds { self.amount } else { 0.0 }
    }
}

/// What a quarter gets on top of what its inputs give it; nothing in an ordinary run.
#[derive(Clone, Copy, Default)]
pub(crate) struct Relieved(Option<Relief>);

impl From<Option<Relief>> for Relieved {
    fn from(relief: Option<Relief>) -> Self {
        Self(relief)
    }
}

impl Relieved {
    /// `figure` with what the relief of `limit` adds to it.
    pub(crate) fn raise<N: Number>(self, figure: N, limit: Limit, place: usize) -> N {
        match self.0 {
            Some(relief) => figure + relief.at(limit, place),
            None => figure,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn room_and_demand_stay_and_the_rest_comes_once() {
        for (limit, want) in [
            (Limit::Power, [0.0, 2.0, 2.0]),
            (Limit::Chips, [0.0, 2.0, 0.0]),
            (Limit::Capital, [0.0, 2.0, 0.0]),
            (Limit::Demand, [0.0, 2.0, 2.0]),
        ] {
            let relieved = Relieved::from(Some(Relief { limit, place: 5, amount: 2.0 }));
            assert_eq!([4, 5, 6].map(|place| relieved.raise(1.0, limit, place) - 1.0), want, "{limit:?}");
            for other in Limit::ALL.into_iter().filter(|other| *other != limit) {
                assert_eq!(relieved.raise(1.0, other, 5), 1.0, "{limit:?} leaves {other:?} alone");
            }
        }
    }
}
