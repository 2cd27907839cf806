//! `cargo xtask preflight FILE…`: what the desk would find in these PDFs.

use std::process::Command;

use crate::halt::Halt;
use crate::machine::cargo;
use crate::stages::run;
use crate::tree;

/// Builds the desk's own reader and hands it the files; it answers on standard output, one JSON object a line.
pub fn preflight(files: &[String]) -> Result<(), Halt> {
    const PROGRAM: &str = "docket-preflight";
    // By the workspace, not by the package: another choice of features would compile everything once more.
    run(
        "building docket-preflight",
        cargo().args(["build", "--quiet", "--workspace", "--bin", PROGRAM]),
    )?;
    run(PROGRAM, Command::new(tree::built(PROGRAM)).args(files))
}
