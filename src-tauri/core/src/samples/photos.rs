//! Pictures of a sample: pasted, dropped or chosen, kept by content, shown as they came.

use crate::Desk;
use crate::accounts::{Actor, EvidenceRequest};
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::files::{FileHash, KeptPieces};
use crate::inspector::FileKind;
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

use super::{SampleRefusal, queries};

/// The most one picture may have, bytes.
const LARGEST: usize = 25_000_000;
/// How many bytes tell a picture's kind.
const HEAD: usize = 16;

/// Pictures that are durable, on their way into an act.
#[derive(Clone, Debug, Default)]
pub(super) struct KeptPhotos(KeptPieces);

impl Desk {
    /// Keeps pictures, each of which has to be one a window shows.
    ///
    /// # Errors
    /// When one cannot be read or kept, is no picture, or is too large.
    pub(super) async fn keep_photos(
        &self,
        photos: Vec<EvidenceRequest>,
    ) -> Result<KeptPhotos, DeskError> {
        if photos.is_empty() {
            return Err(SampleRefusal::NoPicture.into());
        }
        let kept = self.keep_pieces(photos).await?;
        let store = self.store();
        let pieces = kept.pieces().to_vec();
        let check = move || -> Result<(), DeskError> {
            for piece in pieces {
                let hash = FileHash::read(&piece.sha256).ok_or(Failure::Missing("file"))?;
                let bytes = store.read(&hash).map_err(Failure::Store)?;
                let kind = FileKind::of(bytes.get(..HEAD).unwrap_or(&bytes));
                let shown = matches!(kind, FileKind::Jpeg | FileKind::Png);
                if !shown || bytes.len() > LARGEST {
                    return Err(SampleRefusal::NotAPicture { name: piece.name }.into());
                }
            }
            Ok(())
        };
        reckon_aside(check).await??;
        Ok(KeptPhotos(kept))
    }

    /// Hangs pictures on a sample. Answers the order.
    ///
    /// # Errors
    /// When there is no such sample, or a picture is none or cannot be kept.
    pub async fn add_sample_photos(
        &self,
        actor: &Actor,
        sample: i64,
        photos: Vec<EvidenceRequest>,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let photos = self.keep_photos(photos).await?;
        let mut writer = self.begin(actor, Activity::AddSamplePhotos).await?;
        let row = queries::sample(&mut writer, sample)
            .await?
            .ok_or(SampleRefusal::NoSuchSample)?;
        writer.about(Subject::Order(row.order_id));
        writer.note("sample", &row.facts.number);
        enter_photos(&mut writer, row.id, &photos).await?;
        Ok(Done {
            value: row.order_id,
            changed: commit_order(writer, row.order_id).await?,
        })
    }

    /// The bytes of a picture, as they came.
    ///
    /// # Errors
    /// When there is no such picture, or it cannot be read.
    pub async fn sample_photo(&self, photo: i64) -> Result<Vec<u8>, DeskError> {
        let sha256 = queries::photo_hash(&mut *self.read().await?, photo)
            .await?
            .ok_or(Failure::Missing("sample_photos"))?;
        let path = self.original_path(&sha256).await?;
        let read = move || std::fs::read(&path).map_err(|error| Failure::file(path, error));
        Ok(reckon_aside(read).await??)
    }
}

/// Enters pictures of a sample, in the act that names them; answers their rows.
pub(super) async fn enter_photos(
    writer: &mut Writer,
    sample: i64,
    photos: &KeptPhotos,
) -> Result<Vec<i64>, DeskError> {
    photos.0.enter(writer).await?;
    let mut entered = Vec::new();
    let (at, by) = (as_stored(writer.at()), writer.actor().account()?);
    for piece in photos.0.pieces() {
        let columns = [
            ("sample_id", sample.into()),
            ("sha256", piece.sha256.as_str().into()),
            ("name", piece.name.as_str().into()),
            ("added_at", at.as_str().into()),
            ("added_by", by.into()),
        ];
        entered.push(writer.insert("sample_photos", &columns).await?);
    }
    Ok(entered)
}
