//! What is marked on a received file, and how large its pages are as people see them.

use super::queries::{self, FileToMark};
use super::wire::file_view;
use super::{FilePositions, PositionRefusal};
use crate::Desk;
use crate::error::DeskError;
use crate::files::{MOST_RUNS, PageRun};

impl Desk {
    /// What is marked on the received file `id`.
    ///
    /// # Errors
    /// When it is not the version in use, or its pages cannot be shown.
    pub async fn file_positions(&self, id: i64) -> Result<FilePositions, DeskError> {
        let (file, rows) = {
            let mut reader = self.read().await?;
            let file = queries::file(&mut reader, id)
                .await?
                .ok_or(PositionRefusal::NotInUse)?;
            let rows = queries::of_order(&mut reader, file.order).await?;
            (file, rows)
        };
        let runs = self.page_runs(&file).await?;
        Ok(file_view(&file, &runs, &rows))
    }

    /// The pages of a file by their boxes, from the first to the last.
    ///
    /// # Errors
    /// When it is not in use, or its pages were never read or cannot be read now.
    pub(super) async fn page_runs(&self, file: &FileToMark) -> Result<Vec<PageRun>, DeskError> {
        if !file.in_use {
            return Err(PositionRefusal::NotInUse.into());
        }
        let no_pages = || PositionRefusal::NoPages {
            name: file.name.clone(),
        };
        if file.examined.pages.is_none_or(|pages| pages == 0) || file.examined.runs.is_empty() {
            return Err(no_pages().into());
        }
        if file.examined.runs.len() < MOST_RUNS {
            return Ok(file.examined.runs.clone());
        }
        // Only the first runs of a restless file are kept beside it: it is read again.
        let path = self.original_path(&file.sha256).await?;
        let pdf = self.inspector().inspect(&path).await?.pdf;
        let pages = pdf.ok_or_else(no_pages)?.pages;
        let runs = (1..).zip(pages);
        Ok(runs.map(|(page, facts)| PageRun { page, facts }).collect())
    }
}

/// The boxes of a page: those of the last run that begins on it or before.
pub(super) fn run_of(runs: &[PageRun], page: u32) -> Option<&PageRun> {
    runs.iter().rev().find(|run| run.page <= page)
}
