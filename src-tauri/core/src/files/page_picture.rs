//! A page as a picture, drawn in the helper process: our own papers and customers' files alike.

use std::path::PathBuf;

use super::FileHash;
use crate::Desk;
use crate::error::{DeskError, Failure};

/// The finest picture anybody looks at on a screen.
const FINEST: u32 = 300;

impl Desk {
    /// Draws `page`, counted from 1, of the kept file `sha256` as a PNG.
    ///
    /// # Errors
    /// When the file is nowhere as it was kept, or the helper process does not draw it.
    pub async fn page_picture(
        &self,
        sha256: &str,
        page: u32,
        dpi: u32,
    ) -> Result<Vec<u8>, DeskError> {
        let (hash, dpi) = (known(sha256)?, dpi.clamp(1, FINEST));
        // A content never changes, so its picture never does.
        if let Some(drawn) = self.pages().get(&hash, page, dpi) {
            return Ok(drawn.to_vec());
        }
        let found = self.original(&hash).await?;
        let drawn = self
            .inspector()
            .render_page(found.path(), page, dpi)
            .await?;
        self.pages().put(hash, page, dpi, &drawn);
        Ok(drawn)
    }

    /// Where the original of a kept file lies now.
    ///
    /// # Errors
    /// When it is nowhere as it was kept.
    pub(crate) async fn original_path(&self, sha256: &str) -> Result<PathBuf, DeskError> {
        Ok(self.original(&known(sha256)?).await?.path().to_path_buf())
    }
}

/// A hash as the window sends it; a text that is none names no file.
pub(super) fn known(sha256: &str) -> Result<FileHash, DeskError> {
    FileHash::read(sha256).ok_or_else(|| Failure::Missing("file").into())
}
