//! Receiving a customer's file for a component (S-4.1.1b).

use std::fs::Metadata;
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use super::queries::{self, ReceivedFile};
use super::{
    Counts, Examined, FileRefusal, Kept, MadeBy, ReceiveFileRequest, originals, shown_name,
};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::files::StoreFailure;
use crate::inspector::{FileKind, InspectorRefusal, Reason};
use crate::preflight::queue_preflight;
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

/// The most characters of a label, of whom it is from and of how it came.
pub(super) const LONGEST_TEXT: usize = 100;

/// Bytes that stay free in the attachment folder, for papers and prints, which must not fail for want of room.
const KEPT_FREE: u64 = 64 * 1024 * 1024;

/// First bytes of a file that tell its kind.
const HEAD: u64 = 4096;

/// What is said of a file beside its bytes.
#[derive(Clone, Debug)]
struct Said {
    order: i64,
    component: String,
    replaces: Option<i64>,
    name: String,
    label: String,
    from_whom: String,
    how: String,
    counts: Counts,
    made_by: MadeBy,
}

impl Desk {
    /// Keeps the file at the path the dialog answered, has it looked into, and enters it: as the next version in the place
    /// it replaces, else in a place of its own beside the others of its component. The original is left alone. Answers the
    /// order.
    ///
    /// # Errors
    /// When the file is of no use, with what to ask for; when it cannot be read or kept. Then there is no row.
    pub async fn receive_file(
        &self,
        actor: &Actor,
        request: ReceiveFileRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let path = PathBuf::from(&request.path);
        let said = said(request, shown_name(&path))?;
        let order = said.order;
        if !said.component.is_empty() {
            let mut reader = self.read().await?;
            if !queries::component_exists(&mut reader, order, &said.component).await? {
                let component = said.component;
                return Err(FileRefusal::NoSuchComponent { component }.into());
            }
        }
        let (examined, kept) = self.examined_and_kept(&path, &said.name).await?;
        let mut writer = self.begin(actor, Activity::ReceiveFile).await?;
        writer.about(Subject::Order(order));
        enter(&mut writer, said, examined, &kept).await?;
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }

    async fn examined_and_kept(
        &self,
        path: &Path,
        name: &str,
    ) -> Result<(Examined, Kept), DeskError> {
        let before = state_of(path).await?;
        let store = self.store();
        // A folder that does not say how much is free is found out by the copy itself.
        if let Ok(free) = reckon_aside(move || store.free_space()).await? {
            fits(name, before.0, free)?;
        }
        let answer = self.inspector().inspect(path).await;
        let examined = match answer {
            // A fault of this machine, not of the file.
            Err(refusal) if refusal.reason == Reason::CannotStart => return Err(refusal.into()),
            Err(refusal) if refusal.kind.is_none() => {
                // It took so long that not even its kind was told: its first bytes tell it.
                let head = path.to_path_buf();
                let kind = reckon_aside(move || kind_of(&head)).await?;
                Examined::from_answer(Err(InspectorRefusal { kind, ..refusal }), name)?
            }
            answer => Examined::from_answer(answer, name)?,
        };
        let (store, original) = (self.store(), path.to_path_buf());
        let turn = self.coming_in().begin(path, before.0);
        let coming = Arc::clone(&turn.coming);
        let kept =
            reckon_aside(move || store.keep_told(&original, |done| coming.copied(done))).await?;
        if kept.is_err() && turn.coming.is_called_off() {
            let name = name.to_owned();
            return Err(FileRefusal::CalledOff { name }.into());
        }
        let kept = kept.map_err(Failure::Store)?;
        // What was examined and what was kept are the same bytes, or somebody is still writing the file.
        if before != state_of(path).await? || before.0 != kept.size {
            let name = name.to_owned();
            return Err(FileRefusal::StillBeingWritten { name }.into());
        }
        Ok((examined, kept))
    }
}

/// The kind a file has by its first bytes, where they can be read.
fn kind_of(path: &Path) -> Option<FileKind> {
    let mut head = Vec::new();
    let file = std::fs::File::open(path).ok()?;
    file.take(HEAD).read_to_end(&mut head).ok()?;
    Some(FileKind::of(&head))
}

/// Whether a file of `size` bytes goes into a folder where `free` bytes are free.
fn fits(name: &str, size: u64, free: u64) -> Result<(), FileRefusal> {
    const MB: u64 = 1024 * 1024;
    if size.saturating_add(KEPT_FREE) <= free {
        return Ok(());
    }
    Err(FileRefusal::NoRoom {
        name: name.to_owned(),
        needs_mb: size.saturating_add(KEPT_FREE).div_ceil(MB),
        free_mb: free / MB,
    })
}

fn said(request: ReceiveFileRequest, name: String) -> Result<Said, FileRefusal> {
    let texts =
        [&request.label, &request.from_whom, &request.how].map(|text| text.trim().to_owned());
    if texts.iter().any(|text| text.chars().count() > LONGEST_TEXT) {
        return Err(FileRefusal::TextTooLong { most: LONGEST_TEXT });
    }
    let [label, from_whom, how] = texts;
    Ok(Said {
        order: request.order_id,
        component: request.component.trim().to_owned(),
        replaces: request.replaces,
        name,
        label,
        from_whom,
        how,
        counts: request.counts,
        made_by: request.made_by,
    })
}

/// Enters the kept file in its place.
async fn enter(
    writer: &mut Writer,
    said: Said,
    examined: Examined,
    kept: &Kept,
) -> Result<(), DeskError> {
    if said.made_by == MadeBy::House && queries::direct_lane(writer, said.order).await? {
        return Err(FileRefusal::Locked { name: said.name }.into());
    }
    let files = queries::of_order(writer, said.order).await?;
    let place = place_of(writer, &said, &files).await?;
    let rivals = files.iter().filter(|file| match place {
        Some(place) => file.place == place && file.newest,
        None => file.in_use() && file.component == said.component,
    });
    for rival in rivals {
        // The same bytes under the same name and label tell nothing that is not here already: a button pressed twice. Under
        // another name or label they are received, and said to be the same.
        let told = (&rival.sha256, &rival.name, &rival.label);
        if told == (&kept.sha256.to_string(), &said.name, &said.label) {
            return Err(FileRefusal::ReceivedAlready {
                name: said.name,
                version: rival.version,
            }
            .into());
        }
    }
    let version = files
        .iter()
        .filter(|file| Some(file.place) == place)
        .map(|file| file.version)
        .max()
        .unwrap_or(0)
        + 1;
    let place = match place {
        Some(place) => place,
        None => new_place(writer, said.order, said.component).await?,
    };
    originals::store_received(writer, kept).await?;
    let inspected = serde_json::to_string(&examined).map_err(|error| Failure::UnknownValue {
        what: "received_files.inspected",
        value: error.to_string(),
    })?;
    writer.note("version", version.to_string());
    writer.note("kind", examined.kind.code());
    let received_at = as_stored(writer.at());
    let received_by = writer.actor().account()?;
    let id = writer
        .insert(
            "received_files",
            &[
                ("order_id", said.order.into()),
                ("place_id", place.into()),
                ("name", said.name.into()),
                ("label", said.label.into()),
                ("counts", said.counts.code().into()),
                ("made_by", said.made_by.code().into()),
                ("version", version.into()),
                ("sha256", kept.sha256.as_str().into()),
                ("from_whom", said.from_whom.into()),
                ("how", said.how.into()),
                ("received_at", received_at.into()),
                ("received_by", received_by.into()),
                ("inspected", inspected.into()),
            ],
        )
        .await?;
    queue_preflight(writer, id, examined.kind, kept.sha256.as_str()).await
}

/// The place a file goes into where it replaces another; that must be of the same order and in use.
async fn place_of(
    writer: &mut Writer,
    said: &Said,
    files: &[ReceivedFile],
) -> Result<Option<i64>, DeskError> {
    let Some(replaces) = said.replaces else {
        return Ok(None);
    };
    let place = queries::place(writer, replaces).await?;
    let there = files.iter().any(|file| file.place == replaces);
    if !there || place.component != said.component {
        return Err(FileRefusal::NothingToReplace.into());
    }
    if !place.out_reason.is_empty() {
        return Err(FileRefusal::OutOfUse.into());
    }
    Ok(Some(place.id))
}

/// A place after the others of its component.
async fn new_place(writer: &mut Writer, order: i64, component: String) -> Result<i64, DeskError> {
    let last = queries::places(writer, order, &component)
        .await?
        .last()
        .map_or(0, |place| place.position);
    writer
        .insert(
            "file_places",
            &[
                ("order_id", order.into()),
                ("component", component.into()),
                ("position", (last + 1).into()),
                ("out_reason", "".into()),
            ],
        )
        .await
}

/// Size and time of the last change: what tells that a file is still being written.
async fn state_of(path: &Path) -> Result<(u64, Option<SystemTime>), DeskError> {
    let facts: Metadata = tokio::fs::metadata(path).await.map_err(|source| {
        Failure::Store(StoreFailure::Original {
            path: path.to_path_buf(),
            source,
        })
    })?;
    if facts.is_dir() {
        return Err(FileRefusal::IsFolder {
            name: shown_name(path),
        }
        .into());
    }
    Ok((facts.len(), facts.modified().ok()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_1_1b_a_file_that_does_not_fit_is_refused_before_it_is_copied() {
        const MB: u64 = 1024 * 1024;
        for (size, free, refused) in [
            (100 * MB, 164 * MB, None),
            // 100 MB and the 64 that stay free are 164.
            (100 * MB, 164 * MB - 1, Some((164, 163))),
            (100 * MB + 1, 164 * MB, Some((165, 164))),
            (u64::MAX, 0, Some((u64::MAX.div_ceil(MB), 0))),
        ] {
            let answer = fits("内文.pdf", size, free).err();
            let expected = refused.map(|(needs_mb, free_mb)| FileRefusal::NoRoom {
                name: "内文.pdf".to_owned(),
                needs_mb,
                free_mb,
            });
            assert_eq!(answer, expected, "{size} into {free}");
        }
    }
}
