//! 冲销: a receipt that was entered wrong is countered, and stands as it was (F7-15a).

use super::wire::CounterReceiptRequest;
use super::{ReceiptRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::said_note;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Enters the same amount the other way, with the reason; what is right is entered anew. Answers the order.
    ///
    /// # Errors
    /// Refuses no reason, a receipt that is not there, and one that is countered or counters another.
    pub async fn counter_receipt(
        &self,
        actor: &Actor,
        request: &CounterReceiptRequest,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let reason = said_note("receipt-counter.reason", &request.reason)?;
        if reason.is_empty() {
            return Err(ReceiptRefusal::NoReason.into());
        }
        let today = self.today().to_string();
        let mut writer = self.begin(actor, Activity::CounterReceipt).await?;
        let (receipt, countered) = queries::one(&mut writer, request.receipt_id)
            .await?
            .ok_or(ReceiptRefusal::NoSuchReceipt)?;
        writer.about(Subject::Order(receipt.order));
        if countered || receipt.counters.is_some() {
            return Err(ReceiptRefusal::CounteredAlready.into());
        }
        let columns = [
            ("order_id", receipt.order.into()),
            ("received_on", today.into()),
            ("amount", (-receipt.amount.0).into()),
            ("way", receipt.way.code().into()),
            ("reference", receipt.reference.as_str().into()),
            ("remark", reason.as_str().into()),
            ("counters", Some(receipt.id).into()),
            ("recorded_at", as_stored(writer.at()).into()),
            ("recorded_by", account.into()),
        ];
        writer.insert("receipts", &columns).await?;
        writer.note("amount", receipt.amount.to_string());
        writer.note("reason", &reason);
        Ok(Done {
            value: receipt.order,
            changed: commit_order(writer, receipt.order).await?,
        })
    }
}
