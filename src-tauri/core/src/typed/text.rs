//! Cleaning names, addresses and remarks before they are kept.

use unicode_normalization::char::decompose_compatible;

use super::NotUnderstood;

/// How many characters a name takes: of a customer, a product, a person.
pub const LONGEST_NAME: usize = 200;

/// Cleans one line: blanks around it go, line breaks and tabs become blanks, and what cannot be seen or turns the
/// writing round is left out. Radicals and compatibility ideographs, which look like another character and are never
/// found again, become that character (⼀ → 一). Emoji and rare characters stay.
///
/// # Errors
/// [`NotUnderstood::Empty`] where nothing is left, [`NotUnderstood::TooLong`] beyond `most` characters.
pub fn clean_text(text: &str, most: usize) -> Result<String, NotUnderstood> {
    let line = text.chars().map(|letter| {
        if breaks_line(letter) || letter == '\t' {
            ' '
        } else {
            letter
        }
    });
    kept(line, most)
}

/// As [`clean_text`], for fields of several lines: line breaks stay, each as `\n`.
///
/// # Errors
/// As [`clean_text`].
pub fn clean_lines(text: &str, most: usize) -> Result<String, NotUnderstood> {
    let text = text.replace("\r\n", "\n");
    let lines = text.chars().map(|letter| match letter {
        letter if breaks_line(letter) => '\n',
        '\t' => ' ',
        letter => letter,
    });
    kept(lines, most)
}

/// Whether a character shows nothing and only misleads: control characters, marks that turn the writing direction,
/// and blanks of no width. The joiner of emoji (U+200D) is needed and stays.
pub(super) fn is_unseen(letter: char) -> bool {
    (letter.is_control() && !matches!(letter, '\n' | '\t' | '\r'))
        || matches!(
            letter,
            '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        )
}

/// Gathers what may be kept, trimmed and counted.
fn kept(letters: impl Iterator<Item = char>, most: usize) -> Result<String, NotUnderstood> {
    let mut kept = String::new();
    for letter in letters.filter(|letter| *letter == '\n' || !is_unseen(*letter)) {
        push_plain(letter, &mut kept);
    }
    let kept = kept.trim();
    let length = kept.chars().count();
    match length {
        0 => Err(NotUnderstood::Empty),
        _ if length > most => Err(NotUnderstood::TooLong { length, most }),
        _ => Ok(kept.to_owned()),
    }
}

/// Whether a character ends a line.
fn breaks_line(letter: char) -> bool {
    matches!(
        letter,
        '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}'
    )
}

/// Adds a character, or the one it stands for. Only these blocks are touched: to fold all compatibility characters
/// would turn ① into 1 and ㎡ into m2.
fn push_plain(letter: char, kept: &mut String) {
    match letter {
        '\u{2e80}'..='\u{2fdf}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}' => {
            decompose_compatible(letter, |plain| kept.push(plain));
        }
        _ => kept.push(letter),
    }
}
