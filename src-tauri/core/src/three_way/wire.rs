//! What the window is told of the comparison, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::file_side::FileSide;
use super::rules::{Answer, SampleStand};
use super::sheet_side::Aspect;
use crate::accounts::{ApprovalRequest, Medium};

/// What somebody saw who held the sample against the sheet.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CompareSampleRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// Row by row.
    pub answers: Vec<SampleAnswer>,
}

/// Of one row.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SampleAnswer {
    /// Which row.
    pub path: String,
    /// What the sheet said when it was shown.
    pub sheet: String,
    /// What.
    pub answer: Answer,
    /// The value that differs; else empty.
    pub said: String,
}

/// Every difference that is there is let pass.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PassDifferencesRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown to the signer.
    #[ts(type = "number")]
    pub revision: i64,
    /// Why.
    pub reason: String,
    /// The yes of 销售主管 or 业务总监.
    pub approval: ApprovalRequest,
}

/// The comparison of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ThreeWayView {
    /// The samples that are held against the sheet; none where there is none.
    pub samples: Vec<String>,
    /// Row by row; empty once the sheet is issued.
    pub rows: Vec<RowView>,
    /// What stands on the issued sheet of it; none while there is no sheet.
    pub issued: Option<Vec<String>>,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ThreeWayRow")]
pub struct RowView {
    /// `component:c1.size`.
    pub path: String,
    /// What the component is called; empty for the product.
    pub component: String,
    /// What is compared.
    pub aspect: Aspect,
    /// What the sheet says.
    pub sheet: String,
    /// How the file's side stands.
    pub file: FileStand,
    /// What the file says; empty where it says nothing.
    pub file_text: String,
    /// How the sample's side stands.
    pub sample: SampleStand,
    /// The value that was measured on the sample; empty where none was said.
    pub said: String,
    /// Who compared it; empty while nobody has.
    pub by: String,
    /// When (UTC).
    pub at: Option<String>,
    /// Who let exactly this difference pass.
    pub passed: Option<DifferencePass>,
}

/// Who let a difference pass.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DifferencePass {
    /// Why.
    pub reason: String,
    /// Who signed.
    pub signer: String,
    /// When (UTC).
    pub at: String,
    /// On what it was given, when it was recorded for the signer (代录).
    pub recorded: Option<Medium>,
}

/// How the file's side of a row stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "ThreeWayFile")]
pub enum FileStand {
    /// No file can say that.
    NotAsked,
    /// Nothing is printed on it.
    NotNeeded,
    /// There is none.
    Missing,
    /// It is for all of the order, and no component is told apart in it.
    Whole,
    /// 预检 has not looked yet.
    Unseen,
    /// It is looked at by hand.
    ByHand,
    /// It says nothing of it.
    Silent,
    /// As the sheet.
    Agrees,
    /// Other than the sheet.
    Differs,
    /// Other than the sheet, and let pass when it was preflighted.
    Passed,
}

impl From<&FileSide> for FileStand {
    fn from(side: &FileSide) -> Self {
        match side {
            FileSide::NotAsked => Self::NotAsked,
            FileSide::NotNeeded => Self::NotNeeded,
            FileSide::Missing => Self::Missing,
            FileSide::Whole => Self::Whole,
            FileSide::Unseen => Self::Unseen,
            FileSide::ByHand => Self::ByHand,
            FileSide::Silent => Self::Silent,
            FileSide::Agrees(_) => Self::Agrees,
            FileSide::Differs(_) => Self::Differs,
            FileSide::Passed { .. } => Self::Passed,
        }
    }
}
