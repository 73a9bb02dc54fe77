//! The bill of materials: which crates are in the page's modules and in the command, in which versions, under which licences.
//!
//! CycloneDX 1.5 in JSON, for the readers of such bills. It has no serial number and no date: it follows from `Cargo.lock` and
//! the compiler, so that it can be made again and compared.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};
use xshell::cmd;

use super::Versions;
use super::tree::{self, Graph};
use crate::crates::{self, Crate, CrateId};
use crate::tools::WASM_TARGET;
use crate::workspace::Workspace;

/// A program of the release: its package, the platform it is compiled for, and what readers call it.
struct Program {
    package: &'static str,
    target: &'static str,
    name: &'static str,
}

/// The command is for any system, so crates for any system are in its bill.
const PROGRAMS: &[Program] = &[
    Program { package: "buildout-page", target: WASM_TARGET, name: "page" },
    Program { package: "buildout-desk", target: WASM_TARGET, name: "page, desk worker" },
    Program { package: "buildout-lab", target: WASM_TARGET, name: "page, lab worker" },
    Program { package: "buildout-cli", target: "all", name: "command" },
];

/// The names of the properties that CycloneDX leaves to a project.
const PROPERTY_PROGRAM: &str = "buildout:program";
const PROPERTY_MODEL_VERSION: &str = "buildout:model-version";

/// Writes the bill.
///
/// # Errors
/// If cargo or rustc cannot say what is in a program.
pub(crate) fn write(workspace: &Workspace, versions: &Versions) -> Result<String> {
    let mut graph = Graph::new();
    let mut programs: BTreeMap<CrateId, BTreeSet<&str>> = BTreeMap::new();
    let mut roots = BTreeSet::new();
    for program in PROGRAMS {
        let (root, found) = tree::of_program(workspace, program.package, program.target)?;
        roots.insert(root);
        for (id, needs) in found {
            programs.entry(id.clone()).or_default().insert(program.name);
            graph.entry(id).or_default().extend(needs);
        }
    }
    let rustc = cmd!(workspace.sh, "rustc --version").quiet().read().context("rustc does not run")?;
    let std_version = rustc.split_whitespace().nth(1).context("rustc does not say its version")?;
    let known = crates::all(workspace)?;
    let checksums = crates::checksums(workspace)?;
    let bill = compose(&graph, &roots, &programs, &known, &checksums, versions, std_version)?;
    Ok(format!("{bill:#}\n"))
}

/// Puts the bill together.
fn compose(
    graph: &Graph,
    roots: &BTreeSet<CrateId>,
    programs: &BTreeMap<CrateId, BTreeSet<&str>>,
    known: &[Crate],
    checksums: &BTreeMap<CrateId, String>,
    versions: &Versions,
    std_version: &str,
) -> Result<Value> {
    let standard_library = format!("std@{std_version}");
    let mut components = vec![json!({
        "type": "library",
        "bom-ref": standard_library,
        "name": "std",
        "version": std_version,
        "description": "Rust's standard library",
        "licenses": [{ "expression": "MIT OR Apache-2.0" }],
    })];
    let mut dependencies = vec![];
    for (id, needs) in graph {
        let found = known
            .iter()
            .find(|found| found.id == *id)
            .with_context(|| format!("cargo names {id} in a program, and has no such package"))?;
        let programs = programs.get(id).into_iter().flatten().copied().collect();
        components.push(component(found, programs, checksums.get(id)));
        let needs: Vec<String> = needs.iter().map(ToString::to_string).collect();
        dependencies.push(json!({ "ref": id.to_string(), "dependsOn": needs }));
    }
    let mut contents: Vec<String> = roots.iter().map(ToString::to_string).collect();
    contents.push(standard_library);
    dependencies.push(json!({ "ref": "buildout", "dependsOn": contents }));
    Ok(json!({
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": "buildout",
                "name": "buildout",
                "version": versions.program,
                "licenses": [{ "expression": "MIT OR Apache-2.0" }],
            },
            "properties": [{ "name": PROPERTY_MODEL_VERSION, "value": versions.model.to_string() }],
        },
        "components": components,
        "dependencies": dependencies,
    }))
}

fn component(found: &Crate, programs: Vec<&str>, checksum: Option<&String>) -> Value {
    let programs: Vec<Value> =
        programs.iter().map(|program| json!({ "name": PROPERTY_PROGRAM, "value": program })).collect();
    let id = &found.id;
    let mut component = Map::new();
    let mut set = |key: &str, value: Value| component.insert(key.to_owned(), value);
    set("type", json!("library"));
    set("bom-ref", json!(id.to_string()));
    set("name", json!(id.name));
    set("version", json!(id.version));
    set("properties", Value::Array(programs));
    if let Some(description) = &found.description {
        // Some go over several lines.
        let words: Vec<&str> = description.split_whitespace().collect();
        set("description", json!(words.join(" ")));
    }
    if let Some(license) = &found.license {
        set("licenses", json!([{ "expression": license }]));
    }
    if found.from_registry {
        set("purl", json!(format!("pkg:cargo/{}@{}", id.name, id.version)));
    }
    if let Some(checksum) = checksum {
        set("hashes", json!([{ "alg": "SHA-256", "content": checksum }]));
    }
    Value::Object(component)
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::path::PathBuf;

    use serde_json::{Value, json};

    use super::{Versions, compose, write};
    use crate::crates::{Crate, CrateId};
    use crate::release::tree::Graph;
    use crate::workspace::Workspace;

    #[test]
    fn a_bill_names_every_crate_with_its_programs_licence_and_checksum() {
        let id = |name: &str| CrateId { name: name.to_owned(), version: "1.0.0".to_owned() };
        let known = |name: &str, license: &str, from_registry| Crate {
            id: id(name),
            description: Some("Of\n two lines".to_owned()),
            license: Some(license.to_owned()),
            from_registry,
            folder: PathBuf::new(),
        };
        let graph = Graph::from([(id("page"), BTreeSet::from([id("libm")])), (id("libm"), BTreeSet::new())]);
        let roots = BTreeSet::from([id("page")]);
        let programs = BTreeMap::from([
            (id("page"), BTreeSet::from(["page"])),
            (id("libm"), BTreeSet::from(["page", "command"])),
        ]);
        let crates = [known("libm", "MIT", true), known("page", "MIT OR Apache-2.0", false)];
        let checksums = BTreeMap::from([(id("libm"), "0a1b".to_owned())]);
        let versions = Versions { program: "1.2.0", model: 3 };
        let bill = compose(&graph, &roots, &programs, &crates, &checksums, &versions, "1.95.0").unwrap();

        let libm = &bill["components"][1];
        assert_eq!(libm["purl"], "pkg:cargo/libm@1.0.0");
        assert_eq!(libm["licenses"], json!([{ "expression": "MIT" }]));
        assert_eq!(libm["hashes"], json!([{ "alg": "SHA-256", "content": "0a1b" }]));
        assert_eq!(libm["description"], "Of two lines");
        assert_eq!(
            libm["properties"],
            json!([
                { "name": "buildout:program", "value": "command" },
                { "name": "buildout:program", "value": "page" },
            ])
        );
        let page = &bill["components"][2];
        assert_eq!((&page["purl"], &page["hashes"]), (&json!(null), &json!(null)), "no registry has it");
        assert_eq!(
            bill["dependencies"],
            json!([
                { "ref": "libm@1.0.0", "dependsOn": [] },
                { "ref": "page@1.0.0", "dependsOn": ["libm@1.0.0"] },
                { "ref": "buildout", "dependsOn": ["page@1.0.0", "std@1.95.0"] },
            ])
        );
        assert_eq!(bill["metadata"]["component"]["version"], "1.2.0");
        assert_eq!(bill["metadata"]["properties"][0]["value"], "3");

        let missing = compose(&graph, &roots, &programs, &crates[1..], &checksums, &versions, "1.95.0");
        assert!(missing.unwrap_err().to_string().contains("libm@1.0.0"));
    }

    #[test]
    fn the_bill_of_this_workspace_is_complete() {
        let workspace = Workspace::open().unwrap();
        let versions = Versions::read(&workspace).unwrap();
        let text = write(&workspace, &versions).unwrap();
        assert_eq!(text, write(&workspace, &versions).unwrap(), "nothing of the moment is in it");

        let bill: Value = serde_json::from_str(&text).unwrap();
        let components = bill["components"].as_array().unwrap();
        let programs = |name: &str| -> Vec<&str> {
            let component = components.iter().find(|component| component["name"] == name);
            let properties = component.and_then(|component| component["properties"].as_array());
            properties.into_iter().flatten().map(|property| property["value"].as_str().unwrap()).collect()
        };
        assert_eq!(programs("buildout-model"), ["command", "page", "page, desk worker", "page, lab worker"]);
        assert_eq!(programs("leptos"), ["page"]);
        assert_eq!(programs("clap"), ["command"]);
        // A macro, a tool of tests, and this package: none is in what readers get.
        for name in ["serde_derive", "proptest", "xtask"] {
            assert!(programs(name).is_empty(), "{name}");
        }
        for component in components {
            assert!(component["licenses"][0]["expression"].is_string(), "{component}");
            assert_eq!(component["purl"].is_string(), component["hashes"].is_array(), "{component}");
        }
        let known =
            |id: &Value| *id == "buildout" || components.iter().any(|component| component["bom-ref"] == *id);
        for dependency in bill["dependencies"].as_array().unwrap() {
            let needs = dependency["dependsOn"].as_array().unwrap();
            assert!(known(&dependency["ref"]) && needs.iter().all(known), "{dependency}");
        }
    }
}
