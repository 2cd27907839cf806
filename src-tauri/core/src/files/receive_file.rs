//! Receiving a customer's file for a component (S-4.1.1b).

use std::fs::Metadata;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use super::{Examined, FileRefusal, ReceiveFileRequest, queries, shown_name};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::files::StoreFailure;
use crate::inspector::Reason;
use crate::storage::Subject;
use crate::wire::Done;

/// The most characters of a label, of whom it is from and of how it came.
const LONGEST_TEXT: usize = 100;

impl Desk {
    /// Keeps the file at the path the dialog answered, has it looked into, and enters it as the next version of its
    /// component; the original is left alone. Answers the order.
    ///
    /// # Errors
    /// When the file is of no use, with what to ask for; when it cannot be read or kept. Then there is no row.
    pub async fn receive_file(
        &self,
        actor: &Actor,
        request: ReceiveFileRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let texts =
            [&request.label, &request.from_whom, &request.how].map(|text| text.trim().to_owned());
        if texts.iter().any(|text| text.chars().count() > LONGEST_TEXT) {
            return Err(FileRefusal::TextTooLong { most: LONGEST_TEXT }.into());
        }
        let [label, from_whom, how] = texts;
        let component = request.component.trim().to_owned();
        let order = request.order_id;
        if !component.is_empty()
            && !queries::component_exists(&mut *self.read().await?, order, &component).await?
        {
            return Err(FileRefusal::NoSuchComponent { component }.into());
        }

        let path = PathBuf::from(&request.path);
        let name = shown_name(&path);
        let before = state_of(&path).await?;
        let answer = self.inspector().inspect(&path).await;
        let examined = match answer {
            // A fault of this machine, not of the file.
            Err(refusal) if refusal.reason == Reason::CannotStart => return Err(refusal.into()),
            answer => Examined::from_answer(answer, &name)?,
        };
        let (store, original) = (self.store().clone(), path.clone());
        let kept = reckon_aside(move || store.keep(&original))
            .await?
            .map_err(Failure::Store)?;
        // What was examined and what was kept are the same bytes, or somebody is still writing the file.
        if before != state_of(&path).await? || before.0 != kept.size {
            return Err(FileRefusal::StillBeingWritten { name }.into());
        }

        let mut writer = self.begin(actor, Activity::ReceiveFile).await?;
        writer.about(Subject::Order(order));
        let newest = queries::newest_version(&mut writer, order, &component).await?;
        if let Some((version, sha256)) = &newest
            && sha256 == kept.sha256.as_str()
        {
            return Err(FileRefusal::ReceivedAlready {
                name,
                version: *version,
            }
            .into());
        }
        let version = newest.map_or(1, |(version, _)| version + 1);
        queries::store_row(&mut writer, &kept).await?;
        let inspected =
            serde_json::to_string(&examined).map_err(|error| Failure::UnknownValue {
                what: "received_files.inspected",
                value: error.to_string(),
            })?;
        writer.note("version", version.to_string());
        writer.note("kind", examined.kind.code());
        let received_at = as_stored(writer.at());
        writer
            .insert(
                "received_files",
                &[
                    ("order_id", order.into()),
                    ("component", component.into()),
                    ("name", name.into()),
                    ("label", label.into()),
                    ("version", version.into()),
                    ("sha256", kept.sha256.as_str().into()),
                    ("from_whom", from_whom.into()),
                    ("how", how.into()),
                    ("received_at", received_at.into()),
                    ("inspected", inspected.into()),
                ],
            )
            .await?;
        Ok(Done {
            value: order,
            changed: writer.commit().await?,
        })
    }
}

/// Size and time of the last change: what tells that a file is still being written.
async fn state_of(path: &Path) -> Result<(u64, Option<SystemTime>), DeskError> {
    let facts: Metadata = tokio::fs::metadata(path).await.map_err(|source| {
        Failure::Store(StoreFailure::Original {
            path: path.to_path_buf(),
            source,
        })
    })?;
    Ok((facts.len(), facts.modified().ok()))
}
