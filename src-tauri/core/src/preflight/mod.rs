//! 预检 (S-4.1.4): what of a customer's PDF would go wrong in print.
//!
//! The helper process tells what is in the file ([`crate::inspector::press`]). Here it is held against what was ordered
//! and against the thresholds of the house, and becomes findings of three levels: 错误, 警告 and 提示. A sound file finds nothing worse than 提示, however modern its means: transparency and layers are
//! no faults.
//!
//! What was read of a content is kept ([`reading`]), so that a file is judged anew in the very commit that changes what is
//! ordered of it: the gate never asks an old verdict. Each check is entered (预检记录), each 错误 and 警告 once; an 错误 keeps
//! the task sheet and the prepress folder back until the customer said 按原样印 or somebody who may stands for it (S-4.1.4b,
//! S-4.1.4c). What the program cannot look into somebody looks at by hand.
//!
//! **Invariant:** what settles a finding settles exactly that finding of exactly that content for that piece of that order.
//! **Invariant:** the findings are pure; the same facts, order and thresholds are always judged alike.
//! **Invariant:** a finding says where it is, what was measured and what was wanted; what was not read is a finding, too.

mod colours;
mod compare_versions;
mod contents;
mod customer_message;
mod file_facts;
mod file_said;
mod finding;
mod gate;
mod looking;
mod ordered;
mod preflight_by_hand;
mod preflight_file;
mod queries;
mod reading;
mod record_contact;
mod record_pdf;
mod refusals;
mod report;
mod rules;
mod sizes;
mod stand;
#[cfg(test)]
mod tests;
mod thresholds;
mod waive_findings;
pub mod wire;
mod worded;

pub use file_facts::{FactOnPages, FileFacts, FontInFile};
pub(crate) use file_said::{FileSaid, Seen, inks_in_file};
pub use finding::{Finding, FindingKind, FindingPlace, Severity};
pub use gate::{Looked, Outcome, Standing};
pub(crate) use gate::{PreflightBlock, Sound};
pub(crate) use looking::Looking;
pub use ordered::{Ordered, OrderedInks};
pub use preflight_by_hand::{Item, ItemResult};
pub(crate) use queries::{ErrorTimes, error_times};
pub use refusals::PreflightRefusal;
pub use report::Preflight;
pub use rules::{findings, unreadable};
pub(crate) use stand::{keep_preflights, preflighted, queue_preflight, sound, views};
pub use thresholds::Thresholds;
pub(crate) use wire::minutes_to_contact;
