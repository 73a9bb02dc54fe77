//! The texts that targets start from.
//!
//! `fuzz/seeds/` has a file for each target with a text a line, as a JSON string: a few kilobytes that can be read, where libFuzzer
//! wants hundreds of small files. Links start from every link that was ever published as well.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use serde_json::Value;
use xshell::cmd;

use super::build;
use crate::workspace::Workspace;

/// Tables whose first columns are the names that texts are made of.
const NAMES: [(&str, usize); 2] = [("data/inputs.csv", 2), ("data/outputs.csv", 1)];

/// The folder in which a target's texts gather from run to run.
///
/// # Errors
/// If it cannot be made.
pub(super) fn corpus(workspace: &Workspace, target: &str) -> Result<PathBuf> {
    let folder = build::folder(workspace).join("corpus").join(target);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder)
}

/// Writes the seeds of a target as libFuzzer reads them, a file each, and returns their folder.
///
/// # Errors
/// If a line is no seed, or nothing can be written.
pub(super) fn unpack(workspace: &Workspace, target: &str) -> Result<PathBuf> {
    let folder = build::folder(workspace).join("seeds").join(target);
    if folder.is_dir() {
        fs::remove_dir_all(&folder).with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut texts = read(&packed(workspace, target))?;
    if target == "links" {
        texts.extend(read(&workspace.root.join("tests").join("links").join("corpus.jsonl"))?);
    }
    for (place, text) in texts.iter().enumerate() {
        fs::write(folder.join(format!("{place:04}")), text)?;
    }
    Ok(folder)
}

/// Adds to the seeds what was found: of the texts that gathered, the fewest that reach all the code that they reach together and the
/// seeds do not.
///
/// # Errors
/// If the target cannot choose, or the seeds cannot be written.
pub(super) fn keep(workspace: &Workspace, programs: &Path, target: &str) -> Result<()> {
    let sh = &workspace.sh;
    let (program, seeds, corpus) =
        (programs.join(target), unpack(workspace, target)?, corpus(workspace, target)?);
    let known = names(&seeds)?;
    // How often an edge is passed is left out: it would keep thousands of texts that differ in their length.
    let choose = ["-merge=1", "-set_cover_merge=1", "-use_counters=0"];
    cmd!(sh, "{program} {choose...} {seeds} {corpus}")
        .ignore_stdout()
        .ignore_stderr()
        .run()
        .with_context(|| format!("the texts found for {target} could not be merged"))?;

    let packed = packed(workspace, target);
    let mut lines =
        fs::read_to_string(&packed).with_context(|| format!("cannot read {}", packed.display()))?;
    let mut kept = Vec::new();
    for name in names(&seeds)?.into_iter().filter(|name| !known.contains(name)) {
        let bytes = fs::read(seeds.join(name))?;
        // The targets read what is no UTF-8 in the same way.
        kept.push(String::from_utf8_lossy(&bytes).into_owned());
    }
    kept.sort_by(|a, b| (a.len(), a).cmp(&(b.len(), b)));
    for text in &kept {
        lines += &format!("{}\n", Value::from(text.as_str()));
    }
    fs::write(&packed, lines).with_context(|| format!("cannot write {}", packed.display()))?;
    println!("{target}: {} texts were added to {}", kept.len(), packed.display());
    Ok(())
}

/// Writes the names of inputs and outputs as a dictionary of libFuzzer, and returns the file.
///
/// # Errors
/// If a table cannot be read or the dictionary written.
pub(super) fn dictionary(workspace: &Workspace) -> Result<PathBuf> {
    let mut dictionary = String::new();
    for (table, columns) in NAMES {
        let text =
            fs::read_to_string(workspace.root.join(table)).with_context(|| format!("cannot read {table}"))?;
        for name in text.lines().skip(1).flat_map(|line| line.split(',').take(columns)) {
            ensure!(
                name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_'),
                "{table}: `{name}` is no name"
            );
            dictionary += &format!("\"{name}\"\n");
        }
    }
    let path = build::folder(workspace).join("dictionary.txt");
    fs::write(&path, dictionary).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}

fn packed(workspace: &Workspace, target: &str) -> PathBuf {
    workspace.root.join("fuzz").join("seeds").join(format!("{target}.jsonl"))
}

fn read(path: &Path) -> Result<Vec<String>> {
    let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let texts = text.lines().enumerate().map(|(place, line)| {
        seed(line).with_context(|| format!("{}, line {}: this is no seed", path.display(), place + 1))
    });
    texts.collect()
}

/// The text of a line: a JSON string, or the `link` of an object.
fn seed(line: &str) -> Option<String> {
    let value: Value = serde_json::from_str(line).ok()?;
    Some(value.get("link").unwrap_or(&value).as_str()?.to_owned())
}

fn names(folder: &Path) -> Result<Vec<std::ffi::OsString>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    entries.map(|entry| Ok(entry?.file_name())).collect()
}

#[cfg(test)]
mod tests {
    use super::seed;

    #[test]
    fn a_seed_is_a_text_or_a_link() {
        for (line, want) in [
            (r##""#1~2025q3\n""##, Some("#1~2025q3\n")),
            (r##"{"link": "#1~2026q2", "baseline": "2026q2"}"##, Some("#1~2026q2")),
            (r#"{"name": "a"}"#, None),
            ("1~2025q3", None),
        ] {
            assert_eq!(seed(line).as_deref(), want, "{line}");
        }
    }
}
