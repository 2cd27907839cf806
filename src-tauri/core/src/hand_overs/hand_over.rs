//! Entering by hand what was handed over (F1-07).

use super::{HandOverRefusal, HandOverRequest, Occasion};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::order_facts;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// Enters a line. Answers the order.
    ///
    /// # Errors
    /// When no department or nothing handed over is named, or a text is too long.
    pub async fn hand_over(
        &self,
        actor: &Actor,
        request: &HandOverRequest,
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let department = HandOverRefusal::fits(&request.department)?;
        let person = HandOverRefusal::fits(&request.person)?;
        let content = HandOverRefusal::fits(&request.content)?;
        if department.is_empty() {
            return Err(HandOverRefusal::NoDepartment.into());
        }
        if content.is_empty() {
            return Err(HandOverRefusal::NothingHanded.into());
        }
        let mut writer = self.begin(actor, Activity::HandOver).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        let at = as_stored(writer.at());
        writer
            .insert(
                "hand_overs",
                &[
                    ("order_id", facts.id.into()),
                    ("occasion", Occasion::ByHand.code().into()),
                    ("department", department.as_str().into()),
                    ("person", person.into()),
                    ("content", content.into()),
                    ("handed_at", at.into()),
                    ("handed_by", by.into()),
                ],
            )
            .await?;
        writer.about(Subject::Order(facts.id));
        writer.note("department", department);
        Ok(Done {
            value: facts.id,
            changed: writer.commit().await?,
        })
    }
}
