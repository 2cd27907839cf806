//! 今日: what waits for whoever sits here, for the start screen.

use docket_core::today::TodayView;
use tauri::State;

use crate::error::Answer;
use crate::state::App;

/// What waits for whoever sits here.
#[tauri::command]
pub(super) async fn today_board(app: State<'_, App>) -> Answer<TodayView> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.today_board(&actor).await?)
}
