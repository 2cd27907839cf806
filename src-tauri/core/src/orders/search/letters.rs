//! A text as it is searched: its letters and digits alone.

use unicode_normalization::UnicodeNormalization as _;

/// The letters and digits of `text`, small, half-width and without accents. Everything between them is left out, so that
/// `OD-2026-A000317` is found by `2026a000317`, and a telephone number however it is grouped.
pub(super) fn letters_of(text: &str) -> Vec<char> {
    text.nfkd()
        .flat_map(char::to_lowercase)
        .filter(|letter| letter.is_alphanumeric())
        .collect()
}

/// The ways a text is said: 深圳市彩源 also without its 市, 广东省 without its 省.
pub(super) fn ways_of_saying(text: &str) -> Vec<Vec<char>> {
    let letters = letters_of(text);
    let short: Vec<char> = letters
        .iter()
        .copied()
        .filter(|letter| !matches!(letter, '市' | '省'))
        .collect();
    if short.len() == letters.len() || short.is_empty() {
        vec![letters]
    } else {
        vec![letters, short]
    }
}
