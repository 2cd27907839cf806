//! What the window sends and is told about 核实.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What was verified of an order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerificationView {
    /// Whether the house asks for it.
    pub required: bool,
    /// Whether every item holds.
    pub up_to_date: bool,
    /// All items, in the order they are asked.
    pub items: Vec<VerificationItem>,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerificationItem {
    /// `identity`, `specification`, `price`, `delivery`.
    pub item: &'static str,
    /// Whether it was verified as it stands.
    pub holds: bool,
    /// Who verified it last; empty where nobody did.
    pub by: String,
    /// When (UTC).
    pub at: String,
    /// Code of the way.
    pub how: String,
}

/// What was verified, to be entered (F1-05a).
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VerifyOrder {
    /// Which order.
    pub order_id: i64,
    /// The revision on the screen.
    pub revision: i64,
    /// Codes of the items.
    pub items: Vec<String>,
    /// `phone`, `wechat`, `email`, `in_person`, `fax`.
    pub how: String,
    /// When (UTC); empty means now.
    pub at: String,
}
