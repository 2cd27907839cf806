//! 生效: what still stands between an order the customer has agreed to and one the house is bound by (F7-07, C1).
//!
//! Two gates stand there, each of which the house may open or shut by a rule with its day: 生效审批 by a supervisor, and
//! the customer's signature. Where none is shut an order takes effect by itself.
//!
//! **Invariant:** 生效审批 is given over the whole content; a change of anything makes it stale.
//! **Invariant:** the customer signs what was read back; it is stale once one of those fields differs, and no sooner.

mod approve_effect;
mod queries;
mod record_customer_signature;
mod refusals;
mod rules;
mod wire;

pub use refusals::EffectRefusal;
pub use rules::{Gate, Gates, SignatureKind, approval_asked};
pub use wire::{ApproveEffectRequest, CustomerSignatureView, EffectView, RecordCustomerSignature};

pub(crate) use queries::{gates, unsigned};
pub(crate) use wire::view;
