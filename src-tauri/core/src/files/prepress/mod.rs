//! The prepress folder (印前指定的文件夹, S-4.1.4c): a customer's file is copied there by the naming template as soon as it
//! was looked at for print with nothing wrong left open and the files of its component make up what was ordered.
//!
//! The queue is rows: whatever changes the files or the P数 of an order lines up what is due in the same commit, the
//! copying runs outside any transaction. While the share is away it waits, for as long as that takes; a copy that comes to
//! nothing for another reason is tried again, later and later.
//!
//! **Invariant:** nothing is filed of which an 错误 stands open, or which nobody and nothing looked at (S-4.1.4c).
//! **Invariant:** one row a version; a version that was filed is never filed again, but into another folder.
//! **Invariant:** what is taken back while it is being copied is taken out of the folder again.

mod change_prepress_folder;
mod copy;
mod file_into_prepress;
mod queries;
mod queue;
mod retry_prepress;
mod template;
mod trouble;

pub(crate) use queue::{in_prepress, queue_prepress};
pub use template::{PrepressTemplate, TemplateFault};
pub use trouble::PrepressTrouble;

pub(super) use copy::{below, hash_of};
pub(super) use queries::{CopyRow, of_order};
pub(super) use queue::component_pages;
