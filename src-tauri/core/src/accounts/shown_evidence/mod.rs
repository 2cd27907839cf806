//! What recorded signatures stand on, to be looked at again: whoever sees the order sees its evidence.

mod queries;

use serde::Serialize;
use ts_rs::TS;

use super::Medium;
use crate::Desk;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::files::{FileHash, Paper};

/// The most a window is handed as one picture, bytes.
const LARGEST_PICTURE: u64 = 40_000_000;

/// A recorded signature with what shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShownSignature {
    /// The signature.
    #[ts(type = "number")]
    pub signature: i64,
    /// What was signed, as a code.
    pub purpose: String,
    /// Who signed.
    pub signer: String,
    /// In which capacity, as a code.
    pub capacity: String,
    /// On what.
    pub medium: Medium,
    /// When it was given (UTC).
    pub signed_at: String,
    /// Who recorded it.
    pub recorded_by: String,
    /// What came with it and what followed, in that order; none while it is still to follow.
    pub pieces: Vec<ShownPiece>,
}

/// A piece of evidence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ShownPiece {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// The name it came under.
    pub name: String,
    /// Its hash.
    pub sha256: String,
    /// How it is looked at.
    pub shows: Shows,
    /// When it was added (UTC).
    pub at: String,
    /// Who added it.
    pub by: String,
}

/// How a piece is looked at in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Shows {
    /// As a picture.
    Picture,
    /// Page by page.
    Pages,
    /// Not here: it is saved and opened with another program.
    Elsewhere,
}

impl Shows {
    /// By the ending of its name.
    fn of(name: &str) -> Self {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
        match ending.to_ascii_lowercase().as_str() {
            "png" | "jpg" | "jpeg" | "gif" | "webp" | "bmp" => Self::Picture,
            "pdf" => Self::Pages,
            _ => Self::Elsewhere,
        }
    }
}

impl Desk {
    /// The recorded signatures of an order that have evidence or wait for it, the latest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn evidence_of_order(&self, order: i64) -> Result<Vec<ShownSignature>, DeskError> {
        queries::shown_signatures(&mut *self.read().await?, order).await
    }

    /// The bytes of a piece that is shown as a picture, as they came.
    ///
    /// # Errors
    /// When there is no such piece, it is not what was kept, or it cannot be read or is too large to be shown.
    pub async fn evidence_picture(&self, piece: i64) -> Result<Vec<u8>, DeskError> {
        let found = queries::piece(&mut *self.read().await?, piece).await?;
        let (_, sha256) = found.ok_or(Failure::Missing("evidence_pieces"))?;
        let path = self.original_path(&sha256).await?;
        let hash = FileHash::read(&sha256).ok_or(Failure::Missing("file"))?;
        let store = self.store();
        // What is shown is what was signed for, or nothing.
        let read = move || {
            let size = std::fs::metadata(&path).map(|facts| facts.len());
            match size {
                Ok(size) if size > LARGEST_PICTURE => Err(Failure::Missing("picture")),
                _ => store.read_at(&path, &hash).map_err(Failure::Store),
            }
        };
        Ok(reckon_aside(read).await??)
    }

    /// A piece that is looked at page by page.
    ///
    /// # Errors
    /// When there is no such piece, or the helper process cannot read it.
    pub async fn evidence_pages(&self, piece: i64) -> Result<Paper, DeskError> {
        let found = queries::piece(&mut *self.read().await?, piece).await?;
        let (file_name, sha256) = found.ok_or(Failure::Missing("evidence_pieces"))?;
        let path = self.original_path(&sha256).await?;
        let facts = self.inspector().inspect(&path).await?;
        let pages = facts
            .pdf
            .map_or(0, |pdf| u32::try_from(pdf.pages.len()).unwrap_or(u32::MAX));
        Ok(Paper {
            sha256,
            file_name,
            pages,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_piece_is_shown_by_the_ending_of_its_name() {
        for (name, shows) in [
            ("截图.png", Shows::Picture),
            ("照片.JPG", Shows::Picture),
            ("合同.pdf", Shows::Pages),
            ("邮件.eml", Shows::Elsewhere),
            ("无名", Shows::Elsewhere),
        ] {
            assert_eq!(Shows::of(name), shows, "{name}");
        }
    }
}
