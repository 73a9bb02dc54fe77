//! What holds back the purchase of AI chips.

/// A limit on the AI chips bought in a quarter, in the order in which a tie is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Energised room for IT.
    Power,
    /// Supply of chips and memory.
    Chips,
    /// The CapEx budget after what is committed.
    Capital,
    /// Demand with its headroom.
    Demand,
}

impl Limit {
    /// Every limit; [`crate::Output::Binding`] is a place in this list.
    pub const ALL: [Limit; 4] = [Limit::Power, Limit::Chips, Limit::Capital, Limit::Demand];

    /// The name used in files and on the command line.
    #[must_use]
    pub fn id(self) -> &'static str {
        match self {
            Limit::Power => "power",
            Limit::Chips => "chips",
            Limit::Capital => "capital",
            Limit::Demand => "demand",
        }
    }

    /// The limit at a place, as [`crate::Figures::binding`] holds it.
    #[must_use]
    pub fn from_place(place: f64) -> Option<Self> {
        Self::ALL.get(place as usize).copied()
    }
}
