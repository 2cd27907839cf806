//! The rules of the house, its number series and the processes it masters.

use docket_core::files::{AttachmentFolderView, BroughtAlong, ChangeFolder, FolderView};
use docket_core::numbers::wire::ChangeSeries;
use docket_core::settings::wire::{ChangeSetting, HousePresets, SettingsPage};
use docket_core::storage::Topic;
use docket_core::wire::Done;
use tauri::State;

use crate::error::Answer;
use crate::folders::prepare_one;
use crate::saving::aside;
use crate::state::App;

/// The settings screen.
#[tauri::command]
pub(super) async fn settings_page(app: State<'_, App>) -> Answer<SettingsPage> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.settings_page(&actor).await?)
}

/// The lists of words the house offers.
#[tauri::command]
pub(super) async fn house_presets(app: State<'_, App>) -> Answer<HousePresets> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.house_presets().await?)
}

/// Sets a rule from a day on.
#[tauri::command]
pub(super) async fn change_setting(
    app: State<'_, App>,
    request: ChangeSetting,
) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.change_setting(&actor, &request).await?)
}

/// Lays a number series out anew.
#[tauri::command]
pub(super) async fn change_series(app: State<'_, App>, request: ChangeSeries) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.change_series(&actor, &request).await?)
}

/// Marks a process 成熟.
#[tauri::command]
pub(super) async fn mark_mature(app: State<'_, App>, name: String) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.mark_mature(&actor, &name).await?)
}

/// Takes the mark of a process back.
#[tauri::command]
pub(super) async fn unmark_mature(app: State<'_, App>, id: i64) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.unmark_mature(&actor, id).await?)
}

/// Marks a product 常规畅销.
#[tauri::command]
pub(super) async fn mark_regular(app: State<'_, App>, name: String) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.mark_regular(&actor, &name).await?)
}

/// Takes the mark of a product back.
#[tauri::command]
pub(super) async fn unmark_regular(app: State<'_, App>, id: i64) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.unmark_regular(&actor, id).await?)
}

/// Where this desk files for prepress.
#[tauri::command]
pub(super) async fn prepress_folder(app: State<'_, App>) -> Answer<FolderView> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.prepress_folder().await?)
}

/// Files into another folder from now on, also after the next start; the practice desk has its own and forgets it.
#[tauri::command]
pub(super) async fn change_prepress_folder(
    app: State<'_, App>,
    request: ChangeFolder,
) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    let folder = request.folder.trim().to_owned();
    aside(move || prepare_one(&folder)).await??;
    let done = desk.change_prepress_folder(&actor, &request).await?;
    app.keep_prepress(&desk, request.folder.trim()).await?;
    Ok(done)
}

/// Where this desk keeps files, and where it kept them before.
#[tauri::command]
pub(super) async fn attachment_folder(app: State<'_, App>) -> Answer<AttachmentFolderView> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.attachment_folder().await?)
}

/// Keeps files in another folder from now on, also after the next start; the practice desk has its own and forgets it.
#[tauri::command]
pub(super) async fn change_attachment_folder(
    app: State<'_, App>,
    request: ChangeFolder,
) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    let folder = request.folder.trim().to_owned();
    aside(move || prepare_one(&folder)).await??;
    app.change_attachments(&desk, &actor, &request).await
}

/// Brings along what lies in an attachment folder of before; how far it is, is asked as for a file that is received.
#[tauri::command]
pub(super) async fn bring_attachments(
    app: State<'_, App>,
    former: String,
) -> Answer<Done<BroughtAlong>> {
    let (desk, actor) = app.signed_in().await?;
    let value = desk.bring_attachments(&actor, &former).await?;
    app.keep_former(&desk).await?;
    let changed = vec![Topic::settings()];
    Ok(Done { value, changed })
}
