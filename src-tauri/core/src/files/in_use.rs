//! The files of an order the house works with, as others need them: by version and hash.

use std::path::PathBuf;

use super::{FileHash, MadeBy, prepress, queries};
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::storage::Connection;

/// A received file in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileInUse {
    /// Its row: one version of it.
    pub(crate) id: i64,
    /// The name it came with.
    pub(crate) name: String,
    /// Our running version.
    pub(crate) version: i64,
    /// The hash of its bytes.
    pub(crate) sha256: String,
    /// Whose work it is.
    pub(crate) made_by: MadeBy,
}

/// The files of an order in use, component by component.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn files_in_use(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<FileInUse>, DeskError> {
    let files = queries::of_order(connection, order).await?;
    Ok(files
        .into_iter()
        .filter(queries::ReceivedFile::in_use)
        .map(|file| FileInUse {
            id: file.id,
            name: file.name,
            version: file.version,
            sha256: file.sha256,
            made_by: file.made_by,
        })
        .collect())
}

/// The hash of a file that lies somewhere on this machine.
///
/// # Errors
/// When it cannot be read.
pub(crate) async fn hash_of_path(path: PathBuf) -> Result<FileHash, DeskError> {
    let hash = move || prepress::hash_of(&path).map_err(|error| Failure::file(path, error));
    Ok(reckon_aside(hash).await??)
}
