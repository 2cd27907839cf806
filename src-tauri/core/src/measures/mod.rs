//! The measures of the trade: money, unit prices, percentages, lengths, sizes and quantities.
//!
//! Each is a whole number in the smallest unit the trade writes down, so nothing is ever rounded by accident:
//! [`Fen`] in 分, [`UnitPrice`] in 1/10000 元, [`Percent`] in 1/100 %, [`Millimetres`] in tenths, [`Micrometres`] and
//! [`Quantity`] in ones. They are stored and sent as that bare number and written out by `Display`.
//!
//! **Invariant:** no float takes part in a price, a quantity or a sheet count; only [`Millimetres::points`] leaves whole numbers.
//! **Invariant:** arithmetic that may overflow answers `None`; nothing here wraps or panics.
//! **Invariant:** what `Display` writes is understood again by [`crate::typed`] as the same value.

mod capitals;
mod figures;
mod lengths;
mod money;
mod percent;
mod quantity;

pub use capitals::NoCapitals;
pub(crate) use figures::decimal;
pub use lengths::{Micrometres, Millimetres, Size};
pub use money::{Fen, UnitPrice};
pub use percent::Percent;
pub use quantity::Quantity;

#[cfg(test)]
mod tests;
