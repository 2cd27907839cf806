//! The name of a customer's file as the desk shows and stores it.

use std::path::Path;

/// The longest name kept, in characters; no file system the house meets allows more.
const LONGEST: usize = 255;

/// Names Windows keeps for devices, whatever ending follows them.
const DEVICES: [&str; 22] = [
    "CON", "PRN", "AUX", "NUL", "COM1", "COM2", "COM3", "COM4", "COM5", "COM6", "COM7", "COM8",
    "COM9", "LPT1", "LPT2", "LPT3", "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9",
];

/// The last part of `path` as plain text: without control characters, marks that turn the direction of writing round
/// (`封面[U+202E]fdp.exe` is shown by other programs as `封面exe.pdf`) or that cannot be seen, and without what has a meaning in a path. Never
/// empty, and safe as the name of a file on every system.
#[must_use]
pub fn shown_name(path: &Path) -> String {
    let last = path
        .file_name()
        .map(|name| name.to_string_lossy().into_owned())
        .unwrap_or_default();
    let legible: String = last
        .chars()
        .filter(|character| !is_invisible(*character))
        .map(plain)
        .collect();
    let trimmed = legible
        .trim_matches([' ', '\u{3000}', '\u{a0}'])
        .trim_end_matches(['.', ' ']);
    let stem = trimmed.split('.').next().unwrap_or_default().trim_end();
    let device = DEVICES
        .iter()
        .any(|device| stem.eq_ignore_ascii_case(device));
    let named = if trimmed.is_empty() || device {
        format!("_{trimmed}")
    } else {
        trimmed.to_owned()
    };
    shortened(&named)
}

/// Marks that are not seen but change what is.
fn is_invisible(character: char) -> bool {
    matches!(
        character,
        '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
    )
}

fn plain(character: char) -> char {
    let meant_otherwise = matches!(
        character,
        '/' | '\\' | ':' | '*' | '?' | '"' | '<' | '>' | '|' | '\u{2028}' | '\u{2029}'
    );
    if meant_otherwise || character.is_control() {
        '_'
    } else {
        character
    }
}

/// Cuts the middle, so that beginning and ending stay.
fn shortened(name: &str) -> String {
    let length = name.chars().count();
    if length <= LONGEST {
        return name.to_owned();
    }
    let tail = LONGEST / 4;
    let head: String = name.chars().take(LONGEST - tail - 1).collect();
    let end: String = name.chars().skip(length - tail).collect();
    format!("{head}…{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn check_s22_a_name_is_shown_as_harmless_text() {
        let cases = [
            ("/home/张三/我的 文件/画册#3 50%.pdf", "画册#3 50%.pdf"),
            ("封面\u{202e}fdp.exe", "封面fdp.exe"),
            ("内\u{200b}文\u{feff}.pdf", "内文.pdf"),
            ("con", "_con"),
            ("NUL.pdf", "_NUL.pdf"),
            ("console.pdf", "console.pdf"),
            ("封面.pdf. . ", "封面.pdf"),
            ("  \u{3000}封面.pdf", "封面.pdf"),
            ("a:stream.pdf", "a_stream.pdf"),
            ("line\nbreak\u{1b}[31m.pdf", "line_break_[31m.pdf"),
            ("䶮𠮷㛃.pdf", "䶮𠮷㛃.pdf"),
            ("..", "_"),
            ("", "_"),
            ("\u{202e}", "_"),
        ];
        for (given, shown) in cases {
            assert_eq!(shown_name(Path::new(given)), shown, "{given:?}");
        }
    }

    #[test]
    fn check_s22_a_very_long_name_keeps_its_beginning_and_its_ending() {
        let shown = shown_name(Path::new(&format!("{}.pdf", "样".repeat(5000))));
        assert_eq!(shown.chars().count(), 255);
        assert!(
            shown.starts_with('样') && shown.ends_with("样.pdf") && shown.contains('…'),
            "{shown}"
        );
    }
}
