//! What customers hand in: each file is received for a component, kept by content and read in the helper process.
//!
//! **Invariant:** a file is durable in the [`ContentStore`] before any row names it.
//! **Invariant:** a customer's bytes are never interpreted in this process; see [`crate::inspector`].

mod content_store;
mod file_hash;
mod shown_name;

pub use content_store::{ContentStore, Kept, StoreFailure};
pub use file_hash::FileHash;
pub use shown_name::shown_name;
