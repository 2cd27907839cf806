//! 收款记录: what the customer paid for an order, and how much of the 定金 is still open (F7-15).
//!
//! The instalments of the order say what is due 下单前: a share of its amount, tax included, as it stands now. Received is the
//! sum of what was entered. The line of the release check list warns, and keeps the sheet back where the house says so
//! (`deposit_blocks`).
//!
//! **Invariant:** a receipt is never changed and never removed; one that was entered wrong is countered once, by the same amount
//! the other way, with a reason.
//! **Invariant:** money is reckoned in whole fen.

mod counter_receipt;
mod queries;
mod record_receipt;
mod refusals;
mod rules;
mod wire;

pub(crate) use queries::received;
pub use refusals::ReceiptRefusal;
pub use rules::{Deposit, Way, deposit};
pub(crate) use wire::view;
pub use wire::{CounterReceiptRequest, ReceiptView, ReceiptsView, RecordReceiptRequest};
