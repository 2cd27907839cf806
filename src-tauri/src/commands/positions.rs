//! Where foil, UV, embossing and die-cutting go.

use docket_core::files::Paper;
use docket_core::orders::OrderPage;
use docket_core::positions::{FilePositions, MarkOnSample, MarkedCopyRequest, SavePositions};
use docket_core::wire::Done;
use tauri::State;

use super::orders::page;
use crate::error::Answer;
use crate::state::App;

/// What is marked on a received file.
#[tauri::command]
pub(super) async fn file_positions(app: State<'_, App>, file_id: i64) -> Answer<FilePositions> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.file_positions(file_id).await?)
}

/// Marks positions on a received file, moves and removes them.
#[tauri::command]
pub(super) async fn save_positions(
    app: State<'_, App>,
    request: SavePositions,
) -> Answer<Done<FilePositions>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.save_positions(&actor, request).await?)
}

/// Says of a sample where a process goes.
#[tauri::command]
pub(super) async fn mark_on_sample(
    app: State<'_, App>,
    request: MarkOnSample,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.mark_on_sample(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// A copy of a received file that carries its stamp, folios and positions.
#[tauri::command]
pub(super) async fn make_marked_copy(
    app: State<'_, App>,
    request: MarkedCopyRequest,
) -> Answer<Done<Paper>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.make_marked_copy(&actor, request).await?)
}

/// Removes a position.
#[tauri::command]
pub(super) async fn remove_position(app: State<'_, App>, id: i64) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.remove_position(&actor, id).await?;
    page(&desk, &actor, done).await
}
