//! Processes the house masters (成熟): an order with a process that is not among them is one of a new process
//! (S-4.3.1B).
//!
//! **Invariant:** each mark says who set it, when, and whether by hand or from a table.

mod mark_mature;
mod queries;
mod refusals;
pub mod wire;

use crate::marks::Marks;

/// The processes marked 成熟.
pub(crate) const MATURE: Marks = Marks::in_table("mature_processes");

pub(crate) use mark_mature::{mark, mark_usual};
pub(crate) use queries::mature;
pub use refusals::ProcessRefusal;
