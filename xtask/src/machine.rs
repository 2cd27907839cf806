//! What this machine has, and what may be installed on it.
//!
//! On Debian and Ubuntu missing packages are installed when that needs no
//! question: as root, or with a `sudo` that asks for no password. Everywhere
//! else each missing thing is one sentence that says how to get it.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::halt::Halt;
use crate::stages::{answer, run};

/// What the program needs to be built and opened.
const TO_BUILD: &[&str] = &[
    "build-essential",
    "pkg-config",
    "libssl-dev",
    "libwebkit2gtk-4.1-dev",
];

/// What the tests need besides: the driver of the real window and its display,
/// a second Chinese font to fall back to, PDF tools to check our PDFs with
/// other people's eyes, and the second database.
const TO_TEST: &[&str] = &[
    "webkit2gtk-driver",
    "xvfb",
    "fonts-noto-cjk",
    "poppler-utils",
    "qpdf",
    "postgresql",
];

/// The oldest Node.js that Vite 8 runs on.
const NODE: (u32, u32) = (20, 19);

/// What a task is about to do with the machine.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// Build the program and open its window.
    Open,
    /// Also drive it: tests and tour.
    Test,
}

/// Sees to it that everything `purpose` needs is here, installing it where
/// that may be done unasked.
pub fn make_ready(purpose: Purpose) -> Result<(), Halt> {
    let mut missing = Vec::new();
    if let Err(sentence) = install_packages(purpose)? {
        missing.push(sentence);
    }
    if !node_is_here() {
        missing.push(format!(
            "Node.js {}.{} or newer with npm is missing: install it from nodejs.org or your system's packages.",
            NODE.0, NODE.1
        ));
    }
    if purpose == Purpose::Test {
        for component in ["fmt", "clippy"] {
            missing.extend(rust_component(component));
        }
    }
    if cfg!(target_os = "macos") && answer(Command::new("xcode-select").arg("-p")).is_none() {
        missing
            .push("Apple's command line tools are missing: run `xcode-select --install`.".into());
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(Halt::Missing(missing.join("\n       ")))
    }
}

/// `npm`, which on Windows is a script and must be named with its ending.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// The cargo that runs this task.
pub fn cargo() -> Command {
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    cargo.current_dir(crate::tree::top());
    cargo
}

/// Whether a window can be shown to somebody.
pub fn has_display() -> bool {
    !cfg!(target_os = "linux")
        || ["DISPLAY", "WAYLAND_DISPLAY"]
            .iter()
            .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Whether this is root, who may install, and whom `initdb` refuses.
pub fn is_root() -> bool {
    cfg!(unix) && answer(Command::new("id").arg("-u")).as_deref() == Some("0")
}

/// Finds a program on the search path.
pub fn find(program: &str) -> Option<PathBuf> {
    let ending = std::env::consts::EXE_SUFFIX;
    std::env::split_paths(&std::env::var_os("PATH")?)
        .map(|folder| folder.join(format!("{program}{ending}")))
        .find(|path| path.is_file())
}

/// Installs missing packages on Debian and Ubuntu. The inner error is the
/// sentence for what may not be installed unasked.
fn install_packages(purpose: Purpose) -> Result<Result<(), String>, Halt> {
    if !cfg!(target_os = "linux") {
        return Ok(Ok(()));
    }
    let wanted = wanted_packages(purpose);
    if !Path::new("/usr/bin/dpkg-query").exists() {
        return Ok(elsewhere(purpose));
    }
    let missing: Vec<&str> = wanted
        .into_iter()
        .filter(|name| !is_installed(name))
        .collect();
    if missing.is_empty() {
        return Ok(Ok(()));
    }
    let Some(become_root) = way_to_become_root() else {
        return Ok(Err(format!(
            "Packages are missing: run `sudo apt-get install --yes {}`.",
            missing.join(" ")
        )));
    };
    println!("installing {}", missing.join(" "));
    run("apt-get update", apt(become_root).arg("update"))?;
    run(
        "apt-get install",
        apt(become_root)
            .args(["install", "--yes", "--no-install-recommends"])
            .args(&missing),
    )?;
    Ok(Ok(()))
}

fn wanted_packages(purpose: Purpose) -> Vec<&'static str> {
    let drive = purpose == Purpose::Test || !has_display();
    let mut wanted = TO_BUILD.to_vec();
    if drive {
        wanted.extend(TO_TEST);
    }
    wanted
}

/// On a Linux that is neither Debian nor Ubuntu only the things themselves can
/// be asked for.
fn elsewhere(purpose: Purpose) -> Result<(), String> {
    let webkit = answer(Command::new("pkg-config").args(["--exists", "webkit2gtk-4.1"])).is_some();
    let mut missing = Vec::new();
    if !webkit {
        missing.push("the development files of webkit2gtk-4.1 (and pkg-config, a C compiler)");
    }
    if purpose == Purpose::Test || !has_display() {
        for (program, what) in [
            ("WebKitWebDriver", "WebKitWebDriver"),
            ("Xvfb", "Xvfb"),
            ("pdftotext", "poppler's command line tools"),
            ("qpdf", "qpdf"),
        ] {
            if find(program).is_none() {
                missing.push(what);
            }
        }
    }
    if missing.is_empty() {
        Ok(())
    } else {
        Err(format!(
            "Install from your system's packages: {}.",
            missing.join(", ")
        ))
    }
}

fn is_installed(package: &str) -> bool {
    answer(Command::new("dpkg-query").args(["-W", "-f=${Status}", package]))
        .is_some_and(|status| status == "install ok installed")
}

/// The words before a command that make it root's, when that asks nobody.
fn way_to_become_root() -> Option<&'static [&'static str]> {
    if is_root() {
        Some(&[])
    } else if answer(Command::new("sudo").args(["-n", "true"])).is_some() {
        Some(&["sudo", "-n"])
    } else {
        None
    }
}

fn apt(become_root: &[&str]) -> Command {
    let mut words =
        become_root
            .iter()
            .copied()
            .chain(["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]);
    let mut command = Command::new(words.next().unwrap_or("env"));
    command.args(words);
    command
}

fn node_is_here() -> bool {
    let version = answer(Command::new("node").arg("--version"));
    let version = version.as_deref().and_then(node_version);
    version.is_some_and(|version| version >= NODE) && answer(npm().arg("--version")).is_some()
}

/// `v20.19.3` → (20, 19).
fn node_version(said: &str) -> Option<(u32, u32)> {
    let mut parts = said.strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

/// Adds `rustfmt` or `clippy` where rustup can; else the sentence.
fn rust_component(subcommand: &str) -> Option<String> {
    if answer(cargo().args([subcommand, "--version"])).is_some() {
        return None;
    }
    let component = if subcommand == "fmt" {
        "rustfmt"
    } else {
        subcommand
    };
    if answer(Command::new("rustup").args(["component", "add", component])).is_some() {
        return None;
    }
    Some(format!(
        "{component} is missing: run `rustup component add {component}`."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_says_its_version_with_a_v() {
        assert_eq!(node_version("v20.19.3"), Some((20, 19)));
        assert_eq!(node_version("v24.1.0-nightly"), Some((24, 1)));
        assert_eq!(node_version("20.19.3"), None);
        assert!((20, 2) < NODE, "20.2 is older than 20.19");
    }

    #[test]
    fn tests_ask_for_all_that_building_asks_for() {
        let wanted = wanted_packages(Purpose::Test);
        assert!(
            TO_BUILD
                .iter()
                .chain(TO_TEST)
                .all(|name| wanted.contains(name))
        );
    }
}
