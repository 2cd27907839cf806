//! The census: where each printed sheet is, and what became of it.

use docket_core::files::Paper;
use docket_core::orders::{OrderPage, PageFrom};
use docket_core::task_sheets::{
    CopiesQuery, CopiesSummary, CopyView, PrintVerdict, RecordCopyRequest, ReplaceCopiesRequest,
};
use docket_core::wire::Done;
use tauri::State;

use super::orders::page;
use crate::error::Answer;
use crate::state::App;

/// Whether a printed sheet is still the one in force.
#[tauri::command]
pub(super) async fn verify_print(app: State<'_, App>, text: String) -> Answer<PrintVerdict> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.verify_print(&text).await?)
}

/// What a copy is worth, and what may be entered of it.
#[tauri::command]
pub(super) async fn copy_verdict(app: State<'_, App>, print_id: i64) -> Answer<PrintVerdict> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.copy_verdict(print_id).await?)
}

/// How many copies there are in the house.
#[tauri::command]
pub(super) async fn copies_summary(app: State<'_, App>) -> Answer<CopiesSummary> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.copies_summary().await?)
}

/// How many copies a query lets through.
#[tauri::command]
pub(super) async fn copies_count(app: State<'_, App>, query: CopiesQuery) -> Answer<i64> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.copies_count(&query).await?)
}

/// A page of them.
#[tauri::command]
pub(super) async fn copies_page(
    app: State<'_, App>,
    query: CopiesQuery,
    from: PageFrom,
    limit: i64,
) -> Answer<Vec<CopyView>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.copies_page(&query, from, limit).await?)
}

/// Enters what became of one copy.
#[tauri::command]
pub(super) async fn record_copy(
    app: State<'_, App>,
    request: RecordCopyRequest,
) -> Answer<Done<PrintVerdict>> {
    let (desk, actor) = app.signed_in().await?;
    let Done { value, changed } = desk.record_copy(&actor, request).await?;
    let value = desk.copy_verdict(value).await?;
    Ok(Done { value, changed })
}

/// 旧张已收回（换发）.
#[tauri::command]
pub(super) async fn replace_copies(
    app: State<'_, App>,
    request: ReplaceCopiesRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.replace_copies(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// 更改通知单.
#[tauri::command]
pub(super) async fn change_notice(app: State<'_, App>, amendment_id: i64) -> Answer<Done<Paper>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.change_notice(&actor, amendment_id).await?)
}
