//! STYLE.md rule 4: a file is questioned at 400 lines of code, generated ones
//! and tests apart.

use super::{Source, assert_tidy, sources};

const LIMIT: usize = 400;

/// Longer files that were questioned and stay whole, with the reason.
const KEPT_WHOLE: &[(&str, &str)] = &[];

fn too_long(sources: &[Source], kept: &[(&str, &str)]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources
        .iter()
        .filter(|source| !source.is_test() && !source.is_generated())
    {
        let lines = source
            .code()
            .take_while(|(_, line)| line.trim() != "#[cfg(test)]")
            .count();
        let reason = kept.iter().find(|(path, _)| *path == source.path);
        match (lines > LIMIT, reason) {
            (true, None) => found.push(format!("{}: {lines} lines of code; split it", source.path)),
            (false, Some(_)) => {
                found.push(format!(
                    "{}: short again; take it off the list",
                    source.path
                ));
            }
            _ => {}
        }
    }
    found
}

#[test]
fn no_file_is_too_long() {
    let all = sources(&["src-tauri", "xtask", "ui/src"], &[".rs", ".ts", ".css"]);
    assert_tidy(&too_long(&all, KEPT_WHOLE));
}

#[test]
fn a_long_file_is_seen_and_comments_do_not_count() {
    let long = "let x = 1;\n".repeat(LIMIT + 1);
    let sample = |path: &str, text: &str| too_long(&[Source::sample(path, text)], &[]).len();
    assert_eq!(sample("src-tauri/core/src/a.rs", &long), 1);
    assert_eq!(sample("src-tauri/core/src/a/tests.rs", &long), 0);
    assert_eq!(sample("ui/src/api/bindings/types.ts", &long), 0);
    let told = format!(
        "{}{}",
        "// why\n\n".repeat(300),
        "let x = 1;\n".repeat(LIMIT)
    );
    assert_eq!(sample("src-tauri/core/src/a.rs", &told), 0);
    let short = Source::sample("src-tauri/core/src/a.rs", "let x = 1;");
    let listed = [("src-tauri/core/src/a.rs", "a table")];
    assert_eq!(too_long(&[short], &listed).len(), 1, "a stale exception");
}
