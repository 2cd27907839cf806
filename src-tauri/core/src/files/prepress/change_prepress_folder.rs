//! Another prepress folder (S-4.1.4c): the house moves its share, or gives it another name.

use std::path::{Path, PathBuf};

use super::copy::below;
use super::queries;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::desk::reckon_aside;
use crate::error::DeskError;
use crate::files::FileRefusal;
use crate::files::desk_folder::{self, ChangeFolder, FolderView};
use crate::settings::SettingRefusal;
use crate::wire::Done;

impl Desk {
    /// The prepress folder of this desk, and how it came to be that one.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn prepress_folder(&self) -> Result<FolderView, DeskError> {
        let act = Activity::ChangePrepressFolder;
        Ok(FolderView {
            folder: self.prepress().to_string_lossy().into_owned(),
            changes: desk_folder::changes(&mut *self.read().await?, act).await?,
        })
    }

    /// Files into another folder from now on. What was filed for an order that is not issued yet is filed there once more,
    /// unless it was brought along; what the old folder alone held has to be brought along first. The caller has found that
    /// the folder can be written, and remembers it.
    ///
    /// # Errors
    /// When `actor` may not set rules, no reason is given, or an original is not in the new folder.
    pub async fn change_prepress_folder(
        &self,
        actor: &Actor,
        request: &ChangeFolder,
    ) -> Result<Done<()>, DeskError> {
        let why = desk_folder::reason(request)?;
        let folder = PathBuf::from(request.folder.trim());
        if folder == self.prepress() {
            return Err(SettingRefusal::SameValue.into());
        }
        // No pass is under way while the folder changes under it.
        let _turn = self.filing().lock().await;
        let mut writer = self.begin(actor, Activity::ChangePrepressFolder).await?;
        let copies = queries::kept_and_needed(&mut writer).await?;
        let root = folder.clone();
        let looked = move || {
            let there = |copy: &queries::Filed| lies_there(&root, copy);
            copies
                .into_iter()
                .filter(|copy| !there(copy))
                .collect::<Vec<_>>()
        };
        let missing = reckon_aside(looked).await?;
        let mut originals = missing.iter().filter(|copy| copy.is_original);
        if let Some(first) = originals.next() {
            return Err(FileRefusal::OriginalsNotBrought {
                count: 1 + originals.count(),
                path: first.kept_as.clone(),
            }
            .into());
        }
        let now = as_stored(writer.at());
        for copy in &missing {
            let columns = [
                ("state", "waiting".into()),
                ("tries", 0.into()),
                ("next_try", now.clone().into()),
                ("trouble", "".into()),
                ("kept_as", "".into()),
            ];
            writer.update("prepress_copies", copy.id, &columns).await?;
        }
        desk_folder::note(&mut writer, &folder.to_string_lossy(), why);
        let changed = writer.commit().await?;
        self.file_elsewhere(folder);
        Ok(Done { value: (), changed })
    }
}

/// Whether a copy was brought along, by its size: it is read and compared before anybody relies on it.
fn lies_there(root: &Path, copy: &queries::Filed) -> bool {
    std::fs::metadata(below(root, &copy.kept_as))
        .is_ok_and(|facts| facts.is_file() && facts.len() == copy.size)
}
