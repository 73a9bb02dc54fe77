//! `cargo xtask serve`: the built page on this machine, as any static host would serve it.

use std::fs::File;
use std::io;
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Component, Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::thread;

use anyhow::{Context, Result, anyhow, bail};
use tiny_http::{Header, Method, Request, Response, Server, StatusCode};
use xshell::cmd;

use crate::cli::Serve;
use crate::workspace::Workspace;
use crate::{node, page, tools};

const DEFAULT_PORT: u16 = 8080;
/// How many ports are tried before giving up.
const PORTS_TRIED: u16 = 100;
/// A browser asks for a handful of files at once.
const THREADS: usize = 4;

/// Builds the page if anything changed and serves it until interrupted.
///
/// # Errors
/// If the page does not build or no port is free.
pub(crate) fn serve(workspace: &Workspace, options: &Serve) -> Result<()> {
    let first_port = options.port.unwrap_or(DEFAULT_PORT);
    if options.watch {
        return watch(workspace, first_port, options.open);
    }
    if !page::ensure_built(workspace)? {
        println!("dist/ is up to date.");
    }
    let listener = listen(first_port)?;
    let address = format!("http://{}/", listener.local_addr()?);
    let server = Server::from_listener(listener, None)
        .map_err(|error| anyhow!("cannot serve on {address}: {error}"))?;
    println!("\nBuildout is at {address}\nStop it with Ctrl-C.");
    if options.open {
        open(&address);
    }

    let server = Arc::new(server);
    let dist = workspace.dist();
    let threads: Vec<_> = (0..THREADS)
        .map(|_| {
            let (server, dist) = (Arc::clone(&server), dist.clone());
            thread::spawn(move || {
                for request in server.incoming_requests() {
                    // A browser that leaves in the middle of an answer is no fault of ours.
                    let _ = answer(request, &dist);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().map_err(|_| anyhow!("a thread of the server stopped"))?;
    }
    Ok(())
}

/// Hands over to trunk: a debug build that follows each change. It has a folder of its own, so that `dist/` stays the release.
fn watch(workspace: &Workspace, first_port: u16, open: bool) -> Result<()> {
    let sh = &workspace.sh;
    tools::ensure(workspace)?;
    node::ensure(workspace)?;
    // Trunk ends when its port is taken: find a free one, and let go of it just before.
    let port = listen(first_port)?.local_addr()?.port().to_string();
    let dist = workspace.target.join("watch-dist");
    sh.create_dir(&dist)?;
    let open: &[&str] = if open { &["--open"] } else { &[] };
    println!(
        "Building in debug and watching for changes (the first time about 2 minutes): http://127.0.0.1:{port}/"
    );
    cmd!(sh, "trunk --skip-version-check serve --cargo-profile dev --dist {dist} --port {port} {open...}")
        .env_remove("NO_COLOR")
        .run()
        .context("trunk stopped")
}

/// Listens on the first free port from `first` on.
fn listen(first: u16) -> Result<TcpListener> {
    let last = first.saturating_add(PORTS_TRIED - 1);
    for port in first..=last {
        match TcpListener::bind((Ipv4Addr::LOCALHOST, port)) {
            Ok(listener) => {
                if port != first {
                    println!("Port {first} is taken; using {port}.");
                }
                return Ok(listener);
            }
            Err(error) if error.kind() == io::ErrorKind::AddrInUse => {}
            Err(error) => return Err(error).with_context(|| format!("cannot listen on port {port}")),
        }
    }
    bail!("ports {first} to {last} are all taken; choose another with --port")
}

fn answer(request: Request, dist: &Path) -> io::Result<()> {
    if !matches!(request.method(), Method::Get | Method::Head) {
        return request.respond(plain(405, "only GET and HEAD"));
    }
    let Some(path) = file_for(request.url()) else {
        return request.respond(plain(400, "no such address"));
    };
    let path = dist.join(path);
    // A rebuild while the page is served swaps files under us; each request opens its file afresh.
    match File::open(&path) {
        Ok(file) if path.is_file() => {
            let mut response = Response::from_file(file);
            for (name, value) in [("Content-Type", content_type(&path)), ("Cache-Control", "no-cache")] {
                // The names and values are all ours; none is refused.
                if let Ok(header) = Header::from_bytes(name, value) {
                    response.add_header(header);
                }
            }
            request.respond(response)
        }
        _ => request.respond(plain(404, "not found")),
    }
}

/// The file inside `dist/` that an address means, or none if it would lead out of it.
fn file_for(url: &str) -> Option<PathBuf> {
    let address = url.split(['?', '#']).next()?;
    let decoded = percent_decode(address)?;
    let relative = decoded.strip_prefix('/')?;
    let path = if relative.is_empty() || relative.ends_with('/') {
        Path::new(relative).join("index.html")
    } else {
        PathBuf::from(relative)
    };
    // Only plain names: no `..`, no root, no drive. A backslash separates folders on Windows alone, and no file here has one.
    let inside = path.components().all(|part| matches!(part, Component::Normal(_)));
    (inside && !decoded.contains(['\\', '\0'])).then_some(path)
}

fn percent_decode(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next()?, rest.next()?];
            let digits =
                str::from_utf8(&digits).ok().filter(|text| text.bytes().all(|b| b.is_ascii_hexdigit()))?;
            bytes.push(u8::from_str_radix(digits, 16).ok()?);
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).ok()
}

fn content_type(path: &Path) -> &'static str {
    match path.extension().and_then(|extension| extension.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        // Browsers compile WebAssembly while it arrives only under this very type.
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        "csv" => "text/csv; charset=utf-8",
        _ => "application/octet-stream",
    }
}

fn plain(status: u16, text: &str) -> Response<io::Cursor<Vec<u8>>> {
    Response::from_string(text).with_status_code(StatusCode(status))
}

/// Opens the address in the default browser; if that fails, the printed address serves as well.
fn open(address: &str) {
    let (program, args): (&str, &[&str]) = if cfg!(target_os = "macos") {
        ("open", &[])
    } else if cfg!(windows) {
        ("cmd", &["/C", "start", ""])
    } else {
        ("xdg-open", &[])
    };
    let started = Command::new(program)
        .args(args)
        .arg(address)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if started.is_err() {
        println!("No browser could be opened; open the address yourself.");
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{content_type, file_for};

    #[test]
    fn addresses_never_lead_out_of_dist() {
        let check = |url: &str, expected: Option<&str>| {
            assert_eq!(file_for(url).as_deref(), expected.map(Path::new), "{url}");
        };
        check("/", Some("index.html"));
        check("/?a=1", Some("index.html"));
        check("/guide/", Some("guide/index.html"));
        check("/page-12ab_bg.wasm", Some("page-12ab_bg.wasm"));
        check("/a%20b.svg?v=2", Some("a b.svg"));
        check("/../Cargo.toml", None);
        check("/%2e%2e/Cargo.toml", None);
        check("/style/../../Cargo.toml", None);
        check("//etc/passwd", None);
        check("/..%5cCargo.toml", None);
        check("/a%00b", None);
        check("/%zz", None);
        check("/%+1", None);
        check("/%e4", None);
        check("http://elsewhere/", None);
    }

    #[test]
    fn each_file_of_the_page_has_its_type() {
        let check =
            |name: &str, expected: &str| assert_eq!(content_type(Path::new(name)), expected, "{name}");
        check("x_bg.wasm", "application/wasm");
        check("x.js", "text/javascript; charset=utf-8");
        check("x.css", "text/css; charset=utf-8");
        check("icon.svg", "image/svg+xml");
        check("site.webmanifest", "application/manifest+json");
        check("COPYING", "application/octet-stream");
    }
}
