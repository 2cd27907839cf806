//! 审核: 业务员 or 销售主管 stands for what is to be issued; never the assistant who issues it.

use super::SheetRefusal;
use super::rules::{Authority, may_check};
use super::sign_content::{ContentSignature, sign_content};
use super::standing::commit_order;
use super::wire::CheckOrderRequest;
use crate::Desk;
use crate::accounts::{Actor, Purpose};
use crate::audit::Activity;
use crate::error::DeskError;
use crate::orders::order_facts;
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
        if facts.issued {
            return Err(SheetRefusal::AlreadyReleased.into());
        }
        if !facts.kind().is_released() {
            return Err(SheetRefusal::Presale.into());
        }
        let what = ContentSignature {
            purpose: Purpose::SheetCheck,
            power: Authority::Check.power(),
            table: "order_checks",
            more: &[],
        };
        let shown = request.revision;
        let signature = sign_content(&mut writer, &facts, shown, &evidenced, what).await?;
        if !may_check(&signature, facts.sales_rep.as_ref().map(|person| person.id)) {
            return Err(SheetRefusal::NotTheirOrder.into());
        }
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}
