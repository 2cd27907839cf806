//! Every crate the program is made of may be given to a house that pays for
//! it: the licence is read from cargo's own metadata.

use std::process::Command;

use serde_json::Value;

use super::{assert_tidy, top};

/// Licences that ask for no more than their own text, and MPL-2.0, which keeps
/// only its own files open.
const GOOD: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "MIT-0",
    "MPL-2.0",
    "OFL-1.1",
    "Unicode-3.0",
    "Unicode-DFS-2016",
    "Unlicense",
    "Zlib",
    "LicenseRef-Proprietary",
];

/// Whether one of the choices an SPDX expression offers is good in all parts.
/// A bracket is read as if it were not there, which errs on the strict side
/// for the expressions crates really carry.
fn is_good(expression: &str) -> bool {
    let flat = expression.replace(['(', ')'], " ").replace('/', " OR ");
    let part_is_good = |part: &str| {
        let licence = part.split(" WITH ").next().unwrap_or_default().trim();
        GOOD.contains(&licence)
    };
    flat.split(" AND ")
        .all(|all| all.split(" OR ").any(part_is_good))
}

#[test]
fn s25_every_licence_may_be_passed_on() {
    let host = Command::new("rustc").arg("-vV").output().expect("rustc");
    let host = String::from_utf8_lossy(&host.stdout).into_owned();
    let host = host
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("rustc says its host");
    let cargo = Command::new(env!("CARGO"))
        .args([
            "metadata",
            "--format-version",
            "1",
            "--locked",
            "--offline",
            "--filter-platform",
            host,
        ])
        .current_dir(top())
        .output()
        .expect("cargo metadata");
    let told: Value = serde_json::from_slice(&cargo.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&cargo.stderr)));
    let packages = told["packages"].as_array().expect("packages");
    assert!(
        packages.len() > 100,
        "the metadata lists the program's crates"
    );
    let complaints: Vec<String> = packages
        .iter()
        .map(|package| {
            (
                &package["name"],
                package["license"].as_str().unwrap_or("none"),
            )
        })
        .filter(|(_, licence)| !is_good(licence))
        .map(|(name, licence)| format!("{name}: {licence}"))
        .collect();
    assert_tidy(&complaints);
}

#[test]
fn a_bad_licence_is_seen() {
    for good in [
        "MIT OR Apache-2.0",
        "MIT/Apache-2.0",
        "(MIT OR Apache-2.0) AND Unicode-3.0",
        "GPL-3.0 OR MIT",
    ] {
        assert!(is_good(good), "{good}");
    }
    for bad in [
        "GPL-3.0",
        "AGPL-3.0-only",
        "MIT AND GPL-2.0",
        "none",
        "LGPL-2.1 OR SSPL-1.0",
    ] {
        assert!(!is_good(bad), "{bad}");
    }
}
