//! A run of named steps: each announced before it starts, each with its time and outcome in a table that closes the run.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// The steps of one command, numbered as they run.
pub(crate) struct Steps {
    total: usize,
    done: Vec<Step>,
}

/// A step that ended.
struct Step {
    name: String,
    time: Duration,
    has_passed: bool,
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
        let has_passed = result.is_ok();
        self.done.push(Step { name: name.to_owned(), time: start.elapsed(), has_passed });
        if !has_passed {
            print!("\n{}", self.table());
        }
        result.with_context(|| format!("step `{name}` failed"))
    }

    /// Prints the table of all steps, which passed.
    pub(crate) fn finish(&self) {
        print!("\n{}", self.table());
        println!("steps: {} passed, 0 failed", self.done.len());
    }

    /// All steps with their times and what became of them.
    fn table(&self) -> String {
        let width = self.done.iter().map(|step| step.name.len()).max().unwrap_or(0);
        let mut table = String::new();
        for Step { name, time, has_passed } in &self.done {
            let outcome = if *has_passed { "passed" } else { "failed" };
            table += &format!("{name:width$}  {:>7.1} s  {outcome}\n", time.as_secs_f64());
        }
        let total: Duration = self.done.iter().map(|step| step.time).sum();
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
    fn a_failure_is_named_and_stands_in_the_table() {
        let mut steps = Steps::new(3);
        assert_eq!(steps.run("formatting", "1 second", || Ok(4)).unwrap(), 4);
        let error =
            steps.run("lints", "1 minute", || -> anyhow::Result<()> { bail!("two warnings") }).unwrap_err();
        assert_eq!(format!("{error:#}"), "step `lints` failed: two warnings");
        steps.run("build", "1 minute", || Ok(())).unwrap();
        let table = steps.table();
        let outcomes: Vec<_> = table.lines().filter_map(|line| line.split_whitespace().nth(3)).collect();
        assert_eq!(outcomes, ["passed", "failed", "passed"], "{table}");
    }
}
