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
