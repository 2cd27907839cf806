//! A paper on its way to the printer or into a folder.

use super::FileRefusal;
use super::page_picture::known;
use crate::Desk;
use crate::error::{DeskError, Failure};
use crate::task_sheets;

impl Desk {
    /// The bytes of a kept paper, checked against its hash. A frozen task sheet leaves the desk only as a numbered print
    /// or as a copy marked 非打印件 (F2-04.4b).
    ///
    /// # Errors
    /// When it is a frozen sheet, not in the store, or not what was kept.
    pub async fn outgoing_paper(&self, sha256: &str) -> Result<Vec<u8>, DeskError> {
        let hash = known(sha256)?;
        if task_sheets::queries::is_frozen_sheet(&mut *self.read().await?, hash.as_str()).await? {
            return Err(FileRefusal::FrozenSheet.into());
        }
        let store = self.store().clone();
        let read = crate::desk::reckon_aside(move || store.read(&hash)).await?;
        Ok(read.map_err(Failure::Store)?)
    }
}
