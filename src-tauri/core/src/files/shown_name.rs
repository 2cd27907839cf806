//! The one way by which a text becomes the name of a file or a folder, safe on every system the house meets.

use std::path::Path;

use unicode_normalization::UnicodeNormalization as _;

/// The longest name kept, in bytes of UTF-8; no file system the house meets allows more.
const LONGEST: usize = 255;

/// The longest name of a folder, in bytes of UTF-8: 40 Chinese characters, so that two of them with a file below stay
/// within the 260 characters many programs on Windows take.
const LONGEST_FOLDER: usize = 120;

/// How much of a name that is cut stays at its end, in bytes: the ending, and what stands before it.
const TAIL: usize = 60;

/// Names Windows keeps for devices, whatever ending follows them.
const DEVICES: [&str; 32] = [
    "CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", "COM0", "COM1", "COM2", "COM3", "COM4",
    "COM5", "COM6", "COM7", "COM8", "COM9", "COM¹", "COM²", "COM³", "LPT0", "LPT1", "LPT2", "LPT3",
    "LPT4", "LPT5", "LPT6", "LPT7", "LPT8", "LPT9", "LPT¹", "LPT²", "LPT³",
];

/// The last part of `path` as plain text, see [`safe_name`]: what a received file is called.
#[must_use]
pub fn shown_name(path: &Path) -> String {
    let last = path.file_name().map(|name| name.to_string_lossy());
    safe_name(&last.unwrap_or_default())
}

/// `text` as one name: without control characters, marks that turn the direction of writing round
/// (`封面[U+202E]fdp.exe` is shown by other programs as `封面exe.pdf`) or that cannot be seen, and without what has a
/// meaning in a path, its accents together with their letters. Never empty, at most 255 bytes, and safe as the name of a file
/// or folder on every system.
#[must_use]
pub fn safe_name(text: &str) -> String {
    let legible: String = text
        .chars()
        .filter(|character| !is_invisible(*character))
        .map(plain)
        .nfc()
        .collect();
    let trimmed = legible
        .trim_matches([' ', '\u{3000}', '\u{a0}'])
        .trim_end_matches(['.', ' ', '\u{3000}', '\u{a0}']);
    let stem = trimmed.split('.').next().unwrap_or_default().trim_end();
    let upper = stem.to_uppercase();
    let named = if trimmed.is_empty() || DEVICES.contains(&upper.as_str()) {
        format!("_{trimmed}")
    } else {
        trimmed.to_owned()
    };
    shortened(&named, LONGEST)
}

/// `text` as the name of a folder: a [`safe_name`] of at most 120 bytes.
#[must_use]
pub fn safe_folder(text: &str) -> String {
    shortened(&safe_name(text), LONGEST_FOLDER)
}

/// The name beside `name` where that is taken: `封面 (2).pdf`.
#[must_use]
pub fn name_beside(name: &str, number: u32) -> String {
    let mark = format!(" ({number})");
    let (stem, ending) = match name.rfind('.') {
        Some(place) if place > 0 && name.len() - place <= TAIL => name.split_at(place),
        _ => (name, ""),
    };
    let room = LONGEST - mark.len() - ending.len();
    format!("{}{mark}{ending}", shortened(stem, room))
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

/// Cuts the middle at characters, so that beginning and ending stay.
fn shortened(name: &str, most: usize) -> String {
    if name.len() <= most {
        return name.to_owned();
    }
    let tail = name.ceil_char_boundary(name.len() - TAIL);
    let (_, end) = name.split_at(tail);
    let head = name.floor_char_boundary(most - '…'.len_utf8() - end.len());
    let (begin, _) = name.split_at(head);
    format!("{begin}…{end}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

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
    fn clause_s_4_1_4c_any_text_makes_one_safe_name() {
        let cases = [
            ("CON", "_CON"),
            ("prn.txt", "_prn.txt"),
            ("Aux .pdf", "_Aux .pdf"),
            ("com1", "_com1"),
            ("LPT9.tar.gz", "_LPT9.tar.gz"),
            ("com¹.pdf", "_com¹.pdf"),
            ("COM10", "COM10"),
            ("../../etc/passwd", ".._.._etc_passwd"),
            ("\\\\server\\share", "__server_share"),
            ("C:\\Windows", "C__Windows"),
            ("/absolute", "_absolute"),
            ("a*b?c\"d<e>f|g", "a_b_c_d_e_f_g"),
            ("深圳市彩源/文化: 传播.", "深圳市彩源_文化_ 传播"),
            (". .", "_"),
            ("\u{0}\u{7f}", "__"),
            ("Cafe\u{301}.pdf", "Caf\u{e9}.pdf"),
        ];
        for (given, safe) in cases {
            assert_eq!(safe_name(given), safe, "{given:?}");
        }
    }

    #[test]
    fn check_s22_a_very_long_name_keeps_its_beginning_and_its_ending() {
        let shown = shown_name(Path::new(&format!("{}.pdf", "样".repeat(5000))));
        // 样 has three bytes: 64 before the cut (192), … (3), 18 after it and .pdf (58) are 253; one more does not fit.
        assert_eq!(shown.len(), 253);
        assert!(
            shown.starts_with('样') && shown.ends_with("样.pdf") && shown.contains('…'),
            "{shown}"
        );
    }

    #[test]
    fn clause_s_4_1_4c_a_folder_leaves_room_for_what_lies_in_it() {
        let folder = safe_folder(&format!("OD-2026-A000123_{}", "精装画册".repeat(30)));
        // 16 + 13 × 3 bytes before the cut (one more character would be 58), 3 for …, 20 × 3 after it.
        assert_eq!(folder.len(), 16 + 13 * 3 + 3 + 60);
        assert!(folder.starts_with("OD-2026-A000123_") && folder.ends_with("画册"));
        assert_eq!(safe_folder("彩源文化"), "彩源文化");
    }

    #[test]
    fn clause_s_4_1_4c_the_second_name_stands_beside_the_first() {
        let long = format!("{}.pdf", "样".repeat(83));
        for (name, beside) in [
            ("封面.pdf", "封面 (2).pdf"),
            ("说明", "说明 (2)"),
            (".pdf", ".pdf (2)"),
            ("a.tar.gz", "a.tar (2).gz"),
        ] {
            assert_eq!(name_beside(name, 2), beside);
        }
        let beside = name_beside(&long, 12);
        assert!(
            beside.len() <= 255 && beside.ends_with(" (12).pdf"),
            "{beside}"
        );
    }

    proptest! {
        #[test]
        fn clause_s_4_1_4c_no_text_becomes_a_path(text in "\\PC{0,300}|[./\\\\:A-Za-z0-9 \\u{202e}\\u{0}]{0,300}|(con|NUL|com1|LPT¹)[. ]{0,3}[a-z]{0,4}") {
            for name in [safe_name(&text), safe_folder(&text), name_beside(&safe_name(&text), 2)] {
                prop_assert!(!name.is_empty() && name.len() <= 255);
                prop_assert!(!name.contains(['/', '\\', ':', '*', '?', '"', '<', '>', '|']));
                prop_assert!(!name.chars().any(|one| one.is_control() || is_invisible(one)));
                prop_assert!(!name.ends_with(['.', ' ']) && !name.starts_with(' '));
                prop_assert_eq!(Path::new(&name).components().count(), 1);
                prop_assert!(matches!(Path::new(&name).components().next(), Some(std::path::Component::Normal(_))));
                let stem = name.split('.').next().unwrap_or_default().trim_end().to_uppercase();
                prop_assert!(!DEVICES.contains(&stem.as_str()));
            }
            prop_assert_eq!(safe_name(&safe_name(&text)), safe_name(&text));
            prop_assert!(safe_folder(&text).len() <= LONGEST_FOLDER);
        }
    }
}
