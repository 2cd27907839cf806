//! The order: taken on the phone, written down, read back to the customer, and then the ground of everything that follows.
//!
//! A form holds texts as typed ([`OrderForm`]); [`Specification`] is what they mean. [`reckon`] tells the window while
//! typing what was understood, what is wrong and what follows from it.
//!
//! States: 信息登记 (registered) → 要求已确认 (requirements confirmed) → 评审 (in review) → 已下单 (released).
//!
//! **Invariant:** a form is never lost or altered by being understood; what has no meaning stays as typed and is named.

pub mod fields;
mod figures;
mod missing;
mod places;
mod reckon;
mod specification;
mod trade_words;
mod understand;
mod value;
pub mod wire;

pub use places::{ChangedPlace, Place, diff, row_title};
pub use reckon::reckon;
pub use specification::{Record, Row, Specification};
pub use understand::FieldProblem;
pub use value::Value;
pub use wire::OrderForm;

#[cfg(test)]
mod tests;
