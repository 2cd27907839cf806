//! `cargo xtask bench NAME`: one figure a line, and the last results as a table
//! in the repository.

use std::fmt::Write as _;
use std::fs;
use std::process::Stdio;

use crate::halt::Halt;
use crate::machine::{Purpose, cargo};
use crate::prepare::{build_window, for_the_window};
use crate::stages::Stages;
use crate::tree;

/// Runs the bench called `name` and puts its figures into the table.
pub fn bench(name: &str) -> Result<(), Halt> {
    let (purpose, arguments): (Purpose, &[&str]) = match name {
        "documents" | "preflight" | "orders" => (
            Purpose::Open,
            &[
                "run",
                "--release",
                "--quiet",
                "--package",
                "docket-core",
                "--bin",
                "docket-bench",
                "--",
                name,
            ],
        ),
        // The real window is driven as in the tests; it is the program that ships.
        "start" => (Purpose::Test, &["bench", "--quiet", "--bench", "start"]),
        _ => return Err(Halt::Misheard),
    };
    let mut stages = Stages::new();
    for_the_window(&mut stages, purpose)?;
    build_window(&mut stages)?;
    let stage = format!("bench {name} (release)");
    let said = stages.stage(&stage.clone(), || {
        let mut command = cargo();
        command
            .args(arguments)
            .env("DOCKET_FONTS", tree::fonts())
            .env("DOCKET_E2E", "1")
            // The window draws itself: where there is no graphics card, one that is simulated takes most of the time, whoever
            // draws what. It takes no pictures then, so only the bench runs so.
            .env("WEBKIT_DISABLE_COMPOSITING_MODE", "1")
            .env("XDG_CONFIG_DIRS", tree::top().join("tests/bench/desktop"));
        // What it complains of is seen; what it says is read.
        let output = command
            .stdin(Stdio::null())
            .stderr(Stdio::inherit())
            .output();
        match output {
            Ok(output) if output.status.success() => {
                Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
            }
            _ => Err(Halt::Failed { stage }),
        }
    })?;
    println!("{said}");
    let figures = figures(&said);
    let path = tree::top().join("tests/bench/RESULTS.md");
    let before = fs::read_to_string(&path).unwrap_or_default();
    let after = with_section(&before, name, &figures);
    fs::create_dir_all(path.parent().unwrap_or(&path))
        .and_then(|()| fs::write(&path, after))
        .map_err(Halt::while_doing("writing tests/bench/RESULTS.md"))
}

/// One measured figure.
#[derive(Debug, PartialEq, Eq)]
struct Figure {
    name: String,
    value: String,
    unit: String,
}

/// Reads the lines `name value unit`; other lines are talk.
fn figures(said: &str) -> Vec<Figure> {
    said.lines()
        .filter_map(|line| {
            let words: Vec<&str> = line.split_whitespace().collect();
            let [name, value, unit] = words.as_slice() else {
                return None;
            };
            value.parse::<f64>().ok()?;
            Some(Figure {
                name: (*name).to_owned(),
                value: (*value).to_owned(),
                unit: (*unit).to_owned(),
            })
        })
        .collect()
}

/// Replaces the section `## name` of the results and leaves the others, and what is said above them.
fn with_section(before: &str, name: &str, figures: &[Figure]) -> String {
    let heading = format!("## {name}");
    let mut sections = before.split("\n## ");
    let above = sections.next().unwrap_or_default().trim_end();
    let mut text = if above.is_empty() {
        "# Measured\n\nWritten by `cargo xtask bench NAME`.".to_owned()
    } else {
        above.to_owned()
    };
    text.push('\n');
    for section in sections {
        if section.lines().next() != Some(name) {
            let _ = write!(text, "\n## {}\n", section.trim_end());
        }
    }
    let _ = write!(
        text,
        "\n{heading}\n\n| figure | value | unit |\n|---|---:|---|\n"
    );
    for figure in figures {
        let _ = writeln!(
            text,
            "| {} | {} | {} |",
            figure.name, figure.value, figure.unit
        );
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_three_words_with_a_number_is_a_figure() {
        let said = "warming up now\nsheet_warm 11.4 ms\nsheet_bytes 155000 bytes\nall is well\n";
        let read = figures(said);
        assert_eq!(read.len(), 2);
        assert_eq!(read[0].name, "sheet_warm");
        assert_eq!(read[1].unit, "bytes");
    }

    #[test]
    fn a_new_result_replaces_its_own_section_only() {
        let figure = |value: &str| Figure {
            name: "f".into(),
            value: value.into(),
            unit: "ms".into(),
        };
        let first = with_section("", "documents", &[figure("1")]);
        let both = with_section(&first, "start", &[figure("2")]);
        let both = both.replace("bench NAME`.", "bench NAME` on a quiet machine.");
        let again = with_section(&both, "documents", &[figure("3")]);
        assert!(again.contains("| f | 2 | ms |") && again.contains("| f | 3 | ms |"));
        assert!(!again.contains("| f | 1 | ms |"));
        assert_eq!(again.matches("## ").count(), 2);
        assert!(again.starts_with("# Measured\n") && again.contains("on a quiet machine."));
    }
}
