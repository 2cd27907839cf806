//! Papers on the screen, on the printer and in a folder.

use docket_core::wire::Done;
use serde::Serialize;
use tauri::ipc::Response;
use tauri::{AppHandle, Runtime, State};
use ts_rs::TS;

use crate::dialogs;
use crate::error::Answer;
use crate::platform::{self, Printer};
use crate::saving;
use crate::state::App;

/// A picture crosses as bytes, not as JSON.
#[derive(Clone, Copy, Debug, TS)]
#[ts(type = "ArrayBuffer")]
pub struct Picture;

/// Where a paper was saved.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SavedPaper {
    /// The file.
    pub path: String,
    /// Whether it got another name because the one chosen is open elsewhere.
    pub renamed: bool,
}

/// A page as a PNG.
#[tauri::command]
pub(super) async fn page_picture(
    app: State<'_, App>,
    sha256: String,
    page: u32,
    dpi: u32,
) -> Answer<Response> {
    let (desk, _) = app.signed_in().await?;
    Ok(Response::new(desk.page_picture(&sha256, page, dpi).await?))
}

/// Dots per inch of a page that is saved as a picture: enough to read small print on a telephone.
const SAVED_DPI: u32 = 110;

/// Saves a page as a PNG where the person says.
#[tauri::command]
pub(super) async fn save_page_picture<R: Runtime>(
    handle: AppHandle<R>,
    app: State<'_, App>,
    sha256: String,
    page: u32,
    file_name: String,
) -> Answer<Option<SavedPaper>> {
    let (desk, _) = app.signed_in().await?;
    let png = desk.page_picture(&sha256, page, SAVED_DPI).await?;
    match dialogs::where_to_save(&handle, &file_name).await? {
        Some(path) => Ok(Some(saving::save(png, path).await?)),
        None => Ok(None),
    }
}

/// The printers of this machine.
#[tauri::command]
pub(super) async fn printers(app: State<'_, App>) -> Answer<Vec<Printer>> {
    app.signed_in().await?;
    saving::aside(platform::printers).await
}

/// Prints a paper that needs no number.
#[tauri::command]
pub(super) async fn print_paper(
    app: State<'_, App>,
    sha256: String,
    file_name: String,
    printer: String,
    copies: u32,
) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    let (pdf, most) = desk.outgoing_paper(&actor, &sha256).await?;
    saving::print(pdf, file_name, printer, copies.clamp(1, most)).await?;
    Ok(Done {
        value: (),
        changed: Vec::new(),
    })
}

/// Saves a paper where the person says.
#[tauri::command]
pub(super) async fn save_paper<R: Runtime>(
    handle: AppHandle<R>,
    app: State<'_, App>,
    sha256: String,
    file_name: String,
) -> Answer<Option<SavedPaper>> {
    let (desk, actor) = app.signed_in().await?;
    let (pdf, _) = desk.outgoing_paper(&actor, &sha256).await?;
    match dialogs::where_to_save(&handle, &file_name).await? {
        Some(path) => Ok(Some(saving::save(pdf, path).await?)),
        None => Ok(None),
    }
}
