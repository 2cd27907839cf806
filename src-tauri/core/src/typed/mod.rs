//! The one reading of what people type, for every field of every form and for pasted messages.
//!
//! Full-width figures, Chinese numerals, trade shorthand (2千, 大16开, 双面四色, 下周三, +5) are all understood here and
//! nowhere else, so that a field means the same wherever it stands. What was understood is shown at once beside the
//! field; what was not is a [`NotUnderstood`] with its facts, and the typed text stays as it is.
//!
//! **Invariant:** nothing is guessed. Where a text has two readings it is [`NotUnderstood::Ambiguous`] and names both.
//! **Invariant:** what a measure's `Display` writes is read back as the same value.
//! **Invariant:** no text, however absurd, panics or takes longer than its length.

mod amounts;
mod colours;
mod dates;
mod day_words;
mod fold;
mod lengths;
mod not_understood;
mod numbers;
mod sizes;
mod text;
mod times;

pub use amounts::{
    half_days, integer, money, percent, quantity, reams, shown_half_days, unit_price,
};
pub use colours::{colours, spots};
pub use dates::{Expected, date};
pub use lengths::{is_thickness, micrometres, millimetres, signed_millimetres, some_millimetres};
pub use not_understood::NotUnderstood;
pub use sizes::{reel, size};
pub use text::{LONGEST_NAME, clean_lines, clean_text};
pub use times::time;

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
