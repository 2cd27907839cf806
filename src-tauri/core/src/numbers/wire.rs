//! What the window sends and is told about number series.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A number series as it is laid out today.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeriesView {
    /// `order_od`, `order_os`, `order_op`, `order_of`, `task_sheet`, `sample`, `review`, `customer`.
    pub kind: &'static str,
    /// `OD-{YYYY}-{D}{000000}`.
    pub pattern: String,
    /// `year`, `month`, `day` or `never`.
    pub reset: &'static str,
    /// The first value of each period.
    pub start: i64,
    /// The number that is given next.
    pub next: String,
    /// The last one this layout gave in this period; none while there is none.
    pub last: Option<String>,
    /// Whether it ever gave a number.
    pub used: bool,
    /// How it was and will be laid out anew, by the day from which that holds, the last one first.
    pub history: Vec<SeriesChange>,
}

/// A change of a series.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SeriesChange {
    /// When (UTC).
    pub at: String,
    /// Who.
    pub by: String,
    /// Why.
    pub why: String,
    /// The pattern.
    pub pattern: String,
    /// `year`, `month`, `day` or `never`.
    pub reset: String,
    /// The first value of each period.
    pub start: String,
    /// From which day.
    pub from: String,
    /// `past`, `in_force`, `to_come` or `replaced`.
    pub state: &'static str,
}

/// A series to be laid out anew, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeSeries {
    /// Which.
    pub kind: String,
    /// The pattern.
    pub pattern: String,
    /// `year`, `month`, `day` or `never`.
    pub reset: String,
    /// The first value of each period.
    pub start: String,
    /// From which day, as typed: today or a later one.
    pub from: String,
    /// Why.
    pub why: String,
}
