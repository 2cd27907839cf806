//! 翻单: an order made again. What was made is known; only the dates, the customer's own number and when it came in are
//! asked anew (F2-04.1).
//!
//! The new order names the one it repeats. That is a fact of the desk, not of the form: no paper has a field for it.

mod another_product;
mod queries;
mod repeat_order;
mod rules;
mod take_over_order;

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

pub(super) use queries::{note_repeat, repeated_by, repeats};
pub(crate) use rules::OF_ONE_RUN;
pub(super) use rules::{taken_over, with_taken_over};

/// Another order, to be named and opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderLink {
    /// Its id.
    #[ts(type = "number")]
    pub id: i64,
    /// 订单号.
    pub number: String,
}

/// Which order a draft repeats, and what it took over that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RepeatedOrder {
    /// The order.
    pub order: OrderLink,
    /// Texts that were taken over, by path: quantity and price. A field that holds another text was typed.
    pub taken: BTreeMap<String, String>,
}
