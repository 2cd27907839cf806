//! An order is suspended, goes on, or is cancelled.

use docket_core::halts::{
    CancelOrderRequest, CancelPreview, ResumeOrderRequest, SuspendOrderRequest,
};
use docket_core::orders::OrderPage;
use docket_core::wire::Done;
use tauri::State;

use super::orders::page;
use crate::error::Answer;
use crate::state::App;

/// An order rests.
#[tauri::command]
pub(super) async fn suspend_order(
    app: State<'_, App>,
    request: SuspendOrderRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.suspend_order(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// A suspended order goes on.
#[tauri::command]
pub(super) async fn resume_order(
    app: State<'_, App>,
    request: ResumeOrderRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.resume_order(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// What cancelling an order would ask for and bring about.
#[tauri::command]
pub(super) async fn preview_cancel(app: State<'_, App>, order_id: i64) -> Answer<CancelPreview> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.preview_cancel(order_id).await?)
}

/// An order comes to nothing, for good.
#[tauri::command]
pub(super) async fn cancel_order(
    app: State<'_, App>,
    request: CancelOrderRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.cancel_order(&actor, request).await?;
    page(&desk, &actor, done).await
}
