//! What customers hand in: each file is received for a component, kept by content and read in the helper process.
//!
//! A component has as many files as the customer sends for it (内文 1–64, 内文 65–120), each in a *place* of its own. A file
//! has the customer's own label, our running version within its place, and the hash of its bytes (S-4.1.1b); a new version
//! replaces one file or is added beside the others. A place moves to another component or goes out of use with a reason. A PDF nobody can use (encrypted, without a page, damaged, empty, or no PDF at all under that name) is
//! refused at once, in words that say what to ask the customer for, and leaves no row. A file the desk cannot look
//! into (CDR, old AI, pictures) is received with its kind and without pages; so is one that took the helper process
//! more time or memory than it has, and then it says so.
//!
//! **Invariant:** a file is durable in the [`ContentStore`] before any row names it; a large one may leave it later, for a copy
//! in the prepress folder that was proved (`originals`).
//! **Invariant:** a file of a direct-lane customer is released as it was received (S-4.2.1b).
//! **Invariant:** no version of a file is ever removed or changed.
//! **Invariant:** a customer's bytes are never interpreted in this process; see [`crate::inspector`].

mod attachment_folder;
mod bring_along;
mod change_file;
mod content_store;
mod counting;
mod desk_folder;
mod examined;
mod file_hash;
mod in_use;
mod incoming;
mod keep_evidence;
mod keep_paper;
mod locked_files;
mod move_file;
mod originals;
mod outgoing_paper;
mod page_cache;
mod page_picture;
mod prepress;
mod queries;
mod receive_file;
mod receiving;
mod refusals;
mod shown_name;
mod take_file_out;
mod take_over_files;
mod wire;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use attachment_folder::{AttachmentFolderView, BroughtAlong, FormerFolder};
pub use content_store::{ContentStore, Kept, StoreFailure};
pub use counting::{Counts, PagesStand};
pub use desk_folder::{ChangeFolder, FolderChange, FolderView};
pub(crate) use examined::MOST_RUNS;
pub use examined::{Examined, PageRun};
pub use file_hash::FileHash;
pub(crate) use in_use::{FileInUse, files_in_use, hash_of_path, shows_what_is_in_use};
pub(crate) use keep_evidence::{Evidenced, KeptPieces};
pub use keep_paper::Paper;
pub(crate) use locked_files::{house_made, lock_or_unlock};
pub use originals::store_row;
pub(crate) use page_cache::PageCache;
pub use prepress::{PrepressTemplate, PrepressTrouble, TemplateFault};
pub(crate) use prepress::{in_prepress, queue_prepress};
pub(crate) use queries::{direct_lane, received_for};
pub(crate) use receiving::Receiving;
pub use receiving::ReceivingView;
pub use refusals::FileRefusal;
pub use shown_name::{safe_name, shown_name};
pub(crate) use take_over_files::take_over_files;
pub use wire::{
    ChangeFileRequest, ComponentPages, FileView, PageBoxes, PrepressView, ReceiveFileRequest,
    UnreadView,
};
pub use wire::{page_sums, views};

/// Who made a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum MadeBy {
    /// The customer sent it as it is.
    Customer,
    /// It was made or changed in the house (本厂制作).
    House,
}

impl MadeBy {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::House => "house",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Customer, Self::House]
            .into_iter()
            .find(|made_by| made_by.code() == code)
    }
}
