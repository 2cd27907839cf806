//! The system's own dialogs: which files to take, and where to put one.
//!
//! No test can reach a native dialog, so a debug build can be told its answer; what ships listens to nothing of the kind.

use std::path::{Path, PathBuf};

use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::{DialogExt as _, FilePath};
use tokio::sync::oneshot;

use crate::error::{Answer, CommandError};
use crate::start::from_environment;

/// The files a person picks; none when they think better of it.
pub(crate) async fn picked_files<R: Runtime>(handle: &AppHandle<R>) -> Answer<Vec<PathBuf>> {
    if let Some(told) = from_environment("DOCKET_PICK_FILES") {
        return Ok(std::env::split_paths(&told).collect());
    }
    let (answer, answered) = oneshot::channel();
    handle.dialog().file().pick_files(move |picked| {
        // Nobody waits any more when the window was closed meanwhile.
        let _ = answer.send(picked);
    });
    let picked = answered.await.map_err(closed)?.unwrap_or_default();
    picked.into_iter().map(path_of).collect()
}

/// The folder a person picks, beginning at `from` where that is one; none when they think better of it.
pub(crate) async fn picked_folder<R: Runtime>(
    handle: &AppHandle<R>,
    from: &Path,
) -> Answer<Option<PathBuf>> {
    if let Some(told) = from_environment("DOCKET_PICK_FOLDER") {
        return Ok(Some(PathBuf::from(told)));
    }
    let (answer, answered) = oneshot::channel();
    let mut dialog = handle.dialog().file();
    if let Some(there) = from.ancestors().find(|folder| folder.is_dir()) {
        dialog = dialog.set_directory(there);
    }
    dialog.pick_folder(move |picked| {
        let _ = answer.send(picked);
    });
    answered.await.map_err(closed)?.map(path_of).transpose()
}

/// Where a person wants `file_name`; none when they think better of it.
pub(crate) async fn where_to_save<R: Runtime>(
    handle: &AppHandle<R>,
    file_name: &str,
) -> Answer<Option<PathBuf>> {
    if let Some(folder) = from_environment("DOCKET_SAVE_TO") {
        return Ok(Some(PathBuf::from(folder).join(file_name)));
    }
    let (answer, answered) = oneshot::channel();
    let dialog = handle.dialog().file().set_file_name(file_name);
    // Evidence is of any kind; what has no ending gets none.
    let dialog = match file_name.rsplit_once('.') {
        Some((_, ending)) if !ending.is_empty() => {
            dialog.add_filter(ending.to_uppercase(), &[ending])
        }
        _ => dialog,
    };
    dialog.save_file(move |chosen| {
        let _ = answer.send(chosen);
    });
    answered.await.map_err(closed)?.map(path_of).transpose()
}

fn path_of(picked: FilePath) -> Answer<PathBuf> {
    picked
        .into_path()
        .map_err(|error| CommandError::of_the_shell("file_failed", error))
}

fn closed(error: oneshot::error::RecvError) -> CommandError {
    CommandError::of_the_shell("dialog_closed", error)
}
