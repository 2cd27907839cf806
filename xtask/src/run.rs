//! `cargo xtask run`: the desk, opened.

use std::process::Command;

use crate::halt::Halt;
use crate::machine::{Purpose, cargo, has_display};
use crate::prepare::{build_window, for_the_window};
use crate::stages::{Stages, run as run_program};
use crate::tour::drive;
use crate::tree;

/// Prepares, builds and opens the window on the embedded database. Where
/// nobody could see it, the tour drives it instead.
pub fn run() -> Result<(), Halt> {
    let mut stages = Stages::new();
    for_the_window(&mut stages, Purpose::Open)?;
    build_window(&mut stages)?;
    if !has_display() {
        stages.note("no display: the window is driven through the tour instead".to_owned());
        return drive(&mut stages);
    }
    stages.program(
        "the program",
        cargo().args(["build", "--workspace", "--bins"]),
    )?;
    drop(stages);
    println!("\nthe desk is opening");
    // Not by `cargo run`, which would choose other features and build anew.
    run_program("the desk", &mut Command::new(tree::built("docket")))
}
