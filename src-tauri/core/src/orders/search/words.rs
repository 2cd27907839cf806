//! The words under which an order stands in the index, and the words a term asks for. One cutting for both databases.
//!
//! Every piece of a text of one or two letters is a word; of Latin letters and digits also every piece of three. A text
//! with Chinese characters is cut a second time with their initials in their place.
//!
//! **Invariant:** a word holds only a to z and 0 to 9, so that no tokenizer has anything to decide and no query language
//! anything to misread.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::Texts;
use super::initials::initials;
use super::letters::ways_of_saying;

/// The words of all texts of an order, with a blank between them.
#[must_use]
pub fn words_of_order(texts: &Texts) -> String {
    let mut words = BTreeSet::new();
    for (_, text) in texts.each() {
        for letters in ways_of_saying(text) {
            literal_words(&letters, &mut words);
            initial_words(&letters, &mut words);
        }
    }
    words.into_iter().collect::<Vec<_>>().join(" ")
}

/// The words that every text has in which the term stands, or which it abbreviates.
pub(super) fn words_of_term(term: &[char]) -> Vec<String> {
    if term.len() < 3 {
        return vec![word(term)];
    }
    let mut words = Vec::new();
    for window in term.windows(3) {
        if window.iter().all(char::is_ascii) {
            words.push(word(window));
        } else {
            words.extend(window.windows(2).map(word));
        }
    }
    words
}

/// The pieces of a text as it stands.
fn literal_words(letters: &[char], words: &mut BTreeSet<String>) {
    words.extend(letters.windows(1).chain(letters.windows(2)).map(word));
    let threes = letters.windows(3);
    words.extend(
        threes
            .filter(|three| three.iter().all(char::is_ascii))
            .map(word),
    );
}

/// The pieces of a text with initials in the place of its characters, in every reading.
fn initial_words(letters: &[char], words: &mut BTreeSet<String>) {
    let choices: Vec<Vec<char>> = letters.iter().map(|letter| choices(*letter)).collect();
    for length in 1..=3 {
        for (window, read) in letters.windows(length).zip(choices.windows(length)) {
            if window.iter().any(|letter| !letter.is_ascii()) {
                every_reading(read, &mut String::new(), words);
            }
        }
    }
}

/// What may stand for a letter in an abbreviation.
fn choices(letter: char) -> Vec<char> {
    if letter.is_ascii() {
        vec![letter]
    } else {
        initials(letter).each().collect()
    }
}

/// Puts each way of reading `choices` behind `begun`; none where a letter has no initial.
fn every_reading(choices: &[Vec<char>], begun: &mut String, words: &mut BTreeSet<String>) {
    let Some((first, rest)) = choices.split_first() else {
        words.insert(begun.clone());
        return;
    };
    for letter in first {
        begun.push(*letter);
        every_reading(rest, begun, words);
        begun.pop();
    }
}

/// A piece as a word. What is not Latin is written as its number.
fn word(letters: &[char]) -> String {
    let mut word = String::new();
    for letter in letters {
        if letter.is_ascii() {
            word.push(*letter);
        } else {
            // Writing into a text cannot fail.
            let _ = write!(word, "u{:04x}", u32::from(*letter));
        }
    }
    word
}
