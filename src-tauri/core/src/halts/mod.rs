//! 暂停, 恢复 and 取消 of an order (F1-08, F1-11, F4-4c, F4-4d).
//!
//! 业务助理 suspends an order with a reason wherever it stands, and it rests: nobody changes, signs, issues or prints anything of it
//! until it goes on. Then it stands where its facts put it. A cancellation is for good: before 已生效 业务助理 does it with a reason;
//! from then on it is what a change of quantity, price or date is, with the signature of 业务总监, the customer's consent, and what it
//! costs whom. What it brings about is said before it is done, and kept with it.
//!
//! **Invariant:** an act on an order that rests is refused in one place, where every act is committed
//! ([`must_move`], `storage::Writer::commit`); what may be done all the same stands in one list (`rules::goes_on`), and what an order
//! begins with is not asked (`rules::begins`).
//! **Invariant:** a row is never changed, and nothing follows on a cancellation.
//! **Invariant:** no sheet of a cancelled order is in force.

mod cancel_order;
mod consequences;
mod queries;
mod refusals;
mod resume_order;
mod rules;
mod suspend_order;
mod wire;

pub use consequences::{CancelConsequences, PresaleBack, PrintBack, SampleBack};
pub(crate) use queries::rest;
pub use refusals::HaltRefusal;
pub use rules::{Asked, AskedBy, Halt, Money};
pub(crate) use wire::view;
pub use wire::{
    CancelOrderRequest, CancelPreview, HaltEntry, HaltView, ResumeOrderRequest, SaidBy,
    SuspendOrderRequest,
};

use crate::audit::Activity;
use crate::clock::{as_printed, from_stored};
use crate::error::{DeskError, Failure};
use crate::orders::OrderRest;
use crate::storage::Connection;

/// Refuses an act on an order that rests, unless it is one of those that need no moving order.
///
/// # Errors
/// When the order is suspended or cancelled, with who did it, since when and why.
pub(crate) async fn must_move(
    connection: &mut Connection,
    activity: Activity,
    order: i64,
) -> Result<(), DeskError> {
    if rules::begins(activity) {
        return Ok(());
    }
    let Some(resting) = queries::resting(connection, order).await? else {
        return Ok(());
    };
    if rules::goes_on(activity, resting.rest) {
        return Ok(());
    }
    let since = from_stored(&resting.at).map_err(|_| Failure::UnknownValue {
        what: "order_halts.done_at",
        value: resting.at,
    })?;
    let (who, since, why) = (resting.by, as_printed(since), resting.reason);
    Err(match resting.rest {
        OrderRest::Suspended => HaltRefusal::Suspended { who, since, why },
        OrderRest::Cancelled => HaltRefusal::Cancelled { who, since, why },
    }
    .into())
}
