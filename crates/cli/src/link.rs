//! `link`: the link of a scenario.

use crate::{args::Link, chosen::chosen, failure::Failure};
use buildout_scenario::Receipt;
use std::io::Write;

pub(crate) fn link(command: &Link, quiet: bool, out: &mut impl Write) -> Result<(), Failure> {
    let mut chosen = chosen(&command.choice)?;
    chosen.tell(quiet);
    if command.receipt {
        chosen.link.receipt = Some(Receipt::of(&chosen.link));
    }
    writeln!(out, "#{}", chosen.link.encode())?;
    Ok(())
}
