//! STYLE.md rule 3: who may name which crate; rule 5: names that say nothing.

use super::{Source, assert_tidy, rust, says};

/// One wall: these words may stand only behind these doors.
struct Wall {
    words: &'static [&'static str],
    /// Begins of paths, or with a leading `…` an end.
    doors: &'static [&'static str],
    why: &'static str,
}

const WALLS: &[Wall] = &[
    Wall {
        words: &["tauri::", "tauri_plugin", "use tauri;", "use tauri as"],
        doors: &[
            "src-tauri/src/",
            "tests/commands/",
            "tests/contract/",
            // The empty window beside which the start is measured.
            "tests/bench/start.rs",
        ],
        why: "only the shell knows Tauri",
    },
    Wall {
        words: &["tauri_build"],
        doors: &["src-tauri/build.rs", "tests/contract/"],
        why: "only the build script builds with Tauri",
    },
    Wall {
        words: &["printpdf::", "use printpdf;"],
        doors: &["src-tauri/core/src/documents/pdf.rs", "tests/contract/"],
        why: "only the last step, ink, knows the PDF writer",
    },
    Wall {
        words: &[
            "lopdf::",
            "use lopdf;",
            "hayro::",
            "hayro_syntax::",
            "hayro_interpret::",
            "vello_cpu::",
            "use hayro;",
        ],
        doors: &[
            "src-tauri/core/src/documents/pdf.rs",
            "src-tauri/core/src/documents/overlay.rs",
            "src-tauri/core/src/documents/picture.rs",
            "src-tauri/core/src/inspector/",
            "tests/",
        ],
        why: "PDFs are taken apart only by ink, by the overlay and behind the inspector",
    },
    Wall {
        words: &["sqlx::", "use sqlx;"],
        doors: &["src-tauri/core/src/storage/", "…/queries.rs", "tests/"],
        why: "only the storage and each feature's queries.rs speak SQL",
    },
];

/// Names that a thing gets when nobody knew what it is.
const EMPTY_NAMES: &[&str] = &["manager", "service", "helper", "util", "common", "misc"];

fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for wall in WALLS {
            if wall.doors.iter().any(|door| opens(door, &source.path)) {
                continue;
            }
            for (number, line) in source.code() {
                if wall.words.iter().any(|word| says(line, word)) {
                    found.push(format!("{}:{number}: {}", source.path, wall.why));
                }
            }
        }
    }
    found
}

fn opens(door: &str, path: &str) -> bool {
    match door.strip_prefix('…') {
        Some(end) => path.ends_with(end),
        None => path.starts_with(door),
    }
}

fn empty_names(paths: impl Iterator<Item = String>) -> Vec<String> {
    paths
        .filter(|path| {
            path.split(['/', '.', '_', '-'])
                .any(|part| EMPTY_NAMES.contains(&part.trim_end_matches('s')))
        })
        .map(|path| format!("{path}: a thing lives with the concept that owns it, by a name that says what it is"))
        .collect()
}

#[test]
fn the_walls_stand() {
    assert_tidy(&breaches(&rust()));
}

#[test]
fn no_file_has_an_empty_name() {
    let mut all = rust();
    all.extend(super::sources(&["ui/src"], &[".ts", ".css"]));
    assert_tidy(&empty_names(all.into_iter().map(|source| source.path)));
}

#[test]
fn each_wall_is_seen_to_fall() {
    for (path, line) in [
        (
            "src-tauri/core/src/orders/save.rs",
            "    tauri::async_runtime::spawn(x);",
        ),
        ("xtask/src/main.rs", "use tauri_build::Attributes;"),
        (
            "src-tauri/core/src/documents/layout.rs",
            "use printpdf::Mm;",
        ),
        (
            "src-tauri/core/src/files/receive.rs",
            "let d = lopdf::Document::load(p)?;",
        ),
        (
            "src-tauri/core/src/documents/fonts.rs",
            "use hayro::render;",
        ),
        (
            "src-tauri/src/commands/orders.rs",
            "sqlx::query(\"SELECT 1\")",
        ),
    ] {
        let sample = Source::sample(path, line);
        assert_eq!(breaches(&[sample]).len(), 1, "{path} says {line}");
    }
}

#[test]
fn a_comment_and_a_longer_name_breach_nothing() {
    let text = "//! Unlike sqlx::query this is pure.\nuse my_sqlx::query;\n";
    assert!(breaches(&[Source::sample("src-tauri/core/src/orders/rules.rs", text)]).is_empty());
    let queries = Source::sample("src-tauri/core/src/orders/queries.rs", "use sqlx::Row;");
    assert!(breaches(&[queries]).is_empty());
}

#[test]
fn an_empty_name_is_seen() {
    let found = |path: &str| empty_names([path.to_owned()].into_iter()).len();
    assert_eq!(found("src-tauri/core/src/orders/order_manager.rs"), 1);
    assert_eq!(found("ui/src/utils/dates.ts"), 1);
    assert_eq!(found("src-tauri/core/src/orders/register.rs"), 0);
}
