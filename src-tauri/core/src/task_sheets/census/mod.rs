//! The census of printed sheets: where each copy is, what it owes, and what became of it (S-4.4.2, S-4.4.2b).
//!
//! A print is a numbered copy of its 联, and *live* from its printing on. Each signed change opens a line for every live copy
//! that does not say it, and a new version calls back every copy of the one before. A line is closed by a fact: 已手改, the
//! change was written on the paper and signed beside; 已换发, a print of the same 联 took its place; 收回; 遗失. What is open
//! follows from these facts; whether a copy is in use and owes something is stored beside it by every act that changes it.
//!
//! **Invariant:** what became of a copy is entered once and never changed.
//! **Invariant:** `Verdict::Current` is said of a live copy of the newest state in force, and of nothing else.
//! **Invariant:** nobody's copy goes out of use by itself: a print that is made closes no line of another.

mod copies_page;
pub(in crate::task_sheets) mod queries;
mod record_copy;
mod refusals;
mod replace_copies;
mod rules;
mod stand_copies;
mod verify_print;
mod wire;

pub(crate) use queries::owing_of;
pub use refusals::CensusRefusal;
pub use rules::{Fate, Verdict};
pub use stand_copies::copies_stored_wrong;
pub use wire::{
    ByHandView, CopiesFilter, CopiesQuery, CopiesSummary, CopyView, FateView, LackedChange,
    OfferedFate, PrintVerdict, RecordCopyRequest, ReplaceCopiesRequest,
};

pub(super) use stand_copies::stand_copies;
pub(super) use wire::{copies_of_order, live_copies, older_copies, open_lines};

#[cfg(test)]
mod rules_tests;
