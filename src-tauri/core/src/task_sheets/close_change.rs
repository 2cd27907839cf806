//! A change that comes to nothing: refused by who should have approved it, or withdrawn by who asked for it. Its
//! trace stays.

use super::approve_change::waiting;
use super::queries::AmendmentRow;
use super::rules::may_check;
use super::standing::commit_order;
use super::wire::RefuseChangeRequest;
use super::{Authority, SheetRefusal};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::orders::{OrderForm, order_facts};
use crate::storage::{Subject, Topic, Writer};
use crate::wire::Done;

impl Desk {
    /// Refuses a change, signed by somebody who could have approved it. Answers the order.
    ///
    /// # Errors
    /// When no reason is given, the change is closed, or the signer has no say in it.
    pub async fn refuse_change(
        &self,
        actor: &Actor,
        request: RefuseChangeRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, Activity::RefuseChange).await?;
        let amendment = waiting(&mut writer, request.amendment_id).await?;
        let reason = reason(&request.reason)?;
        evidenced.enter(&mut writer).await?;
        let powers: Vec<Power> = amendment
            .needs
            .iter()
            .filter_map(|need| Authority::from_code(need))
            .map(Authority::power)
            .collect();
        let signed = SignRequest {
            purpose: Purpose::ChangeRefusal,
            content_hash: &amendment.content_hash,
            powers: &powers,
            only: None,
            customer: false,
            order: amendment.order,
            never: &[amendment.requested_by],
            not_before: Some(amendment.asked_at()?),
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        // A representative checks their own orders alone, and says no to the new version of those alone.
        let facts = order_facts(&mut writer, amendment.order).await?;
        if !may_check(&signature, facts.sales_rep.map(|person| person.id)) {
            return Err(SheetRefusal::NotTheirOrder.into());
        }
        writer.note("signer", signature.signer);
        close(&mut writer, amendment.id, "refused", reason).await?;
        writer.about(Subject::Order(amendment.order));
        let mut changed = commit_order(writer, amendment.order).await?;
        self.give_back(actor, &amendment, &mut changed).await?;
        Ok(Done {
            value: amendment.order,
            changed,
        })
    }

    /// Withdraws a change. Answers the order.
    ///
    /// # Errors
    /// When somebody else asked for it, or it is closed.
    pub async fn withdraw_change(
        &self,
        actor: &Actor,
        amendment: i64,
        reason_given: &str,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let mut writer = self.begin(actor, Activity::WithdrawChange).await?;
        let amendment = waiting(&mut writer, amendment).await?;
        amendment.waiting(&[]).may_withdraw(account)?;
        close(
            &mut writer,
            amendment.id,
            "withdrawn",
            reason(reason_given)?,
        )
        .await?;
        writer.about(Subject::Order(amendment.order));
        let mut changed = commit_order(writer, amendment.order).await?;
        self.give_back(actor, &amendment, &mut changed).await?;
        Ok(Done {
            value: amendment.order,
            changed,
        })
    }
}

impl Desk {
    /// What was typed goes back to who typed it, as the draft it was.
    async fn give_back(
        &self,
        actor: &Actor,
        amendment: &AmendmentRow,
        changed: &mut Vec<Topic>,
    ) -> Result<(), DeskError> {
        if actor.id() != Some(amendment.requested_by) {
            return Ok(());
        }
        let unknown = |_| Failure::UnknownValue {
            what: "amendments.form",
            value: amendment.id.to_string(),
        };
        let form: OrderForm = serde_json::from_str(&amendment.form).map_err(unknown)?;
        let key = format!("order:{}", amendment.order);
        let kept = self.save_draft(actor, &key, &form, None).await?;
        changed.extend(kept.changed);
        Ok(())
    }
}

fn reason(text: &str) -> Result<String, SheetRefusal> {
    let text = text.trim();
    if text.is_empty() {
        Err(SheetRefusal::ReasonMissing)
    } else {
        Ok(text.to_owned())
    }
}

pub(super) async fn close(
    writer: &mut Writer,
    amendment: i64,
    state: &'static str,
    reason: String,
) -> Result<(), DeskError> {
    let at = as_stored(writer.at());
    writer
        .update(
            "amendments",
            amendment,
            &[
                ("state", state.into()),
                ("closing_note", reason.into()),
                ("decided_at", at.into()),
            ],
        )
        .await
}
