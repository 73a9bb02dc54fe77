//! An archive whose bytes follow from what is in it: the same files at the same time of change give the same archive, on any
//! machine.

use std::collections::BTreeMap;
use std::fs;
use std::io::Read;
use std::path::{Component, Path};

use anyhow::{Context, Result, bail, ensure};
use flate2::read::GzDecoder;
use flate2::{Compression, GzBuilder};
use tar::{Archive, Builder, EntryType, Header};

/// Packs all files of a folder below `top`: sorted by name, owned by nobody, with the same rights, and all changed at
/// `changed`, in seconds since 1970.
///
/// # Errors
/// If the folder cannot be read, holds no file, or has a name that does not fit an archive.
pub(crate) fn pack(folder: &Path, top: &str, changed: u64) -> Result<Vec<u8>> {
    let mut files = BTreeMap::new();
    collect(folder, folder, &mut files)?;
    ensure!(!files.is_empty(), "there is no file in {}", folder.display());
    // The header of gzip has a time and a system of its own; both stay "unknown".
    let gzip = GzBuilder::new().write(Vec::new(), Compression::best());
    let mut builder = Builder::new(gzip);
    for (name, bytes) in &files {
        let mut header = Header::new_ustar();
        header.set_entry_type(EntryType::Regular);
        header.set_size(bytes.len() as u64);
        header.set_mode(0o644);
        header.set_uid(0);
        header.set_gid(0);
        header.set_mtime(changed);
        builder
            .append_data(&mut header, format!("{top}/{name}"), bytes.as_slice())
            .with_context(|| format!("{name} does not fit the archive"))?;
    }
    Ok(builder.into_inner()?.finish()?)
}

/// All files by their path in the archive: with `/` on every system, in the order of bytes.
fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
            continue;
        }
        let parts: Option<Vec<&str>> = path
            .strip_prefix(root)?
            .components()
            .map(|part| match part {
                Component::Normal(name) => name.to_str(),
                _ => None,
            })
            .collect();
        let Some(parts) = parts else { bail!("{} has a name that is not Unicode", path.display()) };
        let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        files.insert(parts.join("/"), bytes);
    }
    Ok(())
}

/// One file of an archive: how its header reads, and what is in it.
type Packed = (String, Vec<u8>);

/// Names the first file in which two archives differ and says how, or none where they hold the same.
///
/// # Errors
/// If one cannot be read.
pub(crate) fn first_difference(left: &[u8], right: &[u8]) -> Result<Option<String>> {
    let (left, right) = (unpack(left)?, unpack(right)?);
    for name in left.keys().chain(right.keys()) {
        let difference = match (left.get(name), right.get(name)) {
            (Some(_), None) => "is only in the first".to_owned(),
            (None, _) => "is only in the second".to_owned(),
            (Some((header, _)), Some((other, _))) if header != other => format!("is {header}, and {other}"),
            (Some((_, bytes)), Some((_, others))) if bytes != others => {
                let same = bytes.iter().zip(others).take_while(|(byte, other)| byte == other).count();
                format!(
                    "has {} and {} bytes, which differ from byte {same} on: {:?}, and {:?}",
                    bytes.len(),
                    others.len(),
                    around(bytes, same),
                    around(others, same)
                )
            }
            _ => continue,
        };
        return Ok(Some(format!("{name} {difference}")));
    }
    Ok(None)
}

fn unpack(archive: &[u8]) -> Result<BTreeMap<String, Packed>> {
    let mut files = BTreeMap::new();
    for entry in Archive::new(GzDecoder::new(archive)).entries()? {
        let mut entry = entry?;
        let name = entry.path()?.to_string_lossy().into_owned();
        let header = entry.header();
        let about = format!("mode {:o}, changed at {}", header.mode()?, header.mtime()?);
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes)?;
        files.insert(name, (about, bytes));
    }
    Ok(files)
}

/// What stands around a byte, for whoever looks for the cause: often it is a path.
fn around(bytes: &[u8], position: usize) -> String {
    const BEFORE: usize = 40;
    const SHOWN: usize = 80;
    let shown: Vec<u8> = bytes.iter().skip(position.saturating_sub(BEFORE)).take(SHOWN).copied().collect();
    String::from_utf8_lossy(&shown).into_owned()
}

#[cfg(test)]
mod tests;
