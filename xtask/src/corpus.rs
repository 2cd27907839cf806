//! PDFs that other people made with other programs, for the tests to be measured against.
//!
//! They are taken out of Debian's packages without installing these, so nothing of the machine changes and no right is
//! needed. Where there is no apt, the comparison is left out and said so.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::halt::Halt;
use crate::machine::find;
use crate::stages::{answer, run};
use crate::tree;

/// Small packages with PDFs by TeX, groff, Ghostscript, WebKit, OpenOffice, ReportLab, Cairo and by hand, in Latin and
/// Chinese, of this century and the last.
const PACKAGES: &[&str] = &[
    "asymptote-doc",
    "cups-filters",
    "debian-faq-zh-cn",
    "debian-policy",
    "debian-reference-zh-cn",
    "developers-reference",
    "fonts-sil-andika",
    "fonts-sil-charis",
    "fonts-sil-doulos",
    "ghostscript-doc",
    "groff",
    "libjs-pdf",
    "libtasn1-doc",
    "maint-guide-zh-cn",
    "pari-doc",
    "python-reportlab-doc",
    "r-cran-matrix",
    "r-cran-sp",
    "r-cran-zoo",
    "shared-mime-info",
];

/// Said where they cannot be had.
const NO_CORPUS: &str =
    "skipped: comparison over other people's PDFs (needs apt-get, dpkg-deb and gzip)";

/// `cargo xtask corpus`.
pub fn corpus() -> Result<(), Halt> {
    if let Some(skipped) = fetch()? {
        println!("{skipped}");
    }
    Ok(())
}

/// Said where apt does not answer.
const NOT_FETCHED: &str = "skipped: comparison over other people's PDFs (apt-get could not fetch them; is its list of packages there?)";

/// Fetches the PDFs into `target/corpus` unless they are there; the sentence to note when they cannot be had.
pub fn fetch() -> Result<Option<String>, Halt> {
    let folder = tree::corpus();
    let stamp = folder.join("packages");
    let wanted = PACKAGES.join("\n");
    if fs::read_to_string(&stamp).is_ok_and(|there| there == wanted) {
        println!("already there");
        return Ok(None);
    }
    if ["apt-get", "dpkg-deb", "gzip"]
        .iter()
        .any(|tool| find(tool).is_none())
    {
        return Ok(Some(NO_CORPUS.to_owned()));
    }
    let doing = Halt::while_doing("making target/corpus");
    let packages = folder.join("packages.tmp");
    if folder.exists() {
        fs::remove_dir_all(&folder).map_err(Halt::while_doing("clearing target/corpus"))?;
    }
    fs::create_dir_all(&packages).map_err(doing)?;
    let fetched = run(
        "apt-get download",
        Command::new("apt-get")
            .arg("download")
            .args(PACKAGES)
            .current_dir(&packages),
    );
    if fetched.is_err() {
        // Without a network the desk is tested all the same.
        fs::remove_dir_all(&folder).map_err(Halt::while_doing("clearing target/corpus"))?;
        return Ok(Some(NOT_FETCHED.to_owned()));
    }
    for package in listed(&packages, "deb") {
        let unpacked = package.with_extension("tree");
        run(
            "dpkg-deb --extract",
            Command::new("dpkg-deb")
                .arg("--extract")
                .arg(&package)
                .arg(&unpacked),
        )?;
        let name = package.file_name().unwrap_or_default().to_string_lossy();
        let name = name.split('_').next().unwrap_or_default();
        take(&unpacked, name, &folder)?;
    }
    fs::remove_dir_all(&packages).map_err(Halt::while_doing("clearing what was unpacked"))?;
    fs::write(&stamp, wanted).map_err(Halt::while_doing("noting what was fetched"))?;
    Ok(None)
}

/// The files of a folder with this ending.
fn listed(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut paths: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|there| there == ending))
        .collect();
    paths.sort();
    paths
}

/// Copies every PDF below `from` into `to`, by package and name. Links are passed over: what they lead to is in the list
/// by itself.
fn take(from: &Path, package: &str, to: &Path) -> Result<(), Halt> {
    for entry in fs::read_dir(from).into_iter().flatten().flatten() {
        let path = entry.path();
        let Ok(kind) = entry.file_type() else {
            continue;
        };
        if kind.is_dir() {
            take(&path, package, to)?;
            continue;
        }
        let name = entry.file_name().to_string_lossy().into_owned();
        let packed = name.ends_with(".pdf.gz");
        if !kind.is_file() || !(packed || name.ends_with(".pdf")) {
            continue;
        }
        let kept = to.join(format!("{package}-{name}"));
        fs::copy(&path, &kept).map_err(Halt::while_doing(format!("copying {name}")))?;
        if packed && answer(Command::new("gzip").arg("-df").arg(&kept)).is_none() {
            return Err(Halt::while_doing(format!("unpacking {name}"))(
                io::Error::other("gzip failed"),
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_named_once_and_in_order() {
        let mut sorted = PACKAGES.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted, PACKAGES);
    }
}
