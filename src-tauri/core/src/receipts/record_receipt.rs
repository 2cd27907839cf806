//! Money that came in is entered: day, amount, way and voucher (F7-15a).

use super::ReceiptRefusal;
use super::wire::RecordReceiptRequest;
use crate::Desk;
use crate::accounts::{Actor, Role};
use crate::audit::Activity;
use crate::calendar::{BusinessDay, HouseDays};
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::measures::Fen;
use crate::orders::{FieldProblem, order_facts, said_note};
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::typed::{self, Expected, NotUnderstood};
use crate::wire::Done;

impl Desk {
    /// Enters a receipt of an order; a part of what is due is as good as all of it. Finance knows what it has in its books;
    /// whoever else enters it names the voucher by which finance finds it. Answers the order.
    ///
    /// # Errors
    /// Refuses an amount or a day that cannot be read or is still to come, a missing voucher, and what nobody pays for.
    pub async fn record_receipt(
        &self,
        actor: &Actor,
        request: &RecordReceiptRequest,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let (amount, day) = understood(request, BusinessDay(self.today()))?;
        if day > BusinessDay(self.today()) {
            return Err(ReceiptRefusal::InFuture.into());
        }
        let reference = said_note("receipt.reference", &request.reference)?;
        let remark = said_note("receipt.remark", &request.remark)?;
        if reference.is_empty() && !actor.roles().contains(&Role::Finance) {
            return Err(ReceiptRefusal::ReferenceMissing.into());
        }
        let mut writer = self.begin(actor, Activity::RecordReceipt).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        writer.about(Subject::Order(facts.id));
        if !facts.kind().is_read_back() {
            return Err(ReceiptRefusal::NoCustomer.into());
        }
        let columns = [
            ("order_id", facts.id.into()),
            ("received_on", day.to_string().into()),
            ("amount", amount.0.into()),
            ("way", request.way.code().into()),
            ("reference", reference.into()),
            ("remark", remark.into()),
            ("counters", Option::<i64>::None.into()),
            ("recorded_at", as_stored(writer.at()).into()),
            ("recorded_by", account.into()),
        ];
        writer.insert("receipts", &columns).await?;
        writer.note("amount", amount.to_string());
        writer.note("way", request.way.code());
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// Amount and day as they were typed; no day is today.
fn understood(
    request: &RecordReceiptRequest,
    today: BusinessDay,
) -> Result<(Fen, BusinessDay), ReceiptRefusal> {
    let mut fields = Vec::new();
    let mut problem = |path: &str, problem: &NotUnderstood| {
        fields.push(FieldProblem {
            path: path.to_owned(),
            code: problem.code(),
            params: problem.params(),
        });
    };
    let amount = typed::money(&request.amount);
    let amount = match amount {
        Ok(Fen::ZERO) => {
            problem("receipt.amount", &NotUnderstood::Empty);
            None
        }
        Ok(amount) => Some(amount),
        Err(why) => {
            problem("receipt.amount", &why);
            None
        }
    };
    let day = match typed::date(
        &request.received_on,
        today,
        Expected::Any,
        &HouseDays::default(),
    ) {
        Ok(reckoned) => Some(reckoned.day),
        Err(NotUnderstood::Empty) => Some(today),
        Err(why) => {
            problem("receipt.received_on", &why);
            None
        }
    };
    match (amount, day) {
        (Some(amount), Some(day)) => Ok((amount, day)),
        _ => Err(ReceiptRefusal::NotUnderstood { fields }),
    }
}
