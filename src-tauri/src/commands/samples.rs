//! Samples: registering, stamping, their labels.

use docket_core::files::Paper;
use docket_core::orders::OrderPage;
use docket_core::samples::{RegisterSampleRequest, StampSampleRequest};
use docket_core::wire::Done;
use tauri::State;

use super::orders::page;
use crate::error::Answer;
use crate::state::App;

/// Registers a sample.
#[tauri::command]
pub(super) async fn register_sample(
    app: State<'_, App>,
    request: RegisterSampleRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.register_sample(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Gives a sample its 样本确认章.
#[tauri::command]
pub(super) async fn stamp_sample(
    app: State<'_, App>,
    request: StampSampleRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.stamp_sample(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// The labels of samples, to be stuck on them.
#[tauri::command]
pub(super) async fn sample_labels(
    app: State<'_, App>,
    order_id: i64,
    sample_ids: Vec<i64>,
) -> Answer<Done<Paper>> {
    let (desk, actor) = app.signed_in().await?;
    let labels = desk.sample_labels(&actor, order_id, &sample_ids);
    Ok(labels.await?)
}
