//! What fuzzing starts from, and what it found: `fuzz/seeds/` has a text a line, as a JSON string.

use std::{fs, path::Path};

/// Checks every seed of a target, of which some are taken and some refused.
pub fn hold(target: &str, check: impl Fn(&str) -> Result<bool, String>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fuzz/seeds").join(format!("{target}.jsonl"));
    let lines = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut taken = 0;
    for line in lines.lines() {
        let text: String = serde_json::from_str(line).unwrap();
        taken += usize::from(check(&text).unwrap_or_else(|what| panic!("{text:?}: {what}")));
    }
    assert!((5..lines.lines().count()).contains(&taken), "{taken} seeds of {target} are taken");
}
