//! 回复客户: the confirmation went out (F1-05b).

use super::queries;
use super::refusals::SaleRefusal;
use super::rules::PaperKind;
use super::wire::RecordReply;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::order_facts;
use crate::orders::said::Said;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

/// As far as a moment is shown: `2026-11-24T02:40`.
const TO_THE_MINUTE: usize = 16;

impl Desk {
    /// Records that the latest 订单确认书 was sent: to whom, when, by which way. Answers the order.
    ///
    /// # Errors
    /// Refuses a reply while no confirmation was made, one older than it, and one that says not to whom, how or when.
    pub async fn record_reply(
        &self,
        actor: &Actor,
        request: &RecordReply,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let now = as_stored(self.now());
        let said = Said::of(&request.whom, &request.at, &request.how, &now)?;
        let mut writer = self.begin(actor, Activity::RecordReply).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        let paper = queries::latest(&mut writer, facts.id, PaperKind::Confirmation)
            .await?
            .ok_or(SaleRefusal::NoConfirmationMade)?;
        // A person types minutes: within the minute in which the paper was made it was not sent earlier.
        if said.at.get(..TO_THE_MINUTE) < paper.made_at.get(..TO_THE_MINUTE) {
            return Err(SaleRefusal::ReplyBeforePaper.into());
        }
        writer
            .insert(
                "confirmation_replies",
                &[
                    ("order_id", facts.id.into()),
                    ("sale_paper_id", paper.id.into()),
                    ("whom", said.who.into()),
                    ("how", said.how.as_str().into()),
                    ("replied_at", said.at.into()),
                    ("recorded_by", account.into()),
                ],
            )
            .await?;
        writer.about(Subject::Order(facts.id));
        writer.note("number", facts.number);
        writer.note("how", said.how);
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}
