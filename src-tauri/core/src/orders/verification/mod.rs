//! 核实: whether the customer is who they say, and whether what stands on the order is what was meant, item by item, before
//! its requirements count as confirmed (F1-05a, F7-05). It is ticked while the order is read back.
//!
//! **Invariant:** a tick holds for exactly the part of the order it was given to; what changes elsewhere leaves it standing.
//! **Invariant:** the parts are made of what is read back, so that nothing is ever verified again that is not read back again.

mod queries;
mod rules;
mod verify_order;
mod wire;

pub(super) use queries::is_verified;
pub(crate) use queries::{never_verified, verification_view};
pub(super) use verify_order::{enter, renew};
pub use wire::{VerificationView, VerifyOrder};
