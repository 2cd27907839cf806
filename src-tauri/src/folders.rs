//! Where the desk keeps its things, and the small file that remembers it.
//!
//! Data belongs in the *local* application folder, never in a roaming one or on a network drive: the database is
//! safe on a local disk only. The attachment folder may be on a server.

use std::io::Write as _;
use std::path::{Path, PathBuf};

use docket_core::storage::Address;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::error::CommandError;

/// The folders of a desk, as first start asks for them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Folders {
    /// The database, on a local disk.
    pub data: String,
    /// Received files, evidence and papers, kept by content.
    pub attachments: String,
    /// 印前指定的文件夹 (S-4.1.4c).
    pub prepress: String,
}

/// What is remembered of the folders from one start to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Remembered {
    /// The folders of now.
    #[serde(flatten)]
    pub(crate) folders: Folders,
    /// Attachment folders of before that files may still lie in, the latest first.
    #[serde(default)]
    pub(crate) former_attachments: Vec<PathBuf>,
}

impl From<Folders> for Remembered {
    fn from(folders: Folders) -> Self {
        Self {
            folders,
            former_attachments: Vec::new(),
        }
    }
}

/// Where this program keeps everything unless it is told otherwise.
#[derive(Clone, Debug)]
pub(crate) struct Home {
    folder: PathBuf,
}

const REMEMBERED: &str = "desk.json";
const DATABASE: &str = "desk.db";

impl Home {
    pub(crate) const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// The folders offered at first start.
    pub(crate) fn defaults(&self) -> Folders {
        let at = |name: &str| self.folder.join(name).to_string_lossy().into_owned();
        Folders {
            data: at("data"),
            attachments: at("attachments"),
            prepress: at("prepress"),
        }
    }

    /// The folders as they were chosen last, else the ones that are offered.
    pub(crate) fn remembered(&self) -> Result<Remembered, CommandError> {
        match std::fs::read_to_string(self.folder.join(REMEMBERED)) {
            Ok(text) => serde_json::from_str(&text)
                .map_err(|error| CommandError::of_the_shell("folders_unreadable", error)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                Ok(self.defaults().into())
            }
            Err(error) => Err(CommandError::of_the_shell("folders_unreadable", error)),
        }
    }

    /// Remembers the folders: written whole and durable beside the old file, then put in its place.
    pub(crate) fn remember(&self, folders: &Remembered) -> Result<(), CommandError> {
        let failed =
            |error: std::io::Error| CommandError::of_the_shell("folders_not_remembered", error);
        let text = serde_json::to_string_pretty(folders)
            .map_err(|error| CommandError::of_the_shell("folders_not_remembered", error))?;
        std::fs::create_dir_all(&self.folder).map_err(failed)?;
        let beside = self.folder.join("desk.json.new");
        let mut file = std::fs::File::create(&beside).map_err(failed)?;
        file.write_all(text.as_bytes()).map_err(failed)?;
        file.sync_all().map_err(failed)?;
        drop(file);
        std::fs::rename(&beside, self.folder.join(REMEMBERED)).map_err(failed)?;
        // Windows writes the name with the file and opens no folder.
        if cfg!(unix) {
            let folder = std::fs::File::open(&self.folder).map_err(failed)?;
            folder.sync_all().map_err(failed)?;
        }
        Ok(())
    }

    /// Remembers another prepress folder.
    pub(crate) fn remember_prepress(&self, folder: &str) -> Result<(), CommandError> {
        let mut now = self.remembered()?;
        folder.clone_into(&mut now.folders.prepress);
        self.remember(&now)
    }

    /// Remembers where attachments are kept, and where they were before.
    pub(crate) fn remember_attachments(
        &self,
        folder: &Path,
        former: Vec<PathBuf>,
    ) -> Result<(), CommandError> {
        let mut now = self.remembered()?;
        now.folders.attachments = folder.to_string_lossy().into_owned();
        now.former_attachments = former;
        self.remember(&now)
    }

    /// The folders of the practice desk: its own, never the house's.
    pub(crate) fn practice(&self) -> Folders {
        let at = |name: &str| {
            self.folder
                .join("practice")
                .join(name)
                .to_string_lossy()
                .into_owned()
        };
        Folders {
            data: at("data"),
            attachments: at("attachments"),
            prepress: at("prepress"),
        }
    }
}

/// The database in a data folder; a server's address, where one is set, takes its place.
pub(crate) fn database(folders: &Folders, server: Option<String>) -> Address {
    server.map_or_else(
        || Address::File(Path::new(&folders.data).join(DATABASE)),
        Address::Server,
    )
}

/// Makes the folders and finds out at once whether they can be written.
pub(crate) fn prepare(folders: &Folders) -> Result<(), CommandError> {
    for folder in [&folders.data, &folders.attachments, &folders.prepress] {
        prepare_one(folder)?;
    }
    Ok(())
}

/// Makes a folder and finds out at once whether it can be written.
pub(crate) fn prepare_one(folder: &str) -> Result<(), CommandError> {
    let path = Path::new(folder);
    if !path.is_absolute() {
        return Err(CommandError::of_the_shell("folder_not_absolute", folder));
    }
    let probe = path.join(".docket");
    std::fs::create_dir_all(path)
        .and_then(|()| std::fs::write(&probe, b""))
        .and_then(|()| std::fs::remove_file(&probe))
        .map_err(|error| {
            CommandError::of_the_shell("folder_not_writable", format!("{folder}: {error}"))
        })
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]

    use super::*;
    use crate::mounted::Mounted;

    fn folders(data: &Path, attachments: &Path, prepress: &Path) -> Folders {
        let text = |path: &Path| path.to_string_lossy().into_owned();
        Folders {
            data: text(data),
            attachments: text(attachments),
            prepress: text(prepress),
        }
    }

    #[test]
    fn folders_are_made_and_nothing_is_left_in_them() {
        let home = tempfile::tempdir().unwrap();
        let [data, attachments, prepress] =
            ["数据", "附件", "印前/待处理"].map(|name| home.path().join(name));
        prepare(&folders(&data, &attachments, &prepress)).unwrap();
        for folder in [&data, &attachments, &prepress] {
            assert_eq!(std::fs::read_dir(folder).unwrap().count(), 0);
        }
    }

    #[test]
    fn clause_s_4_1_4c_another_prepress_folder_is_remembered_beside_the_others() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::new(folder.path().to_path_buf());
        let before = home.remembered().unwrap().folders;
        home.remember_prepress("/srv/印前").unwrap();
        let now = home.remembered().unwrap().folders;
        assert_eq!(now.prepress, "/srv/印前");
        assert_eq!(
            (now.data, now.attachments),
            (before.data, before.attachments)
        );
    }

    #[test]
    fn another_attachment_folder_is_remembered_with_the_ones_of_before() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::new(folder.path().to_path_buf());
        let before = home.remembered().unwrap();
        assert!(before.former_attachments.is_empty());
        let former = vec![PathBuf::from(&before.folders.attachments)];
        let server = Path::new("/srv/附件");
        home.remember_attachments(server, former.clone()).unwrap();
        let now = home.remembered().unwrap();
        assert_eq!(now.folders.attachments, "/srv/附件");
        assert_eq!(now.folders.prepress, before.folders.prepress);
        assert_eq!(now.former_attachments, former);
    }

    #[test]
    fn what_an_earlier_version_remembered_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let home = Home::new(folder.path().to_path_buf());
        let text = r#"{ "data": "/d", "attachments": "/a", "prepress": "/p" }"#;
        std::fs::write(folder.path().join(REMEMBERED), text).unwrap();
        let read = home.remembered().unwrap();
        assert_eq!(
            read,
            folders(Path::new("/d"), Path::new("/a"), Path::new("/p")).into()
        );
    }

    #[test]
    fn a_folder_without_a_whole_path_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let refused = prepare(&folders(home.path(), home.path(), Path::new("印前"))).unwrap_err();
        assert_eq!(refused.code, "folder_not_absolute");
    }

    #[test]
    fn check_r4_a_folder_that_cannot_be_written_is_named_before_anything_begins() {
        let home = tempfile::tempdir().unwrap();
        // A file stands where the folder should: nobody can write into that, not even root.
        let file = home.path().join("印前");
        std::fs::write(&file, b"").unwrap();
        let refused = prepare(&folders(home.path(), home.path(), &file)).unwrap_err();
        assert_eq!(refused.code, "folder_not_writable");
        assert!(
            refused.params["why"].contains("印前"),
            "{:?}",
            refused.params
        );

        let disk = home.path().join("server");
        std::fs::create_dir(&disk).unwrap();
        let Some(_mount) = Mounted::at(&disk, &["-t", "tmpfs", "-o", "ro,size=1m", "docket"])
        else {
            return;
        };
        let refused = prepare(&folders(home.path(), &disk, home.path())).unwrap_err();
        assert_eq!(refused.code, "folder_not_writable");
    }
}
