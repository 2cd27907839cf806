//! What somebody typed into the search field, and whether an order is meant by it.

use std::cell::LazyCell;
use std::collections::BTreeSet;

use super::initials::initials;
use super::letters::{letters_of, ways_of_saying};
use super::words::words_of_term;
use super::{SearchedField, Texts};

/// No index is asked for more words than this; what it then answers too many is sorted out by the texts.
const MOST_WORDS: usize = 24;

/// A query: all of its terms must be found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    terms: Vec<Vec<char>>,
    /// Something was typed, but nothing that could stand in a text: signs alone find nothing.
    signs_only: bool,
}

/// Where a term was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Match {
    /// The field.
    pub field: SearchedField,
    /// What stands there.
    pub text: String,
}

impl Query {
    /// Understands what was typed: terms between blanks, each reduced to its letters and digits. Signs mean nothing.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let terms: Vec<Vec<char>> = typed
            .split_whitespace()
            .map(letters_of)
            .filter(|term| !term.is_empty())
            .collect();
        Self {
            signs_only: terms.is_empty() && !typed.trim().is_empty(),
            terms,
        }
    }

    /// Nothing was typed: every order is meant.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.terms.is_empty() && !self.signs_only
    }

    /// Nothing can be found by it.
    #[must_use]
    pub fn finds_nothing(&self) -> bool {
        self.signs_only
    }

    /// The words every order has that is meant.
    #[must_use]
    pub fn words(&self) -> Vec<String> {
        let words: BTreeSet<String> = self
            .terms
            .iter()
            .flat_map(|term| words_of_term(term))
            .collect();
        let mut words: Vec<String> = words.into_iter().collect();
        // The longest words are the rarest.
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        words.truncate(MOST_WORDS);
        words
    }

    /// Where the terms were found, each text once, when all of them were.
    #[must_use]
    pub fn found_in(&self, texts: &Texts) -> Option<Vec<Match>> {
        if self.signs_only {
            return None;
        }
        // Most terms stand in one of the first texts: none is cut that nobody looks at.
        let fields: Vec<_> = texts
            .each()
            .map(|(field, text)| (field, text, LazyCell::new(move || ways_of_saying(text))))
            .collect();
        let mut found: Vec<Match> = Vec::new();
        for term in &self.terms {
            let (field, text, _) = fields
                .iter()
                .find(|(_, _, ways)| ways.iter().any(|letters| stands_in(term, letters)))
                .or_else(|| {
                    fields
                        .iter()
                        .find(|(_, _, ways)| ways.iter().any(|letters| abbreviates(term, letters)))
                })?;
            if !found
                .iter()
                .any(|other| other.field == *field && other.text == *text)
            {
                found.push(Match {
                    field: *field,
                    text: (*text).to_owned(),
                });
            }
        }
        Some(found)
    }
}

/// Whether every term of what was typed stands in one of the names, or abbreviates it: as an order is found, so is whom it
/// is for.
pub(crate) fn names(typed: &str, names: &[&str]) -> bool {
    let query = Query::of(typed);
    let ways: Vec<Vec<char>> = names.iter().flat_map(|name| ways_of_saying(name)).collect();
    !query.terms.is_empty()
        && query.terms.iter().all(|term| {
            ways.iter()
                .any(|letters| stands_in(term, letters) || abbreviates(term, letters))
        })
}

/// Whether the term stands in the text, letter by letter.
fn stands_in(term: &[char], letters: &[char]) -> bool {
    letters.windows(term.len()).any(|window| window == term)
}

/// Whether the term is the initials of a piece of the text: each of its letters is the one that stands there, or an
/// initial of it.
fn abbreviates(term: &[char], letters: &[char]) -> bool {
    term.iter().all(char::is_ascii)
        && letters.windows(term.len()).any(|window| {
            term.iter()
                .zip(window)
                .all(|(typed, letter)| typed == letter || initials(*letter).holds(*typed))
        })
}
