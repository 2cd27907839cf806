//! Cargo.lock against TRUST.md §1 and §5 (S1, S25): the oldest sound version
//! of what has known holes, and what must not be there at all.

use super::{assert_tidy, read};

/// A package of the lock file.
struct Package<'a> {
    name: &'a str,
    version: &'a str,
    source: Option<&'a str>,
}

/// Name, oldest version allowed, reason.
const AT_LEAST: &[(&str, &str, &str)] = &[
    ("tauri", "2.11.1", "CVE-2026-42184, origin confusion"),
    (
        "tauri-plugin-dialog",
        "2.8.4",
        "current when the desk was laid",
    ),
    (
        "tauri-plugin-single-instance",
        "2.5.5",
        "current when the desk was laid",
    ),
    (
        "libsqlite3-sys",
        "0.37.0",
        "bundles SQLite 3.51.3; older ones can corrupt a WAL database",
    ),
    (
        "sqlx",
        "0.9.0",
        "0.8 bundles a SQLite inside that bug's range",
    ),
    ("quick-xml", "0.41.0", "RUSTSEC-2026-0194, -0195"),
    ("zip", "2.3.0", "RUSTSEC-2025-0168"),
    ("lopdf", "0.42.0", "RUSTSEC-2026-0187, stack overflow"),
    ("time", "0.3.47", "RUSTSEC-2026-0009"),
    (
        "tracing-subscriber",
        "0.3.20",
        "RUSTSEC-2025-0055, escapes in logs",
    ),
];

/// Name, first version not allowed, reason.
const BELOW: &[(&str, &str, &str)] = &[
    ("tauri", "3.0.0", "3 is an alpha"),
    (
        "libsqlite3-sys",
        "0.38.0",
        "outside the range sqlx 0.9 was made for",
    ),
];

const BANNED: &[(&str, &str)] = &[
    ("tauri-plugin-shell", "the window starts no programs (S2)"),
    ("tauri-plugin-sql", "the window speaks no SQL (S12)"),
    ("tauri-plugin-http", "the window speaks to nobody"),
    ("tauri-winrt-notifications", "malicious look-alike"),
    ("tauri-win-rt-notification", "malicious look-alike"),
    ("ttf-parser", "unmaintained (RUSTSEC-2026-0192)"),
    ("rustybuzz", "unmaintained (RUSTSEC-2026-0206)"),
    ("bincode", "unmaintained"),
    ("fxhash", "unmaintained"),
    (
        "openssl-sys",
        "TLS is rustls; nothing of the system's to link",
    ),
];

fn packages(lock: &str) -> Vec<Package<'_>> {
    lock.split("[[package]]")
        .skip(1)
        .filter_map(|text| {
            let value = |key: &str| {
                text.lines().find_map(|line| {
                    line.strip_prefix(key)?
                        .strip_prefix(" = \"")?
                        .strip_suffix('"')
                })
            };
            Some(Package {
                name: value("name")?,
                version: value("version")?,
                source: value("source"),
            })
        })
        .collect()
}

fn numbers(version: &str) -> Vec<u64> {
    let release = version.split(['-', '+']).next().unwrap_or_default();
    release
        .split('.')
        .map(|part| part.parse().unwrap_or(0))
        .collect()
}

fn complaints(lock: &str) -> Vec<String> {
    let mut found = Vec::new();
    for Package {
        name,
        version,
        source,
    } in packages(lock)
    {
        let mut complain = |why: &str| found.push(format!("{name} {version}: {why}"));
        for (_, least, why) in AT_LEAST.iter().filter(|(one, ..)| *one == name) {
            if numbers(version) < numbers(least) {
                complain(why);
            }
        }
        for (_, below, why) in BELOW.iter().filter(|(one, ..)| *one == name) {
            if numbers(version) >= numbers(below) {
                complain(why);
            }
        }
        for (_, why) in BANNED.iter().filter(|(one, _)| *one == name) {
            complain(why);
        }
        if source.is_some_and(|source| !source.starts_with("registry+")) {
            complain("comes from outside the registry, where nobody looks for holes");
        }
    }
    found
}

#[test]
fn s1_s25_the_lock_holds_no_known_hole() {
    let lock = read("Cargo.lock");
    assert!(
        packages(&lock)
            .iter()
            .any(|package| package.name == "libsqlite3-sys")
    );
    assert_tidy(&complaints(&lock));
}

#[test]
fn each_bad_package_is_seen() {
    let lock = |name: &str, version: &str| {
        format!(
            "version = 4\n\n[[package]]\nname = \"{name}\"\nversion = \"{version}\"\nsource = \"registry+x\"\n"
        )
    };
    for (name, least, _) in AT_LEAST {
        assert_eq!(complaints(&lock(name, "0.0.9")).len(), 1, "{name}");
        assert_eq!(complaints(&lock(name, least)).len(), 0, "{name} {least}");
    }
    for (name, below, _) in BELOW {
        assert_eq!(complaints(&lock(name, below)).len(), 1, "{name} {below}");
    }
    for (name, _) in BANNED {
        assert_eq!(complaints(&lock(name, "9.9.9")).len(), 1, "{name}");
    }
    let elsewhere = "[[package]]\nname = \"a\"\nversion = \"1.0.0\"\nsource = \"git+https://x\"\n";
    assert_eq!(complaints(elsewhere).len(), 1);
}

#[test]
fn versions_are_compared_as_numbers() {
    assert!(numbers("0.3.9") < numbers("0.3.47"));
    assert!(numbers("2.12.0-rc.1") > numbers("2.11.1"));
}
