//! The window's walls: markup never comes from text, no style attribute meets
//! the content policy, and only `ui/src/api` speaks to the program (S11).

use super::{Source, assert_tidy, says, sources};

const BANNED: &[(&str, &str)] = &[
    ("innerHTML", "text is never markup"),
    ("outerHTML", "text is never markup"),
    ("insertAdjacentHTML", "text is never markup"),
    ("unsafeHTML", "text is never markup"),
    ("unsafeSVG", "text is never markup"),
    ("document.write", "text is never markup"),
    ("eval(", "no code from text"),
    (
        "styleMap",
        "the content policy blocks style attributes: use place()",
    ),
    (
        "style=",
        "the content policy blocks style attributes: use place()",
    ),
];

const BRIDGE: &[&str] = &["invoke", "@tauri-apps", "__TAURI"];

fn breaches(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        for (number, line) in source.code() {
            for (word, why) in BANNED.iter().filter(|(word, _)| says(line, word)) {
                found.push(format!("{}:{number}: {word}: {why}", source.path));
            }
            let outside = !source.path.starts_with("ui/src/api/");
            for word in BRIDGE.iter().filter(|word| outside && says(line, word)) {
                found.push(format!(
                    "{}:{number}: {word}: only ui/src/api speaks to the program",
                    source.path
                ));
            }
        }
    }
    found
}

#[test]
fn the_window_keeps_its_walls() {
    assert_tidy(&breaches(&sources(&["ui/src"], &[".ts", ".html"])));
    assert_tidy(&breaches(&[Source {
        path: "ui/index.html".to_owned(),
        text: super::read("ui/index.html"),
    }]));
}

#[test]
fn each_banned_word_is_seen() {
    for word in BANNED.iter().map(|(word, _)| word).chain(BRIDGE) {
        let sample = Source::sample("ui/src/kit/a.ts", &format!("  x.{word}"));
        assert!(!breaches(&[sample]).is_empty(), "{word}");
    }
    let bridge = Source::sample(
        "ui/src/api/call.ts",
        "import { invoke } from \"@tauri-apps/api/core\";",
    );
    assert!(breaches(&[bridge]).is_empty());
}
