//! Free proofs: asked for, approved, withdrawn, and what they cost.

use docket_core::free_proofs::{
    ApproveFreeProofRequest, FreeProofCosts, RecordFreeProofCost, RequestFreeProof,
};
use docket_core::orders::OrderPage;
use docket_core::wire::Done;
use tauri::State;

use super::orders::page;
use crate::error::Answer;
use crate::state::App;

/// Asks for a free proof.
#[tauri::command]
pub(super) async fn request_free_proof(
    app: State<'_, App>,
    request: RequestFreeProof,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.request_free_proof(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Approves a free proof.
#[tauri::command]
pub(super) async fn approve_free_proof(
    app: State<'_, App>,
    request: ApproveFreeProofRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.approve_free_proof(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Withdraws a free proof.
#[tauri::command]
pub(super) async fn withdraw_free_proof(
    app: State<'_, App>,
    free_proof_id: i64,
    reason: String,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk
        .withdraw_free_proof(&actor, free_proof_id, &reason)
        .await?;
    page(&desk, &actor, done).await
}

/// Writes down what a free proof cost.
#[tauri::command]
pub(super) async fn record_free_proof_cost(
    app: State<'_, App>,
    request: RecordFreeProofCost,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.record_free_proof_cost(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// What free proofs cost, month by month.
#[tauri::command]
pub(super) async fn free_proof_costs(app: State<'_, App>) -> Answer<FreeProofCosts> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.free_proof_costs().await?)
}
