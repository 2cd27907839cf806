//! Concluding a review: the order is taken, taken with conditions, or declined.

use super::opened::Ordered;
use super::record_opinion::{ask, day_to_come};
use super::rules::Conclusion;
use super::{ConcludeReviewRequest, ReviewRefusal, queries};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::orders::must_be_as_shown;
use crate::storage::{Cell, Subject};
use crate::task_sheets::{asked_by, commit_order};
use crate::wire::Done;

impl Desk {
    /// Concludes the review of an order over its content as it stands. On condition of another delivery, or of another technique,
    /// the customer is asked for that (F5-1.2f). Answers the order.
    ///
    /// # Errors
    /// With the first thing that is missing, or why it cannot be concluded so.
    pub async fn conclude_review(
        &self,
        actor: &Actor,
        request: ConcludeReviewRequest,
    ) -> Result<Done<i64>, DeskError> {
        let note = request.note.trim();
        ReviewRefusal::text_fits(note)?;
        let new_date = day_to_come(&request.new_date, self.today())?;
        let technique = Some(request.technique.trim()).filter(|text| !text.is_empty());
        ReviewRefusal::text_fits(technique.unwrap_or_default())?;
        // A condition says itself what it is.
        let said = !note.is_empty() || new_date.is_some() || technique.is_some();
        let said = match request.conclusion {
            Conclusion::Accepted => true,
            Conclusion::Conditional => said,
            Conclusion::Declined => !note.is_empty(),
        };
        if !said {
            return Err(ReviewRefusal::NoNote.into());
        }
        // 不接单 is no word of sales alone (F5-1.2d).
        let evidenced = match (request.conclusion, request.approval) {
            (Conclusion::Declined, Some(approval)) => {
                Some(self.keep_evidence(actor, approval).await?)
            }
            (Conclusion::Declined, None) => return Err(ReviewRefusal::DeclineUnsigned.into()),
            _ => None,
        };
        let mut writer = self.begin(actor, Activity::ConcludeReview).await?;
        writer.about(Subject::Order(request.order_id));
        let today = in_shanghai(writer.at()).date();
        let ordered = Ordered::read(&mut writer, request.order_id, today).await?;
        if ordered.facts.issued {
            return Err(ReviewRefusal::Released.into());
        }
        must_be_as_shown(&mut writer, request.order_id, request.revision).await?;
        let row = queries::of_order(&mut writer, ordered.facts.id)
            .await?
            .ok_or(ReviewRefusal::NotOpened)?;
        let review = ordered.asking(row.review.clone());
        let now = review.knows(&ordered.content).to_owned();
        review.check_conclusion(request.conclusion, &now)?;
        let signature = match &evidenced {
            Some(evidenced) => {
                evidenced.enter(&mut writer).await?;
                let never = asked_by(&mut writer, &ordered.facts).await?;
                let signed = SignRequest {
                    purpose: Purpose::Decline,
                    content_hash: &now,
                    powers: &[Power::SignDecline],
                    only: None,
                    customer: false,
                    order: ordered.facts.id,
                    never: &never,
                    not_before: Some(ordered.facts.recorded_moment()?),
                    approval: &evidenced.approval,
                };
                Some(sign(&mut writer, signed).await?)
            }
            None => None,
        };
        let state = request.conclusion.state().code();
        let concluded: [(&'static str, Cell); 7] = [
            ("state", state.into()),
            ("triggers", ordered.triggers_as_stored().into()),
            ("conclusion", note.into()),
            ("content_hash", now.as_str().into()),
            ("concluded_at", as_stored(writer.at()).into()),
            ("concluded_by", actor.id().into()),
            (
                "decline_signature_id",
                signature.as_ref().map(|signature| signature.id).into(),
            ),
        ];
        writer.update("reviews", row.id, &concluded).await?;
        if request.conclusion == Conclusion::Conditional {
            let conditions = [
                new_date.map(|day| (format!("有条件接单：交期改到 {day}"), Some(day))),
                technique.map(|text| (format!("有条件接单：{text}"), None)),
            ];
            for (item, day) in conditions.into_iter().flatten() {
                if !review.is_settled(&item, day) {
                    ask(&mut writer, row.id, &item, day).await?;
                }
            }
        }
        writer.note("review", &row.number);
        writer.note("conclusion", state);
        if let Some(signature) = signature {
            writer.note("signer", signature.signer);
        }
        Ok(Done {
            value: ordered.facts.id,
            changed: commit_order(writer, ordered.facts.id).await?,
        })
    }
}
