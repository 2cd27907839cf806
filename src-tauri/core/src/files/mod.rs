//! What customers hand in: each file is received for a component, kept by content and read in the helper process.
//!
//! A file has the customer's own label, our running version within its component, and the hash of its bytes
//! (S-4.1.1b). A PDF nobody can use (encrypted, without a page, damaged, empty, or no PDF at all under that name) is
//! refused at once, in words that say what to ask the customer for, and leaves no row. A file the desk cannot look
//! into (CDR, old AI, pictures) is received with its kind and without pages; so is one that took the helper process
//! more time or memory than it has, and then it says so.
//!
//! **Invariant:** a file is durable in the [`ContentStore`] before any row names it.
//! **Invariant:** a customer's bytes are never interpreted in this process; see [`crate::inspector`].

mod content_store;
mod examined;
mod file_hash;
mod keep_evidence;
mod keep_paper;
mod outgoing_paper;
mod page_picture;
mod queries;
mod receive_file;
mod refusals;
mod shown_name;
mod wire;

pub use content_store::{ContentStore, Kept, StoreFailure};
pub use examined::{Examined, PageRun};
pub use file_hash::FileHash;
pub(crate) use keep_evidence::KeptPieces;
pub use keep_paper::Paper;
pub(crate) use queries::received_for;
pub use queries::store_row;
pub use refusals::FileRefusal;
pub use shown_name::shown_name;
pub use wire::views;
pub use wire::{FileView, PageBoxes, ReceiveFileRequest, UnreadView};
