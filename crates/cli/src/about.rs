//! What an analysis is about: a figure of a scenario's run.

use crate::{
    args,
    chosen::{Chosen, chosen},
    failure::Failure,
    target::check_reached,
};
use buildout_analysis::Target;

/// The scenario chosen, how far it is run, and the figure, which its run has.
pub(crate) struct About {
    pub(crate) chosen: Chosen,
    pub(crate) quarters: usize,
    pub(crate) target: Target,
}

impl About {
    /// Reads the options, and tells what of a link or a file could not be taken.
    pub(crate) fn read(options: &args::About, quiet: bool) -> Result<Self, Failure> {
        let chosen = chosen(&options.choice)?;
        chosen.tell(quiet);
        let quarters = options.length.or(chosen.link.quarters());
        let target = options.target;
        check_reached(target, &chosen.link.scenario, quarters)?;
        Ok(Self { chosen, quarters, target })
    }
}
