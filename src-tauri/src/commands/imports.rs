//! Taking tables over.

use docket_core::imports::wire::{ImportPreview, ImportTable};
use docket_core::wire::Done;
use tauri::State;

use crate::error::Answer;
use crate::state::App;

/// What would be made of a table.
#[tauri::command]
pub(super) async fn import_preview(
    app: State<'_, App>,
    request: ImportTable,
) -> Answer<ImportPreview> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.import_preview(&request).await?)
}

/// Takes a table over, whole or not at all.
#[tauri::command]
pub(super) async fn import_table(
    app: State<'_, App>,
    request: ImportTable,
) -> Answer<Done<ImportPreview>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.import_table(&actor, &request).await?)
}
