//! Where things are: the repository, its build directory, and a shell that starts in the repository.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use xshell::Shell;

/// The repository this command was built from.
pub(crate) struct Workspace {
    /// A shell whose working directory is [`Workspace::root`].
    pub(crate) sh: Shell,
    /// The folder that holds the workspace's `Cargo.toml`.
    pub(crate) root: PathBuf,
    /// Cargo's build directory.
    pub(crate) target: PathBuf,
}

impl Workspace {
    /// Finds the repository.
    ///
    /// # Errors
    /// If the folder above this crate is not there any more (the repository was moved after the command was compiled).
    pub(crate) fn open() -> Result<Self> {
        // Cargo sets the variable when it runs the command; the compiled-in value serves when the binary is started by hand.
        let manifest_dir = env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
        let Some(root) = manifest_dir.parent().filter(|root| root.join("Cargo.toml").is_file()) else {
            bail!("no workspace around {}; run `cargo xtask` inside the repository", manifest_dir.display());
        };
        let root = root.to_path_buf();
        let target =
            env::var_os("CARGO_TARGET_DIR").map_or_else(|| root.join("target"), |dir| root.join(dir));
        let sh = Shell::new()?;
        sh.change_dir(&root);
        Ok(Self { sh, root, target })
    }

    /// The folder of the finished page.
    pub(crate) fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The version that `Cargo.lock` holds for a package: the one place where versions of libraries are settled.
    ///
    /// # Errors
    /// If the lock file cannot be read or does not name the package.
    pub(crate) fn locked_version(&self, package: &str) -> Result<String> {
        let path = self.root.join("Cargo.lock");
        let lock = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
        locked_version_in(&lock, package)
            .with_context(|| format!("{} does not name the package {package}", path.display()))
    }

    /// A program on the `PATH`, or none.
    pub(crate) fn which(&self, program: &str) -> Option<PathBuf> {
        let file = format!("{program}{}", env::consts::EXE_SUFFIX);
        let path = self.sh.var_os("PATH")?;
        env::split_paths(&path).map(|dir| dir.join(&file)).find(|candidate| candidate.is_file())
    }

    /// Puts folders before all others on the `PATH` of everything started from here on.
    ///
    /// # Errors
    /// If a folder's name holds the character that separates folders on the `PATH`.
    pub(crate) fn prepend_path(&self, dirs: &[&Path]) -> Result<()> {
        let old = self.sh.var_os("PATH").unwrap_or_default();
        let new = env::join_paths(dirs.iter().map(|dir| dir.to_path_buf()).chain(env::split_paths(&old)))
            .context("a folder of tools cannot be put on the PATH")?;
        self.sh.set_var("PATH", new);
        Ok(())
    }
}

fn locked_version_in(lock: &str, package: &str) -> Option<String> {
    let mut lines = lock.lines().skip_while(|line| *line != format!("name = \"{package}\""));
    lines.next()?;
    Some(lines.next()?.strip_prefix("version = \"")?.strip_suffix('"')?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::locked_version_in;

    const LOCK: &str = "[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.129\"\nsource = \"x\"\n\n\
                        [[package]]\nname = \"wasm-bindgen-test\"\nversion = \"0.3.79\"\n";

    #[test]
    fn a_locked_version_is_that_of_the_exact_name() {
        let check = |package, expected: Option<&str>| {
            assert_eq!(locked_version_in(LOCK, package).as_deref(), expected, "{package}");
        };
        check("wasm-bindgen", Some("0.2.129"));
        check("wasm-bindgen-test", Some("0.3.79"));
        check("wasm", None);
    }
}
