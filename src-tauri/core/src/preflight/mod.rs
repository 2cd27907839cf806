//! 预检 (S-4.1.4): what of a customer's PDF would go wrong in print.
//!
//! The helper process tells what is in the file ([`crate::inspector::press`]). Here it is held against what was ordered
//! and against the thresholds of the house, and becomes findings of three levels: 错误, 警告 and 提示. They are told and
//! keep nothing back. A sound file finds nothing worse than 提示, however modern its means: transparency and layers are
//! no faults.
//!
//! **Invariant:** pure; the same facts, order and thresholds are always judged alike.
//! **Invariant:** a finding says where it is, what was measured and what was wanted; what was not read is a finding, too.

mod colours;
mod contents;
mod finding;
mod ordered;
mod preflight_file;
mod queries;
mod report;
mod rules;
mod sizes;
#[cfg(test)]
mod tests;
mod thresholds;
pub mod wire;

pub use finding::{Finding, FindingKind, FindingPlace, Severity};
pub use ordered::{Ordered, OrderedInks};
pub use report::Preflight;
pub use rules::{findings, unreadable};
pub use thresholds::Thresholds;
