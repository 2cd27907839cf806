//! `cargo xtask test`: everything that must hold before a change lands.
//!
//! The cheap stages come first, so that a missing comma is told in seconds.
//! One clippy and one test over the whole workspace, nothing by package:
//! another choice of features would compile everything once more.

use std::process::Command;

use crate::corpus;
use crate::halt::Halt;
use crate::machine::{Purpose, cargo};
use crate::postgres::{ADDRESS, Postgres};
use crate::prepare::{build_window, for_the_window, window_script};
use crate::stages::Stages;
use crate::tree;

/// Runs every stage and stops at the first that fails.
pub fn test() -> Result<(), Halt> {
    let mut stages = Stages::new();
    for_the_window(&mut stages, Purpose::Test)?;
    stages.program("rustfmt", cargo().args(["fmt", "--all", "--check"]))?;
    window_script(&mut stages, "lint", "the window: lint")?;
    window_script(&mut stages, "check", "the window: tsc")?;
    window_script(&mut stages, "test", "the window: unit tests")?;
    build_window(&mut stages)?;
    stages.program(
        "clippy",
        cargo().args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--",
            "-D",
            "warnings",
        ]),
    )?;
    let postgres = stages.stage("PostgreSQL", Postgres::find_or_start)?;
    if let Some(skipped) = postgres.skipped() {
        stages.note(skipped);
    }
    if !cfg!(target_os = "linux") {
        stages.note(NO_DRIVER.to_owned());
    }
    if let Some(skipped) = stages.stage("other people's PDFs", corpus::fetch)? {
        stages.note(skipped);
    }
    let mut tests = cargo();
    // One run names every failure: a second one would cost minutes.
    tests.args(["test", "--workspace", "--no-fail-fast"]);
    stages.program("tests", with_surroundings(&mut tests, &postgres))
}

/// What is said where the system's webview has no WebDriver.
pub const NO_DRIVER: &str =
    "skipped: end to end (only WebKitGTK on Linux has a driver for its window)";

/// Hands the tests the fonts, the second database and the leave to open real
/// windows.
pub fn with_surroundings<'a>(tests: &'a mut Command, postgres: &Postgres) -> &'a mut Command {
    tests.env("DOCKET_FONTS", tree::fonts());
    match postgres.address() {
        Some(address) => tests.env(ADDRESS, address),
        None => tests.env_remove(ADDRESS),
    };
    if cfg!(target_os = "linux") {
        tests.env("DOCKET_E2E", "1");
    }
    tests
}
