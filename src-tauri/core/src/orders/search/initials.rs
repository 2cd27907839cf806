//! The initials of a character's pinyin. The only place that knows where they come from.

use pinyin::ToPinyinMulti as _;

/// The initials of every reading of `letter`: 长 gives c and z. Empty for what has no pinyin.
pub(super) fn initials(letter: char) -> Initials {
    let mut found = Initials::default();
    for reading in letter.to_pinyin_multi().into_iter().flatten() {
        found.take(reading.first_letter());
    }
    found
}

/// At most this many letters of a text are told, and this many texts at once: a list of a form is far below both.
const MOST_LETTERS: usize = 60;
const MOST_TEXTS: usize = 2_000;

/// What each character of each text may be called by when a list is searched by pinyin: the initials of its readings
/// (长 is "cz"), itself in lower case where it has none. One list of characters for each text.
#[must_use]
pub fn initials_of(texts: &[String]) -> Vec<Vec<String>> {
    let letter = |letter: char| {
        let found: String = initials(letter).each().collect();
        if found.is_empty() {
            letter.to_lowercase().collect()
        } else {
            found
        }
    };
    texts
        .iter()
        .take(MOST_TEXTS)
        .map(|text| text.chars().take(MOST_LETTERS).map(letter).collect())
        .collect()
}

/// A set of the letters a to z.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Initials(u32);

impl Initials {
    fn take(&mut self, letter: &str) {
        if let Some(bit) = letter.bytes().next().and_then(bit) {
            self.0 |= bit;
        }
    }

    /// Whether `letter` is one of them.
    pub(super) fn holds(self, letter: char) -> bool {
        u8::try_from(letter)
            .ok()
            .and_then(bit)
            .is_some_and(|bit| self.0 & bit != 0)
    }

    /// Each of them.
    pub(super) fn each(self) -> impl Iterator<Item = char> {
        ('a'..='z').filter(move |letter| self.holds(*letter))
    }
}

fn bit(letter: u8) -> Option<u32> {
    letter
        .is_ascii_lowercase()
        .then(|| 1_u32 << (letter - b'a'))
}
