//! A text as it is searched: its letters and digits alone.

use unicode_normalization::UnicodeNormalization as _;

/// The letters and digits of `text`, small, half-width and without accents. Everything between them is left out, so that
/// `OD-2026-A000317` is found by `2026a000317`, and a telephone number however it is grouped.
pub(super) fn letters_of(text: &str) -> Vec<char> {
    let letters = text.chars();
    if letters.clone().all(is_plain) {
        return letters
            .filter(|letter| letter.is_alphanumeric())
            .map(|letter| letter.to_ascii_lowercase())
            .collect();
    }
    folded(text)
}

/// Nothing but its capitals is folded of it: nearly all that is typed, and a search folds dozens of orders at every key.
const fn is_plain(letter: char) -> bool {
    letter.is_ascii() || matches!(letter, '\u{4e00}'..='\u{9fff}')
}

fn folded(text: &str) -> Vec<char> {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_letter_is_folded_as_every_other_one_is() {
        let plain = (0..=0x9fff)
            .filter_map(char::from_u32)
            .filter(|letter| is_plain(*letter));
        for letter in plain {
            let text = letter.to_string();
            assert_eq!(letters_of(&text), folded(&text), "{letter:?}");
        }
        let mixed = "OD-2026-A000317 深圳市彩源 Ａ４ Café";
        assert_eq!(letters_of(mixed), folded(mixed));
    }
}
