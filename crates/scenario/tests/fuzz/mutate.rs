//! Damaging links.

use proptest::{
    prelude::RngExt,
    test_runner::{RngAlgorithm, TestRng},
};

/// The most changes made to one link.
const MOST_CHANGES: usize = 6;

/// The longest piece that is cut out, repeated or carried over.
const LONGEST_PIECE: usize = 40;

/// One in so many links is repeated until it is longer than any that is read whole.
const ENDLESS: u32 = 2_000;

/// What is put in: what separates, what programs escape, what numbers are not, what other scripts write.
const PIECES: [&str; 46] = [
    "~",
    "~~",
    "~~~",
    "_",
    "__",
    ".",
    "-",
    "#",
    "%",
    "%7E",
    "%7e",
    "%5F",
    "%2E",
    "%2D",
    "%257E",
    "%E7%94",
    "%0A",
    "+",
    "-0",
    "0x10",
    "1e308",
    "1e-320",
    "-1e400",
    "NaN",
    "inf",
    "1_000",
    "1,5",
    "99999999999999999999999999999999999999",
    "0.30000000000000004",
    "~H_2030",
    "~H_",
    "~H_99999999999",
    "~L_zh",
    "~M_calendar",
    "~V_chips.cash",
    "~V_",
    "~Z_2027-2030",
    "~R_1_n_n_n_n_n_n_n_n_n_n_n_n",
    "~R_2_1_26q3_-9999999999_26q3_1_1_1_1_n_1_1_1",
    "~cx1_180",
    "~tm_0.7",
    "~~2026q2",
    "电力",
    "\u{202e}",
    "\u{0}\n\t",
    "🦀e\u{301}",
];

/// Makes damaged links; the same ones for the same seed.
pub struct Mutator {
    rng: TestRng,
    links: Vec<Vec<char>>,
}

impl Mutator {
    /// A mutator of these links, of which there must be one at least.
    pub fn new(links: &[String], seed: u64) -> Self {
        let mut bytes = [0x5a; 16];
        bytes[..8].copy_from_slice(&seed.to_le_bytes());
        Self {
            rng: TestRng::from_seed(RngAlgorithm::XorShift, &bytes),
            links: links.iter().map(|link| link.chars().collect()).collect(),
        }
    }

    /// The next damaged link.
    pub fn next_link(&mut self) -> String {
        let mut text = self.any_link();
        // Few changes more often than many: what is damaged beyond recognition tests little.
        let most = self.rng.random_range(1..=MOST_CHANGES);
        for _ in 0..self.rng.random_range(1..=most) {
            self.change(&mut text);
        }
        if self.rng.random_ratio(1, ENDLESS) && !text.is_empty() {
            text = text.iter().copied().cycle().take(10_000).collect();
        }
        text.into_iter().collect()
    }

    fn any_link(&mut self) -> Vec<char> {
        let place = self.rng.random_range(0..self.links.len());
        self.links[place].clone()
    }

    /// A stretch of `text`.
    fn stretch(&mut self, text: &[char]) -> std::ops::Range<usize> {
        let start = self.rng.random_range(0..=text.len());
        let end = start + self.rng.random_range(0..=LONGEST_PIECE.min(text.len() - start));
        start..end
    }

    fn change(&mut self, text: &mut Vec<char>) {
        match self.rng.random_range(0..7) {
            // Cut out.
            0 => {
                let stretch = self.stretch(text);
                text.drain(stretch);
            }
            // Repeat.
            1 => {
                let stretch = self.stretch(text);
                let (piece, at) = (text[stretch].to_vec(), self.rng.random_range(0..=text.len()));
                text.splice(at..at, piece);
            }
            // Carry over from another link.
            2 => {
                let other = self.any_link();
                let (stretch, at) = (self.stretch(&other), self.rng.random_range(0..=text.len()));
                text.splice(at..at, other[stretch].to_vec());
            }
            // The beginning of this one, the end of another.
            3 => {
                let other = self.any_link();
                text.truncate(self.rng.random_range(0..=text.len()));
                text.extend(&other[self.rng.random_range(0..=other.len())..]);
            }
            // Flip a character into a printable one.
            4 => {
                if !text.is_empty() {
                    let at = self.rng.random_range(0..text.len());
                    text[at] = char::from(self.rng.random_range(0x20..0x7f_u8));
                }
            }
            // Put something in.
            5 => {
                let piece = PIECES[self.rng.random_range(0..PIECES.len())];
                let at = self.rng.random_range(0..=text.len());
                text.splice(at..at, piece.chars());
            }
            // Any character at all.
            _ => {
                let at = self.rng.random_range(0..=text.len());
                let any = char::from_u32(self.rng.random_range(0..0x11_0000_u32)).unwrap_or('\u{fffd}');
                text.insert(at, any);
            }
        }
    }
}
