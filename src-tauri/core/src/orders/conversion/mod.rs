//! 转为正式订单: what a presale or a sample order becomes (F4-2, F4-3d).
//!
//! A presale becomes customer orders whole or in parts; whatever is left waits, and once nothing is left it is 已转单. One
//! whose quantity is 待定 has no parts: it is converted once. A sample order becomes any number of customer orders and stays
//! what it is.
//!
//! **Invariant:** the parts that were converted never exceed the quantity of the presale, and what was converted whole is
//! never converted again.
//! **Invariant:** a part is counted as it was when it became an order; what is changed on that order later is its own. A customer
//! order that is cancelled gives its part back.

mod convert;
mod queries;
mod rules;

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

pub(super) use convert::{convert, converted_from, converts, presale_may_be, view};
pub(crate) use convert::{nothing_left, parts_of, taken_from};
pub use rules::{Presale, Rest};

use super::repeat::OrderLink;

/// What has become of a presale or a sample order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConversionView {
    /// Pieces that have become customer orders, as a person reads it.
    pub converted: String,
    /// Pieces that are left; none while the quantity is 待定, and on a sample order.
    pub rest: Option<String>,
    /// Whether it can be converted now.
    pub open: bool,
    /// The customer orders it became, the oldest first.
    pub parts: Vec<ConvertedPart>,
}

/// A customer order that came of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConvertedPart {
    /// The order.
    pub order: OrderLink,
    /// How many pieces, as they were when it was registered.
    pub quantity: String,
}

/// What a draft converts, and what it took over that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConvertedOrder {
    /// The presale or sample order.
    pub order: OrderLink,
    /// Code of its kind.
    pub kind: &'static str,
    /// Pieces that are left of a presale; none while its quantity is 待定, and of a sample order.
    pub rest: Option<String>,
    /// Texts that were taken over, by path.
    pub taken: BTreeMap<String, String>,
}
