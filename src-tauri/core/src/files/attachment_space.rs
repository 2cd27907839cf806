//! How much room is left for files.

use crate::Desk;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};

impl Desk {
    /// Bytes that may still be written into the attachment folder.
    ///
    /// # Errors
    /// When the folder cannot be asked.
    pub async fn attachment_space(&self) -> Result<u64, DeskError> {
        let store = self.store().clone();
        Ok(reckon_aside(move || store.free_space())
            .await?
            .map_err(Failure::Store)?)
    }
}
