//! A run of named steps: each announced before it starts, the first failure ends the run, and a table of times closes it.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// The steps of one command, numbered as they run.
pub(crate) struct Steps {
    total: usize,
    done: Vec<(String, Duration)>,
}

impl Steps {
    /// Starts a run of `total` steps.
    pub(crate) fn new(total: usize) -> Self {
        Self { total, done: Vec::new() }
    }

    /// Announces a step with how long it may take, runs it and notes its time.
    ///
    /// # Errors
    /// If the step fails; the table so far is printed first.
    pub(crate) fn run<T>(&mut self, name: &str, hint: &str, step: impl FnOnce() -> Result<T>) -> Result<T> {
        println!("\n[{}/{}] {name} ({hint})", self.done.len() + 1, self.total);
        let start = Instant::now();
        let result = step();
        self.done.push((name.to_owned(), start.elapsed()));
        if result.is_err() {
            print!("\n{}", self.table("failed"));
        }
        result.with_context(|| format!("step `{name}` failed"))
    }

    /// Prints the table of all steps.
    pub(crate) fn finish(&self) {
        print!("\n{}", self.table("passed"));
        println!("steps: {} passed, 0 failed", self.done.len());
    }

    /// All steps with their times; `last` is what became of the last one.
    fn table(&self, last: &str) -> String {
        let width = self.done.iter().map(|(name, _)| name.len()).max().unwrap_or(0);
        let mut table = String::new();
        for (index, (name, time)) in self.done.iter().enumerate() {
            let outcome = if index + 1 == self.done.len() { last } else { "passed" };
            table += &format!("{name:width$}  {:>7.1} s  {outcome}\n", time.as_secs_f64());
        }
        let total: Duration = self.done.iter().map(|(_, time)| *time).sum();
        table += &format!(
            "{:width$}  {:>7.1} s\n",
            "total",
            total.as_secs_f64(),
            width = width.max("total".len())
        );
        table
    }
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::Steps;

    #[test]
    fn a_failure_is_named_and_ends_the_table() {
        let mut steps = Steps::new(2);
        assert_eq!(steps.run("formatting", "1 second", || Ok(4)).unwrap(), 4);
        let error =
            steps.run("lints", "1 minute", || -> anyhow::Result<()> { bail!("two warnings") }).unwrap_err();
        assert_eq!(format!("{error:#}"), "step `lints` failed: two warnings");
        let table = steps.table("failed");
        let outcomes: Vec<_> = table.lines().filter_map(|line| line.split_whitespace().nth(3)).collect();
        assert_eq!(outcomes, ["passed", "failed"], "{table}");
    }
}
