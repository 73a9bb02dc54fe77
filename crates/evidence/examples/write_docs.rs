//! Writes what comes from the tables into `docs/model.md` and `docs/model.zh.md`: `cargo run -p buildout-evidence --example write_docs`.

use buildout_evidence::markdown::{self, MECHANISMS_BEGIN, MECHANISMS_END, Pick};
use std::{fs, io, path::Path};

const MERMAID_BEGIN: &str = "```mermaid\n";
const MERMAID_END: &str = "```\n";

/// The text with what stands between the first `begin` and the `end` after it replaced.
fn replaced(text: &str, begin: &str, end: &str, with: &str) -> Option<String> {
    let (before, rest) = text.split_once(begin)?;
    let (_, after) = rest.split_once(end)?;
    Some(format!("{before}{begin}{with}{end}{after}"))
}

fn main() -> io::Result<()> {
    let documents: [(&str, Pick); 2] = [("model.md", |words| words.en), ("model.zh.md", |words| words.zh)];
    for (name, pick) in documents {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(name);
        let text = fs::read_to_string(&path)?;
        let table = format!("\n\n{}\n", markdown::mechanisms_table(pick));
        let text = replaced(&text, MERMAID_BEGIN, MERMAID_END, &markdown::mermaid(pick))
            .and_then(|text| replaced(&text, MECHANISMS_BEGIN, MECHANISMS_END, &table))
            .ok_or_else(|| {
                io::Error::other(format!("docs/{name} has no place for the chain or the mechanisms"))
            })?;
        fs::write(&path, text)?;
    }
    Ok(())
}
