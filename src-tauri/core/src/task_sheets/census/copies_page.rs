//! 在用纸张: the copies of the house, those that owe something first, a page at a time.

use super::queries;
use super::wire::{CopiesQuery, CopiesSummary, CopyView, copy_view};
use crate::Desk;
use crate::error::DeskError;
use crate::orders::PageFrom;

/// Rows of one page at most.
const MOST: i64 = 200;

impl Desk {
    /// A page of the copies the query lets through.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn copies_page(
        &self,
        query: &CopiesQuery,
        from: PageFrom,
        limit: i64,
    ) -> Result<Vec<CopyView>, DeskError> {
        let limit = limit.clamp(1, MOST);
        let copies = queries::page(&mut *self.read().await?, query, from, limit).await?;
        Ok(copies.into_iter().map(copy_view).collect())
    }

    /// How many copies the query lets through.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn copies_count(&self, query: &CopiesQuery) -> Result<i64, DeskError> {
        queries::count(&mut *self.read().await?, query).await
    }

    /// How many copies are in use, how many of them owe something, and how many are lost.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn copies_summary(&self) -> Result<CopiesSummary, DeskError> {
        let (live, owing, lost, holders) = queries::summary(&mut *self.read().await?).await?;
        Ok(CopiesSummary {
            live,
            owing,
            lost,
            holders,
        })
    }
}
