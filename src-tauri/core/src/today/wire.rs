//! What the window is told of 今日.

use serde::Serialize;
use ts_rs::TS;

use crate::accounts::Role;
use crate::task_sheets::Waiting;

/// What something on the board is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum TodayWhat {
    /// Nothing keeps its sheet back: it can be issued.
    Issue,
    /// One line of its check list is left.
    OneStep,
    /// A line waits for a signature, an opinion or money.
    Sign,
    /// A line waits for somebody's work.
    Do,
    /// A signed change waits for an approval.
    Change,
    /// A proof nobody pays for waits for an approval.
    FreeProof,
    /// Copies that are out lack a change, or are of a version that is void.
    Copies,
    /// It was suspended until a day that has come.
    Rested,
}

/// The order it is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayOrder {
    /// Its id.
    pub id: i64,
    /// 订单号.
    pub number: String,
    /// Code of 单别.
    pub kind: String,
    /// 客户; empty where the house makes for its own stock.
    pub customer: String,
    /// 产品名称.
    pub product: String,
    /// 急单.
    pub rush: bool,
    /// The delivery that holds: the confirmed one, else the one that was asked for.
    pub due: Option<String>,
    /// Days from today to it; below 0 it has passed.
    pub days_left: Option<i64>,
}

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayRow {
    /// What tells it from every other row.
    pub key: String,
    /// The order.
    pub order: TodayOrder,
    /// What it is.
    pub what: TodayWhat,
    /// The line of the check list behind it.
    pub line: Option<Waiting>,
    /// Whether it is this person's turn; else somebody else's, and it is shown because the order is hers.
    pub mine: bool,
    /// Whose turn it is.
    pub who: Vec<Role>,
    /// How many things it is, where they are counted.
    pub count: i64,
    /// Who asked for it.
    pub asked_by: String,
    /// Since when it waits (UTC); empty where that is not known.
    pub since: String,
    /// The step of the rail it opens.
    pub step: u8,
    /// The field it lands on.
    pub path: Option<String>,
}

/// 今日.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TodayView {
    /// What waits: this person's turn first, what is made for stock behind the rest of its turn, each in order of delivery.
    pub rows: Vec<TodayRow>,
    /// Whether there is more than these.
    pub more: bool,
    /// Orders of theirs whose sheet is still to be issued, those above among them.
    pub open: i64,
    /// Whether there is any order at all.
    pub any: bool,
}
