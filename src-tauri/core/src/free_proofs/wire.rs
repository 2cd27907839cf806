//! What the window is told of free proofs, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries::{self, FreeProofRow};
use crate::accounts::{ApprovalRequest, Medium as SignedOn};
use crate::error::DeskError;
use crate::files::Paper;
use crate::samples::Medium;
use crate::settings;
use crate::storage::Connection;

/// A free proof that is asked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RequestFreeProof {
    /// Of which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// What it is.
    pub medium: Medium,
    /// What is proofed: which pieces, which pages.
    pub content: String,
    /// How many.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Why nobody pays for it.
    pub reason: String,
}

/// The supervisor's yes.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApproveFreeProofRequest {
    /// Which.
    #[ts(type = "number")]
    pub free_proof_id: i64,
    /// The yes.
    pub approval: ApprovalRequest,
}

/// What a free proof cost.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordFreeProofCost {
    /// Which.
    #[ts(type = "number")]
    pub free_proof_id: i64,
    /// As typed.
    pub cost: String,
    /// What of: paper, machine, carriage.
    pub note: String,
}

/// The free proofs of an order on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FreeProofsView {
    /// Whether the house makes any.
    pub on: bool,
    /// Every one, the latest first.
    pub proofs: Vec<FreeProofView>,
}

/// A free proof.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FreeProofView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// Its number, once it is approved.
    pub number: Option<String>,
    /// What it is.
    pub medium: Medium,
    /// What is proofed.
    pub content: String,
    /// How many.
    #[ts(type = "number")]
    pub quantity: i64,
    /// Why nobody pays for it.
    pub reason: String,
    /// Who asked for it.
    pub requested_by: String,
    /// When (UTC).
    pub requested_at: String,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// On what, when it was recorded (代录).
    pub recorded: Option<crate::accounts::Medium>,
    /// When (UTC).
    pub approved_at: Option<String>,
    /// Its paper.
    pub paper: Option<Paper>,
    /// What it cost: `86.40`.
    pub cost: Option<String>,
    /// What of.
    pub cost_note: String,
    /// Why it was withdrawn; empty unless it was.
    pub withdrawn: String,
}

/// What free proofs cost.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FreeProofCosts {
    /// Month by month, the latest first; a month without any is left out.
    pub months: Vec<MonthCost>,
    /// Every one, the latest first.
    pub lines: Vec<FreeProofCost>,
}

/// A month of free proofs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MonthCost {
    /// `2026-11`.
    pub month: String,
    /// How many.
    #[ts(type = "number")]
    pub count: i64,
    /// Of how many nobody has said what they cost.
    #[ts(type = "number")]
    pub open: i64,
    /// What the others cost, in all.
    pub cost: String,
}

/// A free proof in the list of costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FreeProofCost {
    /// Its order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// `2026-11`.
    pub month: String,
    /// Its number.
    pub number: String,
    /// 订单号.
    pub order_number: String,
    /// 客户.
    pub customer: String,
    /// 产品.
    pub product: String,
    /// What was proofed.
    pub content: String,
    /// Who approved it.
    pub approved_by: String,
    /// 代录: on what the person said it; none where the person signed here.
    pub recorded: Option<SignedOn>,
    /// What it cost, once somebody has said.
    pub cost: Option<String>,
}

/// The free proofs of an order.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn view(
    connection: &mut Connection,
    order: i64,
    today: chrono::NaiveDate,
) -> Result<FreeProofsView, DeskError> {
    let rules = settings::in_force(connection, today).await?;
    let rows = queries::of_order(connection, order).await?;
    Ok(FreeProofsView {
        on: rules.free_proofs,
        proofs: rows.into_iter().map(proof_view).collect(),
    })
}

fn proof_view(row: FreeProofRow) -> FreeProofView {
    let paper = row
        .sheet
        .zip(row.number.clone())
        .map(|(sha256, number)| Paper {
            sha256,
            file_name: format!("免费打样-{number}.pdf"),
            pages: 1,
        });
    let (approved_by, recorded, approved_at) = match row.approved {
        Some((signer, recorded, at)) => (Some(signer), recorded, Some(at)),
        None => (None, None, None),
    };
    FreeProofView {
        id: row.id,
        number: row.number,
        medium: row.medium,
        content: row.content,
        quantity: row.quantity,
        reason: row.reason,
        requested_by: row.requested_by,
        requested_at: row.requested_at,
        approved_by,
        recorded,
        approved_at,
        paper,
        cost: row.cost.map(|cost| cost.to_string()),
        cost_note: row.cost_note,
        withdrawn: row.withdrawn,
    }
}
