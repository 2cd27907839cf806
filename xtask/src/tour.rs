//! `cargo xtask tour`: the end-to-end journey through the main job, alone, and
//! where its pictures and papers lie.

use std::fs;

use crate::halt::Halt;
use crate::machine::{Purpose, cargo};
use crate::postgres::Postgres;
use crate::prepare::{build_window, for_the_window};
use crate::stages::Stages;
use crate::test::{NO_DRIVER, with_surroundings};
use crate::tree;

/// Prepares the machine and drives the window.
pub fn tour() -> Result<(), Halt> {
    let mut stages = Stages::new();
    for_the_window(&mut stages, Purpose::Test)?;
    build_window(&mut stages)?;
    drive(&mut stages)
}

/// Drives a window whose parts are already there.
pub fn drive(stages: &mut Stages) -> Result<(), Halt> {
    if !cfg!(target_os = "linux") {
        return Err(Halt::Missing(NO_DRIVER.to_owned()));
    }
    let folder = tree::tour();
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Halt::while_doing("clearing target/tour"))?;
    }
    let postgres = stages.stage("PostgreSQL", Postgres::find_or_start)?;
    if let Some(skipped) = postgres.skipped() {
        stages.note(skipped);
    }
    let mut tests = cargo();
    // With the libraries every package takes part, so that the features, and what is built, are those of the whole test.
    tests.args([
        "test",
        "--workspace",
        "--lib",
        "--test",
        "e2e",
        "--",
        "tour",
        "--nocapture",
    ]);
    stages.program("the tour", with_surroundings(&mut tests, &postgres))?;
    stages.note(format!("\nscreenshots and PDFs: {}", folder.display()));
    for name in papers(&folder) {
        stages.note(format!("  {name}"));
    }
    Ok(())
}

/// The PDFs the tour left, by name.
fn papers(folder: &std::path::Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(folder) else {
        return Vec::new();
    };
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
        .filter(|name| name.ends_with(".pdf"))
        .collect();
    names.sort();
    names
}
