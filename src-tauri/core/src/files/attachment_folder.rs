//! The attachment folder: how much room it has, and another place for it. From the change on new files go into the new
//! folder, and what lies in the old one is found there until somebody brings it along; no row says where a file lies.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Serialize;
use ts_rs::TS;

use super::FileRefusal;
use super::bring_along::{Lying, Moved, lying_in};
use super::desk_folder::{self, ChangeFolder, FolderView};
use crate::Desk;
use crate::accounts::{Actor, Power, may_on};
use crate::audit::Activity;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::settings::SettingRefusal;
use crate::wire::Done;

/// The attachment folder of this desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AttachmentFolderView {
    /// Which it is.
    pub now: FolderView,
    /// Bytes that may still be written into it; nothing where the folder cannot be asked.
    #[ts(type = "number | null")]
    pub free: Option<u64>,
    /// The folders of before that files may still lie in, the latest first.
    pub former: Vec<FormerFolder>,
}

/// A folder of before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormerFolder {
    /// Where it lies.
    pub folder: String,
    /// How many files lie in it; nothing where it is away.
    #[ts(type = "number | null")]
    pub files: Option<u64>,
    /// How many bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// What came of bringing files along.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BroughtAlong {
    /// How many came along.
    #[ts(type = "number")]
    pub files: u64,
    /// How many stayed: not what was kept any more, or held by another program.
    #[ts(type = "number")]
    pub stayed: u64,
    /// The folder of before is empty and forgotten.
    pub whole: bool,
}

impl Desk {
    /// Bytes that may still be written into the attachment folder.
    ///
    /// # Errors
    /// When the folder cannot be asked.
    pub async fn attachment_space(&self) -> Result<u64, DeskError> {
        let store = self.store();
        Ok(reckon_aside(move || store.free_space())
            .await?
            .map_err(Failure::Store)?)
    }

    /// The attachment folder of this desk, how it came to be that one, and what lies in the ones of before.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn attachment_folder(&self) -> Result<AttachmentFolderView, DeskError> {
        let act = Activity::ChangeAttachmentFolder;
        let changes = desk_folder::changes(&mut *self.read().await?, act).await?;
        let store = self.store();
        let folder = store.root().to_string_lossy().into_owned();
        let (free, former) = reckon_aside(move || {
            let former = store.former.iter().map(|folder| former_folder(folder));
            (store.free_space().ok(), former.collect())
        })
        .await?;
        Ok(AttachmentFolderView {
            now: FolderView { folder, changes },
            free,
            former,
        })
    }

    /// The folders of before that files may still lie in, for whoever opens the desk the next time.
    #[must_use]
    pub fn former_attachments(&self) -> Vec<PathBuf> {
        self.store().former.to_vec()
    }

    /// Keeps files in another folder from now on. The caller has found that the folder can be written, and remembers it.
    ///
    /// # Errors
    /// When `actor` may not, no reason is given, or it is the folder of now.
    pub async fn change_attachment_folder(
        &self,
        actor: &Actor,
        request: &ChangeFolder,
    ) -> Result<Done<()>, DeskError> {
        let why = desk_folder::reason(request)?;
        let folder = PathBuf::from(request.folder.trim());
        let (store, new) = (self.store(), folder.clone());
        // A folder of now that is away is nobody's reason to stay there.
        let same = move || new == store.root() || store.is_same_folder(&new).unwrap_or(false);
        if reckon_aside(same).await? {
            return Err(SettingRefusal::SameValue.into());
        }
        let mut writer = self.begin(actor, Activity::ChangeAttachmentFolder).await?;
        desk_folder::note(&mut writer, &folder.to_string_lossy(), why);
        let changed = writer.commit().await?;
        self.keep_elsewhere(|store| store.moved_to(&folder));
        Ok(Done { value: (), changed })
    }

    /// Brings along what lies in a folder of before, which is forgotten once nothing does. How far it is, is told by
    /// [`receiving`](Self::receiving), where it is called off as well; what was brought along stays.
    ///
    /// # Errors
    /// When `actor` may not, files are being received, it is no folder of before, or one of the folders cannot be used.
    pub async fn bring_attachments(
        &self,
        actor: &Actor,
        former: &str,
    ) -> Result<BroughtAlong, DeskError> {
        let power = Power::ChangeAttachmentFolder;
        may_on(&mut *self.read().await?, actor, power, self.today()).await?;
        let folder = PathBuf::from(former);
        let store = self.store();
        if !store.former.contains(&folder) {
            return Err(FileRefusal::NoFormerFolder.into());
        }
        let of = folder.clone();
        let lying = reckon_aside(move || lying_in(&of)).await?;
        let lying = lying.map_err(Failure::Store)?;
        // A file that was on its way before the folder changed lands in the old one.
        let Some(turn) = self.coming_in().begin_alone(&folder, lying.bytes) else {
            return Err(FileRefusal::StillReceiving.into());
        };
        let (coming, of) = (Arc::clone(&turn.coming), folder.clone());
        let bring = move || {
            if store.is_same_folder(&of)? {
                return Ok((Moved::default(), Lying::default()));
            }
            let moved = store.bring_along(&of, |done| coming.copied(done))?;
            Ok((moved, lying_in(&of)?))
        };
        let (moved, left) = reckon_aside(bring).await?.map_err(Failure::Store)?;
        let whole = left == Lying::default();
        if whole {
            self.keep_elsewhere(|store| store.without(&folder));
        }
        Ok(BroughtAlong {
            files: moved.files,
            stayed: moved.stayed,
            whole,
        })
    }
}

fn former_folder(folder: &Path) -> FormerFolder {
    let lying = lying_in(folder);
    FormerFolder {
        folder: folder.to_string_lossy().into_owned(),
        files: lying.as_ref().ok().map(|lying| lying.files),
        bytes: lying.map_or(0, |lying| lying.bytes),
    }
}
