//! Recording what the customer answered (S-4.3.2b).

use chrono::NaiveDate;

use super::opened::Ordered;
use super::queries::ReviewRow;
use super::{AnswerPointRequest, Review, ReviewRefusal, State, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::{as_stored, from_stored, in_shanghai};
use crate::error::DeskError;
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Enters the customer's answer to a point: what, who and when, and to another delivery yes or no. Another answer replaces it, and
    /// the review is concluded anew, unless the customer says yes to what the order was taken on condition of (F5-1.2f). Answers
    /// the order.
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
        let ordered = Ordered::read(&mut writer, order, today).await?;
        if ordered.facts.issued {
            return Err(ReviewRefusal::Released.into());
        }
        let row = queries::of_order(&mut writer, order).await?;
        let row = row.ok_or(ReviewRefusal::NotOpened)?;
        let new_date = new_date_of(&row.review, request.point_id);
        if new_date.is_some() && request.agreed.is_none() {
            return Err(ReviewRefusal::NeitherYesNorNo.into());
        }
        // A yes to what the order was taken on condition of is what the conclusion waits for; anything else is concluded anew.
        let fulfils = row.review.state == State::Conditional && request.agreed == Some(true);
        if !fulfils {
            ordered.open_review(&mut writer).await?;
        }
        writer
            .update(
                "review_points",
                request.point_id,
                &[
                    ("answer", answer.into()),
                    ("answered_by", who.into()),
                    ("answered_at", as_stored(given).into()),
                    ("agreed", request.agreed.map(i64::from).into()),
                ],
            )
            .await?;
        if let (Some(day), Some(true)) = (new_date, request.agreed) {
            agree_on(&mut writer, &row, &ordered, day, fulfils).await?;
        }
        writer.about(Subject::Order(order));
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }
}

/// The delivery a point asks for.
fn new_date_of(review: &Review, point: i64) -> Option<NaiveDate> {
    let asked = review.points.iter().find(|asked| asked.id == point);
    asked.and_then(|asked| asked.new_date)
}

/// Keeps what the customer agreed to: the order that gets this delivery is the one that was reviewed (F5-1.2f). Where what was
/// concluded upon has changed since, or is earlier than the departments spoke of, nothing is kept, and it is reviewed anew.
async fn agree_on(
    writer: &mut Writer,
    row: &ReviewRow,
    ordered: &Ordered,
    day: NaiveDate,
    concluded: bool,
) -> Result<(), DeskError> {
    if concluded && row.review.content_hash != row.review.knows(&ordered.content) {
        return Ok(());
    }
    if !row.review.may_become(day, ordered.content.delivery) {
        return Ok(());
    }
    let columns = [
        ("new_date", Some(day).into()),
        ("dateless_hash", ordered.content.dateless.as_str().into()),
        ("content_hash", row.review.knows(&ordered.content).into()),
    ];
    writer.update("reviews", row.id, &columns).await
}
