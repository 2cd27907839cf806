//! 生效审批: 销售主管 or 业务总监 lets an order take effect; never the assistant who asks for it (F7-07a).

use super::queries::gates;
use super::{ApproveEffectRequest, EffectRefusal, Gate};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose};
use crate::audit::Activity;
use crate::error::DeskError;
use crate::orders::order_facts;
use crate::task_sheets::{ContentSignature, commit_order, sign_content};
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
        if facts.issued {
            return Err(EffectRefusal::Released.into());
        }
        match gates(&mut writer, &facts).await?.approval {
            Gate::Off => return Err(EffectRefusal::NoApprovalAsked.into()),
            Gate::Passed(_) => return Err(EffectRefusal::ApprovedAlready.into()),
            Gate::Unsigned | Gate::Stale(_) | Gate::SentBack(_) => {}
        }
        let what = ContentSignature {
            purpose: Purpose::Effect,
            power: Power::SignEffect,
            table: "effect_approvals",
            more: &[],
        };
        sign_content(&mut writer, &facts, request.revision, &evidenced, what).await?;
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}
