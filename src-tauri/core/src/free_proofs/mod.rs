//! 免费打样 (S-4.2.3B-4): a task sheet for a proof the house makes for an order and nobody pays for.
//!
//! It is *asked for* by sales → *approved* by the supervisor, with which it gets a number of its own series and its paper → and
//! what it *cost* is written down when that is known. One that is no longer wanted is *withdrawn* before it is approved.
//!
//! **Invariant:** its price is nothing; it is no task sheet of its order, and stands in no figure of orders, targets or pay.
//! **Invariant:** nobody approves what they asked for.

mod approve_free_proof;
mod costs;
mod queries;
mod record_cost;
mod refusals;
mod request_free_proof;
mod wire;
mod with_order;
mod withdraw_free_proof;

pub use refusals::FreeProofRefusal;
pub(crate) use wire::view;
pub use wire::{
    ApproveFreeProofRequest, FreeProofCost, FreeProofCosts, FreeProofView, FreeProofsView,
    MonthCost, RecordFreeProofCost, RequestFreeProof,
};
pub(crate) use with_order::{asked_and_issued, withdraw_asked};
