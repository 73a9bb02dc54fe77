//! The desk: everything that leaves the page as a file, or comes into it as one.
//!
//! An [`Order`] goes in, an [`answer`] comes out: pictures as SVG, runs as CSV, a workbook, scenario files, QR codes; and
//! files of a reader, read. None of it is needed to move a lever, so it is a program of its own that the page starts as a
//! worker when it is first asked for something, and the page's own download stays small. Pure, but for the worker around
//! it in `main.rs`.
//!
//! ```
//! use buildout_desk::{Order, Task, answer};
//!
//! let order = Order { task: Task::RunCsv, link: "1~2025q3~cx1_180".into(), ..Order::new(Task::RunCsv) };
//! let csv = String::from_utf8(answer(&order)?)?;
//! assert!(csv.starts_with("scenario,quarter,capex_plan,capex,"));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod answer;
mod order;
mod words;

pub use answer::answer;
pub use order::{Opened, Order, Task};

/// The build that a page and its worker belong to: a page never talks to the worker of another version.
pub const BUILD: &str = match option_env!("BUILDOUT_BUILD") {
    Some(build) => build,
    None => "unversioned",
};
