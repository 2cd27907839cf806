//! Recording what the customer answered (S-4.3.2b).

use super::opened::Ordered;
use super::{AnswerPointRequest, ReviewRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::{as_stored, from_stored, in_shanghai};
use crate::error::DeskError;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Enters the customer's answer to a point: what, who and when. Another answer replaces it, and the review is
    /// concluded anew. Answers the order.
    ///
    /// # Errors
    /// When text or name is missing, the moment has not been yet, or the order is already released.
    pub async fn answer_point(
        &self,
        actor: &Actor,
        request: AnswerPointRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let (answer, who) = (request.answer.trim(), request.who.trim());
        if answer.is_empty() || who.is_empty() {
            return Err(ReviewRefusal::NoAnswer.into());
        }
        for text in [answer, who] {
            ReviewRefusal::text_fits(text)?;
        }
        let mut writer = self.begin(actor, Activity::AnswerPoint).await?;
        let given = from_stored(&request.at)
            .ok()
            .filter(|at| *at <= writer.at());
        let given = given.ok_or(ReviewRefusal::BadMoment { text: request.at })?;
        let order = queries::order_of_point(&mut writer, request.point_id)
            .await?
            .ok_or(ReviewRefusal::NoSuchPoint)?;
        let today = in_shanghai(writer.at()).date();
        Ordered::read(&mut writer, order, today)
            .await?
            .open_review(&mut writer)
            .await?;
        writer
            .update(
                "review_points",
                request.point_id,
                &[
                    ("answer", answer.into()),
                    ("answered_by", who.into()),
                    ("answered_at", as_stored(given).into()),
                ],
            )
            .await?;
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }
}
