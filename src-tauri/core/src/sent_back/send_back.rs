//! 退回 of 生效审批 or 审核, with the reason: the order goes back to the assistant.

use super::{AskedFor, SendBackRefusal, SendBackRequest};
use crate::Desk;
use crate::accounts::Actor;
use crate::effect::{Gate, gates};
use crate::error::DeskError;
use crate::orders::{OrderFacts, order_facts};
use crate::storage::Connection;
use crate::task_sheets::{
    ContentSignature, SheetRefusal, check_signature, commit_order, may_check, sign_content,
};
use crate::typed::{LONGEST_NAME, clean_text};
use crate::wire::Done;

impl Desk {
    /// Takes a signed no over the hash of an order's content as it stands. Answers the order.
    ///
    /// # Errors
    /// When no reason is given, nothing waits for the word, the signer may not, or the order is not as it was shown.
    pub async fn send_back(
        &self,
        actor: &Actor,
        request: SendBackRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let reason = clean_text(&request.reason, LONGEST_NAME).map_err(SendBackRefusal::Reason)?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, request.asked_for.activity()).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        if !waits(&mut writer, &facts, request.asked_for).await? {
            return Err(SendBackRefusal::NothingWaits.into());
        }
        let what = ContentSignature {
            purpose: request.asked_for.purpose(),
            power: request.asked_for.power(),
            table: "sent_back",
            more: &[
                ("asked_for", request.asked_for.code().into()),
                ("reason", reason.into()),
            ],
        };
        let signature =
            sign_content(&mut writer, &facts, request.revision, &evidenced, what).await?;
        // A representative checks their own orders alone, and says no to those alone.
        let rep = facts.sales_rep.as_ref().map(|person| person.id);
        if request.asked_for == AskedFor::Check && !may_check(&signature, rep) {
            return Err(SheetRefusal::NotTheirOrder.into());
        }
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// Whether an order waits for the word: what is given is given.
async fn waits(
    connection: &mut Connection,
    facts: &OrderFacts,
    asked_for: AskedFor,
) -> Result<bool, DeskError> {
    if facts.issued {
        return Ok(false);
    }
    Ok(match asked_for {
        AskedFor::Effect => match gates(connection, facts).await?.approval {
            Gate::Unsigned | Gate::Stale(_) | Gate::SentBack(_) => true,
            Gate::Off | Gate::Passed(_) => false,
        },
        AskedFor::Check => {
            facts.kind().is_released() && check_signature(connection, facts).await?.is_none()
        }
    })
}
