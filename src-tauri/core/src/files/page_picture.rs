//! A page as a picture, drawn in the helper process: our own papers and customers' files alike.

use super::FileHash;
use crate::Desk;
use crate::error::{DeskError, Failure};

/// The finest picture anybody looks at on a screen.
const FINEST: u32 = 300;

impl Desk {
    /// Draws `page`, counted from 1, of the kept file `sha256` as a PNG.
    ///
    /// # Errors
    /// When the file is not in the store, or the helper process does not draw it.
    pub async fn page_picture(
        &self,
        sha256: &str,
        page: u32,
        dpi: u32,
    ) -> Result<Vec<u8>, DeskError> {
        let path = self.kept_path(sha256)?;
        let drawn = self
            .inspector()
            .render_page(&path, page, dpi.clamp(1, FINEST));
        Ok(drawn.await?)
    }

    /// Where a kept file lies.
    pub(crate) fn kept_path(&self, sha256: &str) -> Result<std::path::PathBuf, DeskError> {
        let path = self.store().path_of(&known(sha256)?);
        Ok(path.map_err(Failure::Store)?)
    }
}

/// A hash as the window sends it; a text that is none names no file.
pub(super) fn known(sha256: &str) -> Result<FileHash, DeskError> {
    FileHash::read(sha256).ok_or_else(|| Failure::Missing("file").into())
}
