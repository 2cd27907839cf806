//! Samples: registering, where they are, pictures, stamping, their labels.

use docket_core::accounts::EvidenceRequest;
use docket_core::files::Paper;
use docket_core::orders::OrderPage;
use docket_core::samples::{
    ChangeSampleRequest, LabelsRequest, LendSampleRequest, RegisterSampleRequest,
    ReturnSampleRequest, SignSampleChangeRequest, StampSampleRequest, VoidStampRequest,
    WriteSampleChangeRequest,
};
use docket_core::wire::Done;
use tauri::State;
use tauri::ipc::Response;

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

/// Mends what is written of a sample.
#[tauri::command]
pub(super) async fn change_sample(
    app: State<'_, App>,
    request: ChangeSampleRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.change_sample(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Hangs pictures on a sample.
#[tauri::command]
pub(super) async fn add_sample_photos(
    app: State<'_, App>,
    sample_id: i64,
    photos: Vec<EvidenceRequest>,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.add_sample_photos(&actor, sample_id, photos).await?;
    page(&desk, &actor, done).await
}

/// A picture of a sample, as it came.
#[tauri::command]
pub(super) async fn sample_photo(app: State<'_, App>, photo_id: i64) -> Answer<Response> {
    let (desk, _) = app.signed_in().await?;
    Ok(Response::new(desk.sample_photo(photo_id).await?))
}

/// 借出.
#[tauri::command]
pub(super) async fn lend_sample(
    app: State<'_, App>,
    request: LendSampleRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.lend_sample(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// 归还.
#[tauri::command]
pub(super) async fn return_sample(
    app: State<'_, App>,
    request: ReturnSampleRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.return_sample(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Takes a sample out of its order.
#[tauri::command]
pub(super) async fn take_sample_out(
    app: State<'_, App>,
    sample_id: i64,
    reason: String,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.take_sample_out(&actor, sample_id, &reason).await?;
    page(&desk, &actor, done).await
}

/// Puts a sample back that was taken out.
#[tauri::command]
pub(super) async fn put_sample_back(
    app: State<'_, App>,
    sample_id: i64,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.put_sample_back(&actor, sample_id).await?;
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

/// Voids the stamp of a sample by a second one.
#[tauri::command]
pub(super) async fn void_stamp(
    app: State<'_, App>,
    request: VoidStampRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.void_stamp(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// The labels of samples, to be stuck on them.
#[tauri::command]
pub(super) async fn sample_labels(
    app: State<'_, App>,
    request: LabelsRequest,
) -> Answer<Done<Paper>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.sample_labels(&actor, &request).await?)
}

/// Notes a change that was written on a sample.
#[tauri::command]
pub(super) async fn write_sample_change(
    app: State<'_, App>,
    request: WriteSampleChangeRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.write_sample_change(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Signs beside a change on a sample.
#[tauri::command]
pub(super) async fn sign_sample_change(
    app: State<'_, App>,
    request: SignSampleChangeRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.sign_sample_change(&actor, request).await?;
    page(&desk, &actor, done).await
}
