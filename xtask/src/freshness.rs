//! Whether something built earlier is still good: content hashes of files, compared with a stamp.
//!
//! Contents and not times are compared, so a fresh clone, a checkout back and forth or a touched file rebuild nothing.

use std::fs;
use std::hash::{DefaultHasher, Hasher};
use std::path::Path;

use anyhow::{Context, Result};

/// A hash of files and of all files inside folders, names included; what does not exist counts as absent.
/// Folders called `tests` or `benches` and hidden files are left out: no build reads them.
///
/// # Errors
/// If something is there and cannot be read.
pub(crate) fn hash_paths(root: &Path, paths: &[&str]) -> Result<String> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        hash_into(&mut hasher, root, Path::new(path))?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn hash_into(hasher: &mut DefaultHasher, root: &Path, path: &Path) -> Result<()> {
    let full = root.join(path);
    if full.is_dir() {
        let mut names = Vec::new();
        let entries = fs::read_dir(&full).with_context(|| format!("cannot list {}", full.display()))?;
        for entry in entries {
            names.push(entry.with_context(|| format!("cannot list {}", full.display()))?.file_name());
        }
        // The system lists a folder in any order.
        names.sort();
        for name in names {
            let skipped = name == "tests" || name == "benches" || name.to_string_lossy().starts_with('.');
            if !skipped {
                hash_into(hasher, root, &path.join(name))?;
            }
        }
    } else if full.is_file() {
        let content = fs::read(&full).with_context(|| format!("cannot read {}", full.display()))?;
        // Lengths keep "ab" + "c" apart from "a" + "bc".
        for bytes in [path.as_os_str().as_encoded_bytes(), content.as_slice()] {
            hasher.write_usize(bytes.len());
            hasher.write(bytes);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::hash_paths;

    #[test]
    fn a_hash_follows_contents_and_names_but_not_tests() {
        let root = std::env::temp_dir().join(format!("xtask-freshness-{}", std::process::id()));
        let hash = || hash_paths(&root, &["src", "Cargo.toml", "absent"]).unwrap();
        let write = |path: &str, text: &str| {
            let path = root.join(path);
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, text).unwrap();
        };
        write("Cargo.toml", "[package]");
        write("src/lib.rs", "a");
        let first = hash();
        assert_eq!(hash(), first, "nothing changed");

        write("src/tests/unit.rs", "test");
        write("src/.lib.rs.swp", "editor");
        write("README.md", "words");
        assert_eq!(hash(), first, "nothing that a build reads changed");

        write("src/lib.rs", "b");
        let changed = hash();
        assert_ne!(changed, first, "a file changed");

        fs::rename(root.join("src/lib.rs"), root.join("src/main.rs")).unwrap();
        assert_ne!(hash(), changed, "a file was renamed");
        fs::remove_dir_all(&root).unwrap();
    }
}
