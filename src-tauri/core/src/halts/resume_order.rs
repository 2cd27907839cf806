//! 恢复: an order goes on, where its facts put it (F1-08).

use super::ResumeOrderRequest;
use super::rules::{AskedBy, Halt, may};
use super::suspend_order::enter;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::hand_overs::{self, Occasion};
use crate::orders::{must_be_as_shown, order_facts};
use crate::storage::{Cell, Subject};
use crate::task_sheets::{commit_order, fits};
use crate::wire::Done;

impl Desk {
    /// Lets a suspended order go on. Answers the order.
    ///
    /// # Errors
    /// When it is not suspended, or is not what was shown.
    pub async fn resume_order(
        &self,
        actor: &Actor,
        request: ResumeOrderRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let reason = fits(&request.reason)?;
        let mut writer = self.begin(actor, Activity::ResumeOrder).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        may(Halt::Resume, facts.state)?;
        must_be_as_shown(&mut writer, facts.id, request.revision).await?;
        let columns: [(&'static str, Cell); 5] = [
            ("reason", reason.as_str().into()),
            ("asked_by", AskedBy::House.code().into()),
            ("liable", "none".into()),
            ("outcome", "".into()),
            ("consequences", "".into()),
        ];
        enter(&mut writer, &facts, Halt::Resume, &columns).await?;
        writer.about(Subject::Order(facts.id));
        let content = if reason.is_empty() {
            "订单恢复".to_owned()
        } else {
            writer.note("reason", &reason);
            format!("订单恢复：{reason}")
        };
        hand_overs::on_halt(&mut writer, &facts, Occasion::Resumed, &content).await?;
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}
