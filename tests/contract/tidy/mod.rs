//! The tidy test: what the compiler cannot hold, held by reading the tree.
//!
//! Each file here is one kind of rule: pure functions from texts to
//! complaints, one test that the tree gives none, and tests that a bad sample
//! gives one, so that no rule is kept by a check that cannot fail.

mod docs;
mod licences;
mod lock;
mod migrations;
mod shell;
mod signatures;
mod sizes;
mod walls;
mod window;

use std::fs;
use std::path::{Path, PathBuf};

/// One file of the tree.
pub struct Source {
    /// Path from the top of the checkout, with `/`.
    path: String,
    text: String,
}

impl Source {
    pub fn sample(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The lines that are code, with their numbers from 1: neither blank nor
    /// only comment.
    pub fn code(&self) -> impl Iterator<Item = (usize, &str)> {
        let lines = self.text.lines().enumerate();
        lines
            .map(|(index, line)| (index + 1, line))
            .filter(|(_, line)| {
                let line = line.trim_start();
                let comment = ["//", "/*", "* ", "*/", "--"]
                    .iter()
                    .any(|mark| line.starts_with(mark));
                !line.is_empty() && !comment
            })
    }

    pub fn is_test(&self) -> bool {
        let name = self.path.rsplit('/').next().unwrap_or_default();
        self.path.contains("tests/")
            || ["tests.rs", "properties.rs"].contains(&name)
            || name.ends_with(".test.ts")
    }

    fn is_generated(&self) -> bool {
        self.path.starts_with("ui/src/api/bindings/")
    }
}

fn top() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

pub fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Every file under `folders` with one of these endings. What is built or
/// fetched is not part of the tree.
pub fn sources(folders: &[&str], endings: &[&str]) -> Vec<Source> {
    let mut found = Vec::new();
    for folder in folders {
        walk(&top().join(folder), endings, &mut found);
    }
    assert!(
        !found.is_empty(),
        "no file under {folders:?} ends with {endings:?}"
    );
    found
}

fn walk(folder: &Path, endings: &[&str], found: &mut Vec<Source>) {
    let Ok(entries) = fs::read_dir(folder) else {
        return;
    };
    for entry in entries {
        let path = entry.expect("a readable folder").path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        if path.is_dir() {
            if !["target", "node_modules", "dist", "gen"].contains(&name.as_str()) {
                walk(&path, endings, found);
            }
        } else if endings.iter().any(|ending| name.ends_with(ending)) {
            let inside = path.strip_prefix(top()).expect("a path of the checkout");
            found.push(Source {
                path: inside.to_string_lossy().replace('\\', "/"),
                text: fs::read_to_string(&path)
                    .unwrap_or_else(|error| panic!("{}: {error}", path.display())),
            });
        }
    }
}

/// All Rust of the project.
fn rust() -> Vec<Source> {
    sources(&["src-tauri", "tests", "xtask"], &[".rs"])
}

#[track_caller]
fn assert_tidy(complaints: &[String]) {
    assert!(complaints.is_empty(), "\n{}\n", complaints.join("\n"));
}

/// Whether `word` stands in `line` and is not the tail of a longer name.
fn says(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|head| head.chars().next_back());
        !before.is_some_and(|letter| letter.is_alphanumeric() || letter == '_')
    })
}
