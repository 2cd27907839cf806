//! The figures of the desk.

use docket_core::reports::wire::ProcessingFigures;
use tauri::State;

use crate::error::Answer;
use crate::state::App;

/// 处理时长.
#[tauri::command]
pub(super) async fn processing_figures(app: State<'_, App>) -> Answer<ProcessingFigures> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.processing_figures().await?)
}
