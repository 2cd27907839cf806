//! Texts of the papers of an order: a field as a person reads it, and how several make one line.

use super::fields::Level;
use super::specification::Record;
use crate::clock::{as_printed, from_stored};

/// A field as a person reads it; empty where nobody has filled it.
pub(super) fn shown(level: Level, record: &Record, key: &str) -> String {
    let field = level.field(key);
    field
        .zip(record.get(key))
        .map(|(field, value)| value.shown(field))
        .unwrap_or_default()
}

/// The filled ones of `texts`, with `between` between them.
pub(super) fn joined(texts: &[String], between: &str) -> String {
    texts
        .iter()
        .filter(|text| !text.is_empty())
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(between)
}

/// `text` behind its label, where there is one.
pub(super) fn labelled(label: &str, text: String) -> String {
    if text.is_empty() {
        text
    } else {
        format!("{label} {text}")
    }
}

/// With its unit, where there is one.
pub(super) fn in_yuan(amount: String) -> String {
    if amount.is_empty() {
        amount
    } else {
        format!("{amount} 元")
    }
}

/// `text`, or `other` where it is empty.
pub(crate) fn or_else(text: String, other: &str) -> String {
    if text.is_empty() {
        other.to_owned()
    } else {
        text
    }
}

/// A stored moment as papers print it.
pub(super) fn printed(stored: &str) -> String {
    from_stored(stored).map_or_else(|_| stored.to_owned(), as_printed)
}
