//! 生效审批: 销售主管 or 业务总监 lets an order take effect; never the assistant who asks for it (F7-07a).

use super::queries::gates;
use super::{ApproveEffectRequest, EffectRefusal, Gate};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::error::DeskError;
use crate::orders::{OrderState, must_be_as_shown, order_facts};
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Takes the approval of an order over the hash of its content as it stands. Answers the order.
    ///
    /// # Errors
    /// When none is asked, the signer may not, or the order is not as it was shown.
    pub async fn approve_effect(
        &self,
        actor: &Actor,
        request: ApproveEffectRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, Activity::ApproveEffect).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        if facts.state == OrderState::Released {
            return Err(EffectRefusal::Released.into());
        }
        must_be_as_shown(&mut writer, facts.id, request.revision).await?;
        match gates(&mut writer, &facts).await?.approval {
            Gate::Off => return Err(EffectRefusal::NoApprovalAsked.into()),
            Gate::Passed(_) => return Err(EffectRefusal::ApprovedAlready.into()),
            Gate::Unsigned | Gate::Stale(_) => {}
        }
        evidenced.enter(&mut writer).await?;
        let content_hash = facts.specification.content_hash();
        let signed = SignRequest {
            purpose: Purpose::Effect,
            content_hash: &content_hash,
            powers: &[Power::SignEffect],
            only: None,
            customer: false,
            order: facts.id,
            never: Some(facts.assistant.id),
            not_before: None,
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        writer
            .insert(
                "effect_approvals",
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
