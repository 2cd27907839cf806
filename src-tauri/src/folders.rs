//! Where the desk keeps its things, and the small file that remembers it.
//!
//! Data belongs in the *local* application folder, never in a roaming one or on a network drive: the database is
//! safe on a local disk only. The attachment folder may be on a server.

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

    /// The folders chosen at first start, else the ones that are offered.
    pub(crate) fn folders(&self) -> Result<Folders, CommandError> {
        match std::fs::read_to_string(self.folder.join(REMEMBERED)) {
            Ok(text) => serde_json::from_str(&text)
                .map_err(|error| CommandError::of_the_shell("folders_unreadable", error)),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(self.defaults()),
            Err(error) => Err(CommandError::of_the_shell("folders_unreadable", error)),
        }
    }

    /// Remembers the folders: written whole beside the old file, then put in its place.
    pub(crate) fn remember(&self, folders: &Folders) -> Result<(), CommandError> {
        let failed =
            |error: std::io::Error| CommandError::of_the_shell("folders_not_remembered", error);
        let text = serde_json::to_string_pretty(folders)
            .map_err(|error| CommandError::of_the_shell("folders_not_remembered", error))?;
        std::fs::create_dir_all(&self.folder).map_err(failed)?;
        let beside = self.folder.join("desk.json.new");
        std::fs::write(&beside, text).map_err(failed)?;
        std::fs::rename(&beside, self.folder.join(REMEMBERED)).map_err(failed)
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
            })?;
    }
    Ok(())
}
