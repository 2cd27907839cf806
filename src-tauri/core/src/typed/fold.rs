//! Making the many ways of typing one character the same, before anything is read.

use super::NotUnderstood;
use super::text::is_unseen;

/// No figure, date, size or colour is longer.
const LONGEST: usize = 60;

/// The text with full-width signs made half-width, letters small, dashes and crosses alike, without blanks around it
/// and without invisible marks.
pub(super) fn folded(text: &str) -> Result<String, NotUnderstood> {
    let folded: String = text
        .chars()
        .filter(|letter| !is_unseen(*letter))
        .map(fold)
        .collect();
    let folded = folded.trim();
    let length = folded.chars().count();
    match length {
        0 => Err(NotUnderstood::Empty),
        _ if length > LONGEST => Err(NotUnderstood::TooLong {
            length,
            most: LONGEST,
        }),
        _ => Ok(folded.to_owned()),
    }
}

/// As [`folded`], without any blanks: for texts in which a blank never means anything.
pub(super) fn folded_tight(text: &str) -> Result<String, NotUnderstood> {
    Ok(folded(text)?
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .collect())
}

/// One character made the same.
fn fold(letter: char) -> char {
    match letter {
        '\u{ff01}'..='\u{ff5e}' => {
            // Half-width now; its own folding still applies: ＊ → * → x.
            char::from_u32(u32::from(letter) - 0xfee0).map_or(letter, fold)
        }
        '\u{3000}' | '\u{a0}' | '\u{2007}' | '\u{202f}' => ' ',
        '￥' => '¥',
        '–' | '—' | '−' | '‐' | '‑' => '-',
        '×' | '✕' | '✖' | '*' => 'x',
        '﹢' => '+',
        _ => letter.to_ascii_lowercase(),
    }
}

/// The text without the first of `prefixes` it begins with, and blanks after it.
pub(super) fn without_prefix<'a>(text: &'a str, prefixes: &[&str]) -> &'a str {
    prefixes
        .iter()
        .find_map(|prefix| text.strip_prefix(prefix))
        .map_or(text, str::trim_start)
}

/// The text without the first of `suffixes` it ends with, and blanks before it.
pub(super) fn without_suffix<'a>(text: &'a str, suffixes: &[&str]) -> &'a str {
    suffixes
        .iter()
        .find_map(|suffix| text.strip_suffix(suffix))
        .map_or(text, str::trim_end)
}
