//! What the window is told of hand-overs, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries;
use crate::error::DeskError;
use crate::storage::Connection;

/// Upon what a line was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "HandOverOccasion")]
pub enum Occasion {
    /// Its review was opened (S-4.3.1).
    Review,
    /// The order took effect (F7-09).
    Effect,
    /// Its sheet was issued (F1-07).
    Release,
    /// Its sheet became another version (S-4.4.2b).
    Version,
    /// The day of what is made for stock moved (F4-5e).
    DayMoved,
    /// The order was suspended (F1-11).
    Suspended,
    /// It goes on.
    Resumed,
    /// It was cancelled.
    Cancelled,
    /// Somebody entered it.
    ByHand,
}

impl Occasion {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Effect => "effect",
            Self::Release => "release",
            Self::Version => "version",
            Self::DayMoved => "day_moved",
            Self::Suspended => "suspended",
            Self::Resumed => "resumed",
            Self::Cancelled => "cancelled",
            Self::ByHand => "by_hand",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [
            Self::Review,
            Self::Effect,
            Self::Release,
            Self::Version,
            Self::DayMoved,
            Self::Suspended,
            Self::Resumed,
            Self::Cancelled,
            Self::ByHand,
        ]
        .into_iter()
        .find(|occasion| occasion.code() == code)
    }
}

/// Something that was handed over.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOverRequest {
    /// Of which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// To which department.
    pub department: String,
    /// To whom there; may be empty.
    pub person: String,
    /// What.
    pub content: String,
}

/// The word that it came.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReceiveHandOver {
    /// Which line.
    #[ts(type = "number")]
    pub hand_over_id: i64,
    /// Who says so.
    pub who: String,
}

/// A line of 转交记录.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandOverView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Upon what.
    pub occasion: Occasion,
    /// To which department.
    pub department: String,
    /// To whom there.
    pub person: String,
    /// What.
    pub content: String,
    /// When (UTC).
    pub at: String,
    /// By whom.
    pub by: String,
    /// Who said that it came.
    pub received_by: Option<String>,
    /// When (UTC).
    pub received_at: Option<String>,
}

/// Every hand-over of an order, the latest first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn views(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<HandOverView>, DeskError> {
    let lines = queries::lines(connection, order).await?;
    let view = |line: queries::Line| HandOverView {
        id: line.id,
        occasion: line.occasion,
        department: line.department,
        person: line.person,
        content: line.content,
        at: line.at,
        by: line.by,
        received_by: line.received_by,
        received_at: line.received_at,
    };
    Ok(lines.into_iter().map(view).collect())
}
