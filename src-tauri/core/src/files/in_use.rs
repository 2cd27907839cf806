//! The files of an order the house works with, as others ask for them.

use std::path::PathBuf;

use super::counting::PagesStand;
use super::prepress::{self, component_pages};
use super::queries::{components, of_order};
use super::{Counts, FileHash, MadeBy};
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::inspector::FileKind;
use crate::measures::Size;
use crate::storage::Connection;

/// A file in use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FileInUse {
    /// Its row.
    pub(crate) id: i64,
    /// Its place.
    pub(crate) place: i64,
    /// Row key of its component; empty for the order as a whole.
    pub(crate) component: String,
    /// Its name as harmless text.
    pub(crate) name: String,
    /// Our running version within its place.
    pub(crate) version: i64,
    /// Its hash.
    pub(crate) sha256: String,
    /// What its content is.
    pub(crate) kind: FileKind,
    /// How its pages count.
    pub(crate) counts: Counts,
    /// Pages, where they could be counted.
    pub(crate) pages: Option<u32>,
    /// P the files of its component bring together, where that is known; told of the first of them alone.
    pub(crate) brought: Option<u32>,
    /// Sizes of its pages as they are trimmed, each once, in the order of the pages.
    pub(crate) trims: Vec<Size>,
    /// Whose work it is.
    pub(crate) made_by: MadeBy,
    /// Who received it.
    pub(crate) received_by: Option<i64>,
}

/// Whether what was printed from those files, by row and hash, shows exactly what the house works with now.
pub(crate) fn shows_what_is_in_use(printed: &[(i64, &str)], in_use: &[FileInUse]) -> bool {
    let now = |file: &(i64, &str)| {
        in_use
            .iter()
            .any(|one| (one.id, one.sha256.as_str()) == *file)
    };
    printed.len() == in_use.len() && printed.iter().all(now)
}

/// The files in use of an order: component by component, place by place.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn files_in_use(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<FileInUse>, DeskError> {
    let files = of_order(connection, order).await?;
    if files.is_empty() {
        return Ok(Vec::new());
    }
    let sums = component_pages(&files, &components(connection, order).await?);
    let mut told: Vec<&str> = Vec::new();
    let mut in_use = Vec::new();
    for file in files.iter().filter(|file| file.in_use()) {
        let first = !told.contains(&file.component.as_str());
        told.push(&file.component);
        let sum = sums.iter().find(|sum| {
            first
                && !file.component.is_empty()
                && sum.component == file.component
                && matches!(sum.stand, PagesStand::Agree | PagesStand::Differ)
        });
        in_use.push(FileInUse {
            id: file.id,
            place: file.place,
            component: file.component.clone(),
            name: file.name.clone(),
            version: file.version,
            sha256: file.sha256.clone(),
            kind: file.examined.kind,
            counts: file.counts,
            pages: file.pages(),
            brought: sum
                .and_then(|sum| sum.sum)
                .and_then(|sum| u32::try_from(sum).ok()),
            trims: file.examined.trims(),
            made_by: file.made_by,
            received_by: file.received_by,
        });
    }
    Ok(in_use)
}

/// The hash of a file that lies somewhere on this machine.
///
/// # Errors
/// When it cannot be read.
pub(crate) async fn hash_of_path(path: PathBuf) -> Result<FileHash, DeskError> {
    let hash = move || prepress::hash_of(&path).map_err(|error| Failure::file(path, error));
    Ok(reckon_aside(hash).await??)
}
