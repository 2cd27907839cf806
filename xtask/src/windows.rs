//! `cargo xtask windows`: checks and links the program for Windows from Debian
//! or Ubuntu. By hand only; it never runs what it links.
//!
//! The standard library for Windows is compiled from source with the Rust that
//! Debian packages for the web, whose source lies beside it. Those packages are
//! unpacked into a folder of ours and not installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::halt::Halt;
use crate::machine::{Purpose, cargo, is_root};
use crate::prepare::{build_window, for_the_window};
use crate::stages::{Stages, run};
use crate::tree;

const RUST: [&str; 5] = [
    "rustc-web",
    "libstd-rust-web-1.96",
    "libstd-rust-web-dev",
    "rust-web-src",
    "libllvm22",
];
const LINKER: [&str; 2] = ["gcc-mingw-w64-x86-64", "g++-mingw-w64-x86-64"];
const TRIPLE: &str = "x86_64-pc-windows-gnu";

/// Checks, then links.
pub fn windows() -> Result<(), Halt> {
    if !cfg!(target_os = "linux") || !Path::new("/usr/bin/dpkg").exists() {
        return Err(Halt::Missing(
            "this task needs Debian or Ubuntu; on Windows itself run `cargo xtask test`.".into(),
        ));
    }
    let mut stages = Stages::new();
    for_the_window(&mut stages, Purpose::Open)?;
    build_window(&mut stages)?;
    let folder = tree::target().join("windows-rust");
    let rustc = stages.stage("Rust with its source", || unpack_rust(&folder))?;
    stages.stage("the linker (mingw-w64)", install_linker)?;
    for verb in ["check", "build"] {
        stages.program(
            &format!("{verb} for {TRIPLE}"),
            cargo()
                .args([verb, "-Zbuild-std=std,panic_abort", "--target", TRIPLE])
                .args(["--workspace", "--exclude", "xtask", "--bins"])
                .env("RUSTC", &rustc)
                .env("RUSTC_BOOTSTRAP", "1")
                .env_remove("RUSTUP_TOOLCHAIN"),
        )?;
    }
    stages.note(format!(
        "linked: {}",
        tree::target()
            .join(TRIPLE)
            .join("debug/docket.exe")
            .display()
    ));
    Ok(())
}

/// Unpacks the packages once and writes the two-line compiler that knows where
/// its own library lies.
fn unpack_rust(folder: &Path) -> Result<PathBuf, Halt> {
    let wrapper = folder.join("rustc.sh");
    if wrapper.exists() {
        return Ok(wrapper);
    }
    let refused = |doing: &str| Halt::while_doing(doing.to_owned());
    fs::create_dir_all(folder).map_err(refused("making the folder for Rust"))?;
    run(
        "apt-get download",
        Command::new("apt-get")
            .arg("download")
            .args(RUST)
            .current_dir(folder),
    )?;
    let entries = fs::read_dir(folder).map_err(refused("reading the folder for Rust"))?;
    for entry in entries.filter_map(Result::ok) {
        let package = entry.path();
        if package.extension().is_some_and(|ending| ending == "deb") {
            run(
                "dpkg -x",
                Command::new("dpkg").arg("-x").arg(&package).arg(folder),
            )?;
        }
    }
    let root = folder.display();
    let text = format!(
        "#!/bin/sh\nLD_LIBRARY_PATH='{root}/usr/lib/x86_64-linux-gnu' exec '{root}/usr/bin/rustc' \"$@\"\n"
    );
    fs::write(&wrapper, text).map_err(refused("writing the compiler's wrapper"))?;
    run("chmod", Command::new("chmod").arg("+x").arg(&wrapper))?;
    Ok(wrapper)
}

fn install_linker() -> Result<(), Halt> {
    if crate::machine::find("x86_64-w64-mingw32-gcc").is_some() {
        return Ok(());
    }
    if !is_root() {
        return Err(Halt::Missing(format!(
            "Packages are missing: run `sudo apt-get install --yes {}`.",
            LINKER.join(" ")
        )));
    }
    run(
        "apt-get install",
        Command::new("apt-get")
            .args(["install", "--yes"])
            .args(LINKER),
    )
}
