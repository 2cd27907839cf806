//! What the window sends and is told about the papers to the customer.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::files::Paper;

/// The papers of an order to its customer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaleView {
    /// The latest 报价单.
    pub quote: Option<SalePaperView>,
    /// The latest 订单确认书.
    pub confirmation: Option<SalePaperView>,
    /// When a confirmation was sent, the latest first.
    pub replies: Vec<ReplyView>,
    /// Working minutes from receipt to the first reply (F1-05b).
    pub reply_minutes: Option<i64>,
}

/// A paper that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SalePaperView {
    /// When (UTC).
    pub made_at: String,
    /// By whom.
    pub made_by: String,
    /// The last day on which a quote holds.
    pub valid_until: Option<String>,
    /// The order has moved on since.
    pub outdated: bool,
    /// Its last day is past.
    pub expired: bool,
    /// The paper itself.
    pub paper: Paper,
}

/// One reply to the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplyView {
    /// To whom.
    pub whom: String,
    /// Code of the way.
    pub how: String,
    /// When (UTC).
    pub at: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// It was of an earlier confirmation than the latest.
    pub earlier: bool,
}

/// 回复客户: the latest confirmation was sent.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordReply {
    /// Which order.
    pub order_id: i64,
    /// To whom.
    pub whom: String,
    /// `phone`, `wechat`, `email`, `in_person`, `fax`.
    pub how: String,
    /// When (UTC); empty means now.
    pub at: String,
}
