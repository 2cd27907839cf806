//! 预检 of the customers' files.

use docket_core::files::Paper;
use docket_core::orders::OrderPage;
use docket_core::preflight::FileFacts;
use docket_core::preflight::wire::{
    CustomerMessage, FindingName, HandPreflight, LookingView, RecordContact, VersionComparison,
    WaiveFindings,
};
use docket_core::wire::Done;
use tauri::State;

use super::orders::page;
use crate::error::Answer;
use crate::state::App;

/// Reads a received file for print, and enters what is found.
#[tauri::command]
pub(super) async fn preflight_file(
    app: State<'_, App>,
    file_id: i64,
    again: bool,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.preflight_file(&actor, file_id, again).await?;
    page(&desk, &actor, done).await
}

/// Reads what waits, on whichever order; answers whether more may wait.
#[tauri::command]
pub(super) async fn preflight_waiting(app: State<'_, App>) -> Answer<Done<bool>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.preflight_waiting(&actor).await?)
}

/// How far the files are that are read just now.
#[tauri::command]
pub(super) async fn preflight_progress(app: State<'_, App>) -> Answer<Vec<LookingView>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.preflight_progress())
}

/// Calls off the reading of a file.
#[tauri::command]
pub(super) async fn call_off_preflight(
    app: State<'_, App>,
    file_id: i64,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.call_off_preflight(&actor, file_id).await?;
    page(&desk, &actor, done).await
}

/// Enters what somebody saw who looked at a file by hand.
#[tauri::command]
pub(super) async fn preflight_by_hand(
    app: State<'_, App>,
    request: HandPreflight,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.preflight_by_hand(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// Enters a talk with the customer about findings.
#[tauri::command]
pub(super) async fn record_file_contact(
    app: State<'_, App>,
    request: RecordContact,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.record_file_contact(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// Takes the signature of somebody who stands for findings.
#[tauri::command]
pub(super) async fn waive_findings(
    app: State<'_, App>,
    request: WaiveFindings,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.waive_findings(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// 预检记录 of an order's files.
#[tauri::command]
pub(super) async fn make_preflight_record(
    app: State<'_, App>,
    order_id: i64,
) -> Answer<Done<Paper>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.make_preflight_record(&actor, order_id).await?)
}

/// What the customer is told of findings.
#[tauri::command]
pub(super) async fn customer_message(
    app: State<'_, App>,
    order_id: i64,
    findings: Vec<FindingName>,
) -> Answer<CustomerMessage> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.customer_message(&actor, order_id, &findings).await?)
}

/// What a new version of a file changed of the last one.
#[tauri::command]
pub(super) async fn compare_versions(
    app: State<'_, App>,
    file_id: i64,
) -> Answer<VersionComparison> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.compare_versions(&actor, file_id).await?)
}

/// What is in a received file, as it was read.
#[tauri::command]
pub(super) async fn file_facts(app: State<'_, App>, file_id: i64) -> Answer<Option<FileFacts>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.file_facts(&actor, file_id).await?)
}
