//! Where the original of a content lies: in the attachment folder, or, above a size the house sets, in the prepress folder
//! alone, held by its hash.
//!
//! A customer's file leaves the attachment folder only for a copy in the prepress folder that was read again and made
//! durable a moment before, and only while every file of that content has its copy. Evidence and papers of our own never
//! leave. Who wants the bytes asks [`Desk::original`], and nobody else knows where they lie.
//!
//! **Invariant:** a content is at every moment in the attachment folder, or whole in the prepress folder.
//! **Invariant:** a copy in the prepress folder, where others write, counts only by its hash, read again each time.
//! **Invariant:** a content leaves while the writing door is held, and is named by a new row only behind the same door,
//! where it is looked for once more: no row can name what is just leaving.

mod find;
mod leave;
mod proof;
mod queries;

use crate::Desk;
use crate::desk::reckon_aside;
use crate::error::DeskError;

use super::FileHash;

pub(super) use find::{Found, Sought, as_received, find};
pub use queries::store_row;
pub(super) use queries::{sought, store_received};

impl Desk {
    /// Finds the original of a content: the attachment folder first, else a copy in the prepress folder whose hash is read
    /// for this.
    ///
    /// # Errors
    /// When it is in neither: the prepress folder that holds it is away, or what lies there is not what was received.
    pub(super) async fn original(&self, sha256: &FileHash) -> Result<Found, DeskError> {
        if let Ok(path) = self.store().path_of(sha256) {
            return Ok(Found::Stored(path));
        }
        let sought = sought(&mut *self.read().await?, sha256).await?;
        let (store, root) = (self.store(), self.prepress());
        reckon_aside(move || find(&store, &root, &sought)).await?
    }
}
