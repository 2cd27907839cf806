//! 三方核对: sample, file and task sheet are held against each other before the sheet is issued (S-4.4.1A-2).
//!
//! Each component has a row for its 成品尺寸, its colours with the spots, its P数 and its 特殊工艺, the product one for its 装订. What
//! the sheet says follows from the order, what the file says from what 预检 read and found ([`crate::preflight::FileSaid`]).
//! What the sample says somebody has to look at who holds it: 一致, the value that differs, or that this sample does not show
//! it. The sample's side is asked of an order that has a sample in use; without one there is nothing to hold against the
//! sheet, and what is missing then is the sample (S-4.2.2) or nothing (直通, S-4.2.1c).
//!
//! A row is *open* → *agrees*, *differs* or *not shown*, and *stale* when the sheet says something else since, or other samples
//! are there; an answer that was a slip is taken back. It all ends with the issue: from there on a change stands on its
//! own signatures (S-4.4.2).
//!
//! **Invariant:** the sample's side is never filled by the program and never copied from the sheet.
//! **Invariant:** an answer counts for exactly the words of the sheet and the samples it was given over.
//! **Invariant:** a row that differs on either side lets no sheet out, unless 销售主管 or 业务总监 signed for exactly that difference.

mod compare_sample;
mod file_side;
mod pass_differences;
mod queries;
mod read;
mod refusals;
mod rules;
#[cfg(test)]
mod rules_tests;
mod sheet_side;
mod view;
mod wire;
mod words_on_sheet;

pub(crate) use read::compared;
pub use refusals::ThreeWayRefusal;
pub use rules::{Answer, SampleStand};
pub(crate) use rules::{Compared, samples_in_use};
pub use sheet_side::Aspect;
pub use wire::{
    CompareSampleRequest, DifferencePass, FileStand, PassDifferencesRequest, RowView, SampleAnswer,
    ThreeWayView,
};
pub(crate) use words_on_sheet::words_on_sheet;
