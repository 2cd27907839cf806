//! Files of the customers.

use docket_core::files::ReceiveFileRequest;
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
