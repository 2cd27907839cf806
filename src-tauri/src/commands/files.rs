//! Files of the customers.

use std::path::Path;

use docket_core::files::{ChangeFileRequest, ReceiveFileRequest, ReceivingView};
use docket_core::orders::OrderPage;
use docket_core::wire::Done;
use tauri::{AppHandle, Runtime, State};

use super::orders::page;
use crate::dialogs;
use crate::error::Answer;
use crate::state::App;

/// Lets a person pick files; the window gets their paths.
#[tauri::command]
pub(super) async fn pick_files<R: Runtime>(
    handle: AppHandle<R>,
    app: State<'_, App>,
) -> Answer<Vec<String>> {
    app.signed_in().await?;
    let picked = dialogs::picked_files(&handle).await?;
    Ok(picked
        .into_iter()
        .map(|path| path.to_string_lossy().into_owned())
        .collect())
}

/// Receives a file for a component.
#[tauri::command]
pub(super) async fn receive_file(
    app: State<'_, App>,
    request: ReceiveFileRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.receive_file(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// How far the files are that are being copied in.
#[tauri::command]
pub(super) async fn receiving(app: State<'_, App>) -> Answer<Vec<ReceivingView>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.receiving())
}

/// Calls off the copying of a file; answers whether it was being copied.
#[tauri::command]
pub(super) async fn call_off_receiving(app: State<'_, App>, path: String) -> Answer<bool> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.call_off_receiving(Path::new(&path)))
}

/// How many bytes the attachment folder still takes.
#[tauri::command]
pub(super) async fn attachment_space(app: State<'_, App>) -> Answer<u64> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.attachment_space().await?)
}

/// Moves a file to another component, or says how its pages count.
#[tauri::command]
pub(super) async fn change_file(
    app: State<'_, App>,
    request: ChangeFileRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.change_file(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Moves a file up or down among those of its component.
#[tauri::command]
pub(super) async fn move_file(
    app: State<'_, App>,
    place_id: i64,
    up: bool,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.move_file(&actor, place_id, up).await?;
    page(&desk, &actor, done).await
}

/// Takes a file out of use.
#[tauri::command]
pub(super) async fn take_file_out(
    app: State<'_, App>,
    place_id: i64,
    reason: String,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.take_file_out(&actor, place_id, &reason).await?;
    page(&desk, &actor, done).await
}

/// Puts a file back into use.
#[tauri::command]
pub(super) async fn put_file_back(app: State<'_, App>, place_id: i64) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.put_file_back(&actor, place_id).await?;
    page(&desk, &actor, done).await
}

/// One pass over the queue into the prepress folder; answers whether more is due.
#[tauri::command]
pub(super) async fn file_into_prepress(app: State<'_, App>, all: bool) -> Answer<Done<bool>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.file_into_prepress(&actor, all).await?)
}

/// Tries the copies of an order again.
#[tauri::command]
pub(super) async fn retry_prepress(app: State<'_, App>, order_id: i64) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.retry_prepress(&actor, order_id).await?;
    page(&desk, &actor, done).await
}
