//! 免评审: 业务总监 lets the order of a 直通 customer go without its review, with a reason (S-4.2.1c, S-4.3.1).

use super::opened::Ordered;
use super::waiver::waived_hash;
use super::{ReviewRefusal, Trigger, WaiveReviewRequest, queries};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::files::direct_lane;
use crate::orders::{OrderState, must_be_as_shown};
use crate::storage::Subject;
use crate::task_sheets::{asked_by, commit_order};
use crate::wire::Done;

impl Desk {
    /// Takes the signature that waives the review of an order over what would be reviewed, why it would be, and the reason why
    /// it is not; never of whoever asks for the order (F1-02). Answers the order.
    ///
    /// # Errors
    /// Refuses no reason, a customer who is not 直通, an order that is not confirmed, is issued, needs no review, is waived
    /// already or whose review has begun, a signer who may not, and an order that is not as it was shown.
    pub async fn waive_review(
        &self,
        actor: &Actor,
        request: WaiveReviewRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let reason = request.reason.trim();
        if reason.is_empty() {
            return Err(ReviewRefusal::NoWaiverReason.into());
        }
        ReviewRefusal::text_fits(reason)?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, Activity::WaiveReview).await?;
        writer.about(Subject::Order(request.order_id));
        let today = in_shanghai(writer.at()).date();
        let ordered = Ordered::read(&mut writer, request.order_id, today).await?;
        must_be_as_shown(&mut writer, ordered.facts.id, request.revision).await?;
        if ordered.facts.issued {
            return Err(ReviewRefusal::Released.into());
        }
        if ordered.facts.state == OrderState::Registered {
            return Err(ReviewRefusal::NotConfirmed.into());
        }
        if !direct_lane(&mut writer, ordered.facts.id).await? {
            return Err(ReviewRefusal::WaivedForDirectOnly.into());
        }
        let begun = queries::of_order(&mut writer, ordered.facts.id).await?;
        if begun.is_some_and(|row| !row.review.is_silent()) {
            return Err(ReviewRefusal::Begun.into());
        }
        if ordered.triggers.is_empty() {
            return Err(ReviewRefusal::NothingToWaive.into());
        }
        if !ordered.triggers.iter().all(Trigger::may_be_waived) {
            return Err(ReviewRefusal::QualityIsReviewed.into());
        }
        if ordered.is_waived() {
            return Err(ReviewRefusal::WaivedAlready.into());
        }
        evidenced.enter(&mut writer).await?;
        let content_hash = waived_hash(&ordered.content.hash, &ordered.triggers, reason);
        let never = asked_by(&mut writer, &ordered.facts).await?;
        let signed = SignRequest {
            purpose: Purpose::ReviewWaiver,
            content_hash: &content_hash,
            powers: &[Power::SignReviewWaiver],
            only: None,
            customer: false,
            order: ordered.facts.id,
            never: &never,
            not_before: Some(ordered.facts.recorded_moment()?),
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        let columns = [
            ("order_id", ordered.facts.id.into()),
            ("reason", reason.into()),
            ("signature_id", signature.id.into()),
        ];
        writer.insert("review_waivers", &columns).await?;
        writer.note("signer", signature.signer);
        writer.note("reason", reason);
        Ok(Done {
            value: ordered.facts.id,
            changed: commit_order(writer, ordered.facts.id).await?,
        })
    }
}
