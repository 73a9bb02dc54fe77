use std::fs;
use std::path::PathBuf;

use super::{first_difference, pack, unpack};

/// A folder of its own, with files written in the order given.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let root = std::env::temp_dir().join(format!("xtask-archive-{}-{name}", std::process::id()));
    let _ = fs::remove_dir_all(&root);
    for (path, text) in files {
        let path = root.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    root
}

const FILES: [(&str, &str); 4] =
    [("index.html", "<p>"), ("icons/b.png", "b"), ("icons/a.png", "a"), ("sw.js", "0")];

#[test]
fn the_same_files_make_the_same_archive_wherever_and_whenever_they_were_written() {
    let first = folder("first", &FILES);
    let reversed: Vec<_> = FILES.into_iter().rev().collect();
    let second = folder("second", &reversed);
    let later = std::time::SystemTime::now() + std::time::Duration::from_secs(86_400);
    fs::File::options().append(true).open(second.join("sw.js")).unwrap().set_modified(later).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(second.join("sw.js"), fs::Permissions::from_mode(0o700)).unwrap();
    }

    let archive = pack(&first, "page-1", 1_700_000_000).unwrap();
    assert_eq!(archive, pack(&second, "page-1", 1_700_000_000).unwrap());
    assert_eq!(archive.get(4..8), Some(&[0; 4][..]), "no time in the header of gzip");

    let files = unpack(&archive).unwrap();
    let names: Vec<_> = files.keys().map(String::as_str).collect();
    assert_eq!(names, ["page-1/icons/a.png", "page-1/icons/b.png", "page-1/index.html", "page-1/sw.js"]);
    for (name, text) in FILES {
        let (about, bytes) = &files[&format!("page-1/{name}")];
        assert_eq!(bytes, text.as_bytes(), "{name}");
        assert_eq!(about, "mode 644, changed at 1700000000", "{name}");
    }
    fs::remove_dir_all(first).unwrap();
    fs::remove_dir_all(second).unwrap();
}

#[test]
fn the_first_difference_is_named() {
    let original = folder("original", &FILES);
    let archive = pack(&original, "page-1", 5).unwrap();
    let check = |name: &str, files: &[(&str, &str)], changed: u64, expected: Option<&str>| {
        let other = folder(name, files);
        let found = first_difference(&archive, &pack(&other, "page-1", changed).unwrap()).unwrap();
        assert_eq!(found.as_deref(), expected);
        fs::remove_dir_all(other).unwrap();
    };
    check("same", &FILES, 5, None);
    check("missing", &FILES[..3], 5, Some("page-1/sw.js is only in the first"));
    let mut more = FILES.to_vec();
    more.push(("z.js", "1"));
    check("more", &more, 5, Some("page-1/z.js is only in the second"));
    let mut other = FILES.to_vec();
    other[3].1 = "01";
    check(
        "other",
        &other,
        5,
        Some("page-1/sw.js has 1 and 2 bytes, which differ from byte 1 on: \"0\", and \"01\""),
    );
    check(
        "later",
        &FILES,
        6,
        Some("page-1/icons/a.png is mode 644, changed at 5, and mode 644, changed at 6"),
    );
    fs::remove_dir_all(original).unwrap();
}

#[test]
fn an_empty_folder_is_no_page() {
    let empty = folder("empty", &[("a", "")]);
    fs::remove_file(empty.join("a")).unwrap();
    assert!(pack(&empty, "page-1", 5).unwrap_err().to_string().contains("no file"));
    fs::remove_dir_all(empty).unwrap();
}
