//! Acknowledging that something came (F1-07).

use super::{HandOverRefusal, ReceiveHandOver, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// Notes who of the department said that it came. Answers the order.
    ///
    /// # Errors
    /// When nobody is named, there is no such line, or it was acknowledged already.
    pub async fn receive_hand_over(
        &self,
        actor: &Actor,
        request: &ReceiveHandOver,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let who = HandOverRefusal::fits(&request.who)?;
        if who.is_empty() {
            return Err(HandOverRefusal::NobodyReceived.into());
        }
        let mut writer = self.begin(actor, Activity::ReceiveHandOver).await?;
        let line = queries::line(&mut writer, request.hand_over_id)
            .await?
            .ok_or(HandOverRefusal::NoSuchLine)?;
        if let Some(by) = line.received_by {
            return Err(HandOverRefusal::ReceivedAlready { by }.into());
        }
        let at = as_stored(writer.at());
        writer
            .update(
                "hand_overs",
                line.id,
                &[("received_by", who.into()), ("received_at", at.into())],
            )
            .await?;
        writer.about(Subject::Order(line.order));
        writer.note("department", line.department);
        Ok(Done {
            value: line.order,
            changed: writer.commit().await?,
        })
    }
}
