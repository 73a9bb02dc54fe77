//! The model gives the same bits natively and in WebAssembly: a figure on the page is the figure of the command line.
//!
//! Every figure of every preset is folded into one number, the same on both sides. A change of the equations changes
//! it: write the new one down once both sides agree on it.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

use buildout_model::MAX_QUARTERS;
use buildout_model::Output;
use buildout_scenario::PRESETS;
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

const FOLDED: u64 = 0xee85_b19b_9da2_7542;

/// FNV-1a over the bytes of each figure.
fn fold(folded: u64, value: f64) -> u64 {
    value
        .to_bits()
        .to_le_bytes()
        .into_iter()
        .fold(folded, |folded, byte| (folded ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

#[test]
fn every_preset_has_the_same_bits_everywhere() {
    let mut folded = 0xcbf2_9ce4_8422_2325;
    for preset in &PRESETS {
        let scenario = preset.scenario();
        let trajectory = scenario.run(MAX_QUARTERS);
        for figures in trajectory.figures() {
            for output in Output::ALL {
                folded = fold(folded, figures.get(output));
            }
        }
        let headline = scenario.headline(&trajectory).unwrap();
        for value in [headline.npv, headline.npv_without_book, headline.irr.unwrap_or(-1.0)] {
            folded = fold(folded, value);
        }
    }
    assert_eq!(folded, FOLDED, "0x{folded:016x}");
}
