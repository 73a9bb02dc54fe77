//! The command line of `cargo xtask`; the comments in here are its help text.

use crate::engines::Engine;

xflags::xflags! {
    /// Build, serve and test Buildout.
    cmd xtask {
        /// Build the page if anything changed and serve it on this machine.
        cmd serve {
            /// Open the page in the default browser.
            optional --open
            /// Port to serve on; the next free one is used if it is taken. Default: 8080.
            optional --port port: u16
            /// For contributors: a debug build that rebuilds and reloads on each change.
            optional --watch
        }

        /// Write the page to dist/, ready for any static host.
        cmd build {}

        /// Compile the lab, the worker for many runs, into the page that Trunk is building; it asks for this itself.
        cmd lab {}

        /// Write what a release consists of to target/release-files/: the page as an archive, its bill of materials, checksums.
        cmd release {
            /// Build the commit once more elsewhere, from nothing, and compare byte by byte.
            optional --check
        }

        /// Run everything that must pass before a change is taken.
        cmd test {
            /// Leave out what needs a browser: the wasm tests and the end-to-end tests. Without LibreOffice, the tests
            /// that recalculate workbooks as well.
            optional --no-browser
            /// Run what needs a browser in this engine too: firefox or webkit.
            repeated --also engine: Engine
            /// Run what needs a browser in Firefox and WebKit too.
            optional --all-browsers
        }

        /// Drag the built page for an hour, and see that it keeps its memory and its links.
        cmd soak {
            /// Minutes. Default: 60.
            optional --minutes minutes: f64
        }

        /// Throw texts at everything that reads what a reader may open, until so many have held or one does not.
        cmd fuzz {
            /// links, scenario_files, own_csv or batch_lines; each in turn if none is named.
            optional target: String
            /// Executions of each. Default: 1000000.
            optional --runs runs: u64
            /// Add what was found to fuzz/seeds/: the fewest texts that reach code which no seed reaches.
            optional --keep
        }

        /// Check the dependencies: licences, duplicates and sources as `deny.toml` allows them, and known advisories of Rust
        /// crates and Node packages. Fails where something is found, and where something could not be checked.
        cmd audit {}

        /// Time the engine natively, in WebAssembly and beside plain JavaScript, then the page in headless Chromium and beside
        /// uPlot.
        cmd bench {
            /// Only the page.
            optional --page-only
            /// Only the engine beside plain JavaScript.
            optional --engine-only
        }

        /// Write screenshots of the page to target/shots/.
        cmd shots {
            /// Write the README's screenshots to docs/img/ instead.
            optional --readme
        }
    }
}
