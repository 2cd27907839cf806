//! STYLE.md rules 22 and 24: a module says at its door what it is; no test is
//! put aside; nothing is left for later.

use super::{Source, assert_tidy, rust, sources};

/// Shorter than this says nothing.
const A_SENTENCE: usize = 15;

fn without_docs(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter(|source| !source.is_test() || source.path.ends_with("/main.rs"))
        .filter(|source| {
            let told: usize = source
                .text
                .lines()
                .take_while(|line| line.starts_with("//!"))
                .map(|line| line.trim_start_matches("//!").trim().chars().count())
                .sum();
            told < A_SENTENCE
        })
        .map(|source| {
            format!(
                "{}: begin with `//!` and a sentence that says what it is",
                source.path
            )
        })
        .collect()
}

/// Words that mean the work is not done. Put together here so that this file
/// does not find itself.
fn unfinished() -> Vec<String> {
    [
        ["#[ign", "ore"],
        ["TO", "DO"],
        ["FIX", "ME"],
        ["todo", "!("],
        ["unimplemented", "!("],
    ]
    .iter()
    .map(|halves| halves.concat())
    .collect()
}

fn left_for_later(sources: &[Source]) -> Vec<String> {
    let words = unfinished();
    let mut found = Vec::new();
    for source in sources {
        for (index, line) in source.text.lines().enumerate() {
            if let Some(word) = words.iter().find(|word| line.contains(word.as_str())) {
                found.push(format!("{}:{}: {word}", source.path, index + 1));
            }
        }
    }
    found
}

/// The folders below `top` that the text does not name in backticks, as `orders` or `orders/search`.
fn off_the_map(folders: &[String], map: &str) -> Vec<String> {
    folders
        .iter()
        .filter(|folder| !map.contains(&format!("`{folder}`")))
        .map(|folder| format!("{folder}: give it a place in the code map"))
        .collect()
}

/// Every folder with code below `top`, tests apart, by its path from there.
fn folders_of(top: &str) -> Vec<String> {
    let mut folders: Vec<String> = sources(&[top], &[".rs", ".ts"])
        .iter()
        .filter_map(|source| {
            source
                .path
                .strip_prefix(top)?
                .strip_prefix('/')?
                .rsplit_once('/')
        })
        .map(|(folder, _)| folder.to_owned())
        .filter(|folder| !folder.split('/').any(|part| part == "tests"))
        .collect();
    folders.sort();
    folders.dedup();
    folders
}

#[test]
fn the_code_maps_name_every_folder_there_is() {
    let architecture = super::read("src-tauri/ARCHITECTURE.md");
    let core = folders_of("src-tauri/core/src");
    assert!(core.iter().any(|folder| folder == "orders/search"));
    assert_tidy(&off_the_map(&core, &architecture));
    let readme = super::read("README.md");
    let tests = folders_of("tests");
    let tests: Vec<String> = tests
        .into_iter()
        .filter(|folder| !folder.contains('/'))
        .collect();
    assert_tidy(&off_the_map(&tests, &readme));
    for whole in ["fuzz", "xtask", "ui/src", "ui/tests", "src-tauri/core"] {
        assert_tidy(&off_the_map(&[whole.to_owned()], &readme));
    }
}

#[test]
fn a_folder_off_the_map_is_seen() {
    let folders = ["orders".to_owned(), "orders/search".to_owned()];
    assert_eq!(off_the_map(&folders, "| `orders` |").len(), 1);
    assert!(off_the_map(&folders, "| `orders` `orders/search` |").is_empty());
}

#[test]
fn every_module_says_what_it_is() {
    assert_tidy(&without_docs(&rust()));
}

#[test]
fn nothing_is_left_for_later() {
    let mut all = rust();
    all.extend(sources(&["ui/src", "ui/tests"], &[".ts", ".css"]));
    assert_tidy(&left_for_later(&all));
}

#[test]
fn a_silent_module_is_seen() {
    let silent =
        |text: &str| without_docs(&[Source::sample("src-tauri/core/src/a/mod.rs", text)]).len();
    assert_eq!(silent("pub mod b;\n"), 1);
    assert_eq!(silent("//! x\npub mod b;\n"), 1);
    assert_eq!(
        silent("//! Orders, from the call to the number they get.\n"),
        0
    );
}

#[test]
fn each_word_for_later_is_seen() {
    for word in unfinished() {
        let sample = Source::sample("src-tauri/core/src/a.rs", &format!("    {word}"));
        assert_eq!(left_for_later(&[sample]).len(), 1, "{word}");
    }
}
