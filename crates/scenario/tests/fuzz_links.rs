//! Damaged links of the corpus: nothing panics, and nothing is dropped unsaid. `examples/fuzz_links.rs` runs millions.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test fails by panicking"
)]

mod fuzz;

use buildout_scenario::Link;

#[test]
fn damaged_links_of_the_corpus_hold() {
    let mut mutator = fuzz::Mutator::new(&fuzz::corpus(), 1);
    let (mut told, cases) = (0, 5_000);
    for _ in 0..cases {
        let text = mutator.next_link();
        match fuzz::check::check(&text) {
            Ok(notices) => told += usize::from(notices > 0),
            Err(what) => panic!("{text:?}: {what}"),
        }
    }
    assert!(
        (cases / 4..cases).contains(&told),
        "{told} of {cases} links gave notices: the damage is no test"
    );
}

#[test]
fn the_seeds_of_fuzzing_hold() {
    for text in fuzz::seeds() {
        if let Err(what) = fuzz::check::check(&text) {
            panic!("{text:?}: {what}");
        }
    }
}

#[test]
fn the_same_seed_makes_the_same_links() {
    let first = |seed| {
        let mut mutator = fuzz::Mutator::new(&fuzz::corpus(), seed);
        (0..20).map(|_| mutator.next_link()).collect::<Vec<_>>()
    };
    assert_eq!(first(7), first(7));
    assert_ne!(first(7), first(8));
}

#[test]
fn what_is_dropped_unsaid_is_found() {
    for (text, part) in [
        ("#1~2025q3~zz9_4", "zz9_4"),
        ("#1~1999q9", "1999q9"),
        ("#1~2025q3~cx1_abc", "cx1_abc"),
        ("#1~2025q3~cx1_999", "cx1_999"),
        ("#1~2025q3~cx1_170~cx1_180", "cx1_170"),
        ("#1~2025q3~H_2030~H_2031", "H_2030"),
        ("#1~2025q3~H_soon", "H_soon"),
        ("#1~2025q3~L_tlh", "L_tlh"),
        ("#1~2025q3~V_", "V_"),
        ("#1~2025q3~R_1", "R_1"),
        ("#1~2025q3~~2026q2~~2026q2", "2026q2"),
        ("#7~2025q3", "7"),
    ] {
        let mut read = Link::decode(text);
        assert_eq!(fuzz::check::dropped(text, &read), None, "{text}");
        read.notices.clear();
        assert_eq!(fuzz::check::dropped(text, &read).as_deref(), Some(part), "{text}");
    }
}
