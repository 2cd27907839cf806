//! What the window is told of the desk's figures.

use serde::Serialize;
use ts_rs::TS;

/// 处理时长: from receipt to release.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProcessingFigures {
    /// Month by month, the newest first.
    pub months: Vec<MonthFigures>,
    /// The orders that took longest, the slowest first.
    pub slowest: Vec<SlowOrder>,
}

/// One month.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthFigures {
    /// `2026-11`.
    pub month: String,
    /// Orders whose first task sheet was issued in it.
    pub issued: i64,
    /// Working minutes from receipt to release, the middle one; none without an order.
    pub median: Option<i64>,
    /// Working minutes from receipt to release, on average; none without an order.
    pub mean: Option<i64>,
    /// Orders recorded in it.
    pub recorded: i64,
    /// Of them: recorded late.
    pub late: i64,
    /// Working minutes from receipt to record, the middle one; none where none was recorded.
    pub delay: Option<i64>,
    /// 错误 preflight found in it (S-4.1.4b).
    pub faults: i64,
    /// Working minutes from finding one to telling the customer, the middle one; none where nobody was told.
    pub told: Option<i64>,
}

/// An order that took long.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SlowOrder {
    /// Its id.
    pub id: i64,
    /// 订单号.
    pub number: String,
    /// 客户.
    pub customer: String,
    /// 产品名称.
    pub product: String,
    /// When it came in, by the wall clock of the house: `2026-11-24 09:12`.
    pub received: String,
    /// When its task sheet was issued, alike.
    pub issued: String,
    /// Working minutes between.
    pub minutes: i64,
}
