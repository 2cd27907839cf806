//! What differs from one system to the next, kept in one place with the reason.

use std::path::Path;
use std::process::Command;

use crate::error::CommandError;

/// A printer of this machine.
#[derive(Clone, Debug, serde::Serialize, ts_rs::TS)]
#[serde(rename_all = "camelCase")]
pub struct Printer {
    /// Its name, as the system knows it.
    pub name: String,
    /// Whether the system prints there when nobody says otherwise.
    pub is_default: bool,
}

/// The printers of this machine; none where the system has no print service.
#[cfg(unix)]
pub(crate) fn printers() -> Vec<Printer> {
    // CUPS on macOS and Linux: its own two commands are there wherever it is.
    let said = |arguments: &[&str]| {
        Command::new("lpstat")
            .env("LC_ALL", "C")
            .args(arguments)
            .output()
            .ok()
            .map(|output| String::from_utf8_lossy(&output.stdout).into_owned())
            .unwrap_or_default()
    };
    let default = said(&["-d"]);
    let default = default
        .rsplit_once(": ")
        .map(|(_, name)| name.trim().to_owned());
    said(&["-e"])
        .lines()
        .map(str::trim)
        .filter(|name| !name.is_empty())
        .map(|name| Printer {
            name: name.to_owned(),
            is_default: default.as_deref() == Some(name),
        })
        .collect()
}

/// Windows prints a PDF with the viewer that is set for it, on the system's own printer.
#[cfg(windows)]
pub(crate) fn printers() -> Vec<Printer> {
    vec![Printer {
        name: DEFAULT_VIEWER.to_owned(),
        is_default: true,
    }]
}

#[cfg(windows)]
const DEFAULT_VIEWER: &str = "系统默认打印机";

/// Sends a PDF to `printer`.
#[cfg(unix)]
pub(crate) fn print(pdf: &Path, printer: &str, copies: u32) -> Result<(), CommandError> {
    let status = Command::new("lp")
        .arg("-d")
        .arg(printer)
        .arg("-n")
        .arg(copies.to_string())
        .arg("--")
        .arg(pdf)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(CommandError::of_the_shell("printer_refused", status)),
        Err(error) => Err(CommandError::of_the_shell("printer_refused", error)),
    }
}

/// Hands a PDF to the print verb of the default viewer, once per copy: the verb knows no number of copies.
#[cfg(windows)]
pub(crate) fn print(pdf: &Path, _printer: &str, copies: u32) -> Result<(), CommandError> {
    for _ in 0..copies {
        let status = Command::new("powershell")
            .args([
                "-NoProfile",
                "-NonInteractive",
                "-Command",
                "Start-Process -FilePath $args[0] -Verb Print",
                "-args",
            ])
            .arg(pdf)
            .status();
        match status {
            Ok(status) if status.success() => {}
            Ok(status) => return Err(CommandError::of_the_shell("printer_refused", status)),
            Err(error) => return Err(CommandError::of_the_shell("printer_refused", error)),
        }
    }
    Ok(())
}
