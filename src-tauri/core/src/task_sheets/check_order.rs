//! 审核: 业务员 or 销售主管 stands for what is to be issued; never the assistant who issues it.

use super::SheetRefusal;
use super::rules::{Authority, may_check};
use super::standing::commit_order;
use super::wire::CheckOrderRequest;
use crate::Desk;
use crate::accounts::{Actor, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::error::DeskError;
use crate::orders::{OrderState, must_be_as_shown, order_facts};
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// Takes the 审核 of an order over the hash of its content as it stands. Answers the order.
    ///
    /// # Errors
    /// When the signer may not, or the sheet is issued already.
    pub async fn check_order(
        &self,
        actor: &Actor,
        request: CheckOrderRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, Activity::CheckOrder).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        if facts.state == OrderState::Released {
            return Err(SheetRefusal::AlreadyReleased.into());
        }
        if !facts.kind().is_released() {
            return Err(SheetRefusal::Presale.into());
        }
        must_be_as_shown(&mut writer, facts.id, request.revision).await?;
        evidenced.enter(&mut writer).await?;
        let content_hash = facts.specification.content_hash();
        let signed = SignRequest {
            purpose: Purpose::SheetCheck,
            content_hash: &content_hash,
            powers: &[Authority::Check.power()],
            only: None,
            customer: false,
            order: facts.id,
            never: Some(facts.assistant.id),
            not_before: None,
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        if !may_check(&signature, facts.sales_rep.as_ref().map(|person| person.id)) {
            return Err(SheetRefusal::NotTheirOrder.into());
        }
        writer
            .insert(
                "order_checks",
                &[
                    ("order_id", facts.id.into()),
                    ("content_hash", content_hash.clone().into()),
                    ("signature_id", signature.id.into()),
                ],
            )
            .await?;
        writer.about(Subject::Order(facts.id));
        writer.note("signer", signature.signer);
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}
