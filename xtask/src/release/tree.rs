//! Which crates are in a program, by what `cargo tree` says: with the features that this program asks for, without macros, build
//! scripts and tests, which run elsewhere.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::crates::CrateId;
use crate::workspace::Workspace;

/// Every crate of a program, with those that it needs.
pub(crate) type Graph = BTreeMap<CrateId, BTreeSet<CrateId>>;

/// The crates of a package's program on a target, or on `all`, and the package itself.
///
/// # Errors
/// If cargo cannot say, or says it in another form.
pub(crate) fn of_program(workspace: &Workspace, package: &str, target: &str) -> Result<(CrateId, Graph)> {
    let sh = &workspace.sh;
    let options = ["--edges", "normal,no-proc-macro", "--prefix", "depth", "--format", " {p}"];
    let text = cmd!(sh, "cargo tree --locked --package {package} --target {target} {options...}")
        .quiet()
        .read()
        .with_context(|| format!("cargo cannot tell what {package} is made of"))?;
    read(&text).with_context(|| format!("cargo tree says of {package} what cannot be read:\n{text}"))
}

/// Reads lines as `2 serde v1.0.229 (*)`: the depth below the root, and the crate. What stands below a crate is told once.
fn read(text: &str) -> Option<(CrateId, Graph)> {
    let mut graph = Graph::new();
    let mut path: Vec<CrateId> = vec![];
    for line in text.lines().filter(|line| !line.is_empty()) {
        let mut words = line.split_whitespace();
        let depth: usize = words.next()?.parse().ok()?;
        let id =
            CrateId { name: words.next()?.to_owned(), version: words.next()?.strip_prefix('v')?.to_owned() };
        path.truncate(depth);
        if let Some(parent) = path.last() {
            graph.entry(parent.clone()).or_default().insert(id.clone());
        }
        graph.entry(id.clone()).or_default();
        path.push(id);
    }
    Some((path.into_iter().next()?, graph))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn a_tree_becomes_a_graph() {
        let text = "0 lab v0.1.0 (/somewhere/lab)\n\
                    1 analysis v0.1.0 (/somewhere/analysis)\n\
                    2 libm v0.2.16\n\
                    2 wide v1.7.1\n\
                    3 bytemuck v1.25.2\n\
                    1 libm v0.2.16\n\
                    1 trace v0.1.0 (/somewhere/trace)\n\
                    2 analysis v0.1.0 (/somewhere/analysis) (*)\n";
        let (root, graph) = read(text).unwrap();
        assert_eq!(root.to_string(), "lab@0.1.0");
        let needs = |name: &str| -> Vec<String> {
            let (_, needs) = graph.iter().find(|(id, _)| id.name == name).unwrap();
            needs.iter().map(ToString::to_string).collect()
        };
        assert_eq!(graph.len(), 6);
        assert_eq!(needs("lab"), ["analysis@0.1.0", "libm@0.2.16", "trace@0.1.0"]);
        assert_eq!(needs("analysis"), ["libm@0.2.16", "wide@1.7.1"]);
        assert_eq!(needs("wide"), ["bytemuck@1.25.2"]);
        assert_eq!(needs("trace"), ["analysis@0.1.0"]);
        assert!(needs("bytemuck").is_empty());
    }

    #[test]
    fn anything_else_is_no_tree() {
        for text in ["", "lab v0.1.0", "0 lab", "0 lab 0.1.0"] {
            assert_eq!(read(text), None, "{text:?}");
        }
    }
}
