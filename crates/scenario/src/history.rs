//! What was, what is, and what was taken back.

use std::collections::VecDeque;

/// How many states can be taken back; enough for a long sitting, and a bound on memory.
const KEPT: usize = 200;

/// Released states of something that a reader changes, to undo and redo.
///
/// ```
/// use buildout_scenario::History;
///
/// let mut history = History::new(1);
/// history.record(2);
/// assert_eq!(history.undo(), Some(&1));
/// assert_eq!(history.redo(), Some(&2));
/// assert_eq!(history.last_change(), Some((&1, &2)));
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct History<T> {
    /// Oldest first.
    past: VecDeque<T>,
    now: T,
    /// What was undone, the next to redo last.
    future: Vec<T>,
}

impl<T: Clone + PartialEq> History<T> {
    /// A history that starts with `now`.
    #[must_use]
    pub fn new(now: T) -> Self {
        Self { past: VecDeque::new(), now, future: Vec::new() }
    }

    /// The state now.
    #[must_use]
    pub fn now(&self) -> &T {
        &self.now
    }

    /// Makes `next` the state now. What was undone can no longer be redone, and the oldest state is forgotten where there
    /// are too many. Does nothing where `next` is the state now.
    pub fn record(&mut self, next: T) {
        if next == self.now {
            return;
        }
        self.future.clear();
        if self.past.len() == KEPT {
            self.past.pop_front();
        }
        self.past.push_back(core::mem::replace(&mut self.now, next));
    }

    /// Goes back by a state and returns it; none where there is nothing to undo.
    pub fn undo(&mut self) -> Option<&T> {
        let before = self.past.pop_back()?;
        self.future.push(core::mem::replace(&mut self.now, before));
        Some(&self.now)
    }

    /// Goes forward by a state that was undone and returns it; none where there is nothing to redo.
    pub fn redo(&mut self) -> Option<&T> {
        let after = self.future.pop()?;
        self.past.push_back(core::mem::replace(&mut self.now, after));
        Some(&self.now)
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to redo.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The states before and after the last change that has not been undone, to replay it.
    #[must_use]
    pub fn last_change(&self) -> Option<(&T, &T)> {
        self.past.back().map(|before| (before, &self.now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::{collection::vec, prelude::*};

    #[derive(Clone, Debug)]
    enum Act {
        Record(u8),
        Undo,
        Redo,
    }

    fn act() -> impl Strategy<Value = Act> {
        prop_oneof![3 => (0..4_u8).prop_map(Act::Record), 2 => Just(Act::Undo), 1 => Just(Act::Redo)]
    }

    proptest! {
        /// Against a list of states with a place in it.
        #[test]
        fn it_walks_a_list_of_states(acts in vec(act(), 0..600)) {
            let mut history = History::new(0_u8);
            let (mut states, mut place) = (vec![0_u8], 0);
            for act in acts {
                match act {
                    Act::Record(next) => {
                        history.record(next);
                        if states[place] != next {
                            states.truncate(place + 1);
                            states.push(next);
                            if states.len() > KEPT + 1 {
                                states.remove(0);
                            }
                            place = states.len() - 1;
                        }
                    }
                    Act::Undo => {
                        let want = place.checked_sub(1).map(|before| states[before]);
                        prop_assert_eq!(history.undo().copied(), want);
                        place = place.saturating_sub(1);
                    }
                    Act::Redo => {
                        let want = states.get(place + 1).copied();
                        prop_assert_eq!(history.redo().copied(), want);
                        place = (place + 1).min(states.len() - 1);
                    }
                }
                prop_assert_eq!(*history.now(), states[place]);
                prop_assert_eq!(history.can_undo(), place > 0);
                prop_assert_eq!(history.can_redo(), place + 1 < states.len());
                let want = place.checked_sub(1).map(|before| (&states[before], &states[place]));
                prop_assert_eq!(history.last_change(), want);
            }
        }

        #[test]
        fn everything_kept_can_be_undone_and_redone(count in 0..2 * KEPT) {
            let mut history = History::new(0);
            (1..=count).for_each(|state| history.record(state));
            let end = history.clone();
            let mut undone = 0;
            while history.undo().is_some() {
                undone += 1;
            }
            prop_assert_eq!(undone, count.min(KEPT));
            while history.redo().is_some() {}
            prop_assert_eq!(history, end);
        }
    }
}
