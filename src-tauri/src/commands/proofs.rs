//! Proofs: the lane, the rounds, and what became of them.

use docket_core::orders::OrderPage;
use docket_core::proofs::{
    AnswerProofRequest, BindDummyRequest, CheckItem, ChooseLaneRequest, PrintProofRequest,
};
use docket_core::wire::Done;
use tauri::State;

use super::orders::page;
use crate::error::Answer;
use crate::state::App;

/// Chooses a lane, or gives it up.
#[tauri::command]
pub(super) async fn choose_lane(
    app: State<'_, App>,
    request: ChooseLaneRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.choose_lane(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Notes that the next round was printed.
#[tauri::command]
pub(super) async fn print_proof(
    app: State<'_, App>,
    request: PrintProofRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.print_proof(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Notes that a proof was looked over.
#[tauri::command]
pub(super) async fn check_proof(
    app: State<'_, App>,
    proof_id: i64,
    items: Vec<CheckItem>,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.check_proof(&actor, proof_id, &items).await?;
    page(&desk, &actor, done).await
}

/// Notes how the dummy of a proof is.
#[tauri::command]
pub(super) async fn bind_dummy(
    app: State<'_, App>,
    request: BindDummyRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.bind_dummy(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Enters what became of a proof.
#[tauri::command]
pub(super) async fn answer_proof(
    app: State<'_, App>,
    request: AnswerProofRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.answer_proof(&actor, request).await?;
    page(&desk, &actor, done).await
}
