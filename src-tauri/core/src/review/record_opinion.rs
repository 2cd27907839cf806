//! Recording what a department says (S-4.3.2a).

use chrono::NaiveDate;

use super::opened::Ordered;
use super::opinion::Opinion;
use super::queries::ReviewRow;
use super::rules::one_line_of;
use super::{Department, RecordOpinionRequest, ReviewRefusal};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::calendar::{BusinessDay, HouseDays};
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::orders::must_be_as_shown;
use crate::storage::{Cell, Writer};
use crate::task_sheets::commit_order;
use crate::typed::{self, Expected};
use crate::wire::Done;

impl Desk {
    /// Takes the opinion of a department, signed by somebody who speaks for it; an earlier one of the same department
    /// is replaced. The first opinion opens the review. Answers the order.
    ///
    /// # Errors
    /// When a condition or reason is missing, the signer does not speak for the department, the route is no longer what was
    /// shown, or the order is not yet confirmed or already released.
    pub async fn record_opinion(
        &self,
        actor: &Actor,
        request: RecordOpinionRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let opinion = Opinion {
            department: request.department,
            verdict: request.verdict,
            opinion: request.opinion.trim().to_owned(),
            conditions: request.conditions.trim().to_owned(),
            new_date: day_to_come(&request.new_date, self.today())?,
        };
        opinion.check()?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;

        let mut writer = self.begin(actor, Activity::RecordOpinion).await?;
        let today = in_shanghai(writer.at()).date();
        let ordered = Ordered::read(&mut writer, request.order_id, today).await?;
        must_be_as_shown(&mut writer, request.order_id, request.revision).await?;
        let review = ordered.open_review(&mut writer).await?;
        evidenced.enter(&mut writer).await?;
        let route = &review.review.route;
        if request.route.trim() != route.trim() {
            return Err(ReviewRefusal::RouteChanged.into());
        }
        // The one line of a 常规 order is 生产's or PMC's (F5-1.2a).
        let line = opinion.department == Department::Production && ordered.triggers.is_empty();
        let known = review.review.knows(&ordered.content);
        let content_hash = if line {
            opinion.content_hash(&one_line_of(known), route)
        } else {
            opinion.content_hash(known, route)
        };
        let power = if line {
            Power::OpineFeasibility
        } else {
            opinion.department.power()
        };
        let signed = SignRequest {
            purpose: Purpose::ReviewOpinion,
            content_hash: &content_hash,
            powers: &[power],
            only: None,
            customer: false,
            order: ordered.facts.id,
            never: &[],
            not_before: Some(ordered.facts.recorded_moment()?),
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        writer.note("department", opinion.department.code());
        writer.note("verdict", opinion.verdict.code());
        writer.note("signer", &signature.signer);
        enter_opinion(&mut writer, &review, &opinion, signature.id).await?;
        enter_question(&mut writer, &review, &opinion).await?;
        Ok(Done {
            value: ordered.facts.id,
            changed: commit_order(writer, ordered.facts.id).await?,
        })
    }
}

async fn enter_opinion(
    writer: &mut Writer,
    review: &ReviewRow,
    opinion: &Opinion,
    signature: i64,
) -> Result<(), DeskError> {
    let said: [(&'static str, Cell); 7] = [
        ("review_id", review.id.into()),
        ("department", opinion.department.code().into()),
        ("verdict", opinion.verdict.code().into()),
        ("opinion", opinion.opinion.as_str().into()),
        ("conditions", opinion.conditions.as_str().into()),
        ("new_date", opinion.new_date.into()),
        ("signature_id", signature.into()),
    ];
    match earlier(review, opinion) {
        Some((_, row)) => writer.update("review_opinions", row, &said).await,
        None => writer.insert("review_opinions", &said).await.map(|_| ()),
    }
}

/// Puts the question of this opinion to the customer, and takes back that of the earlier one where it was not
/// answered (S-4.3.2b).
async fn enter_question(
    writer: &mut Writer,
    review: &ReviewRow,
    opinion: &Opinion,
) -> Result<(), DeskError> {
    let question = opinion.question();
    let before = earlier(review, opinion).and_then(|(said, _)| said.question());
    if before != question {
        let withdrawn = review
            .review
            .points
            .iter()
            .filter(|point| !point.answered && Some(&point.item) == before.as_ref());
        for point in withdrawn {
            writer.delete("review_points", point.id).await?;
        }
    }
    if let Some(question) = question.filter(|question| {
        review
            .review
            .points
            .iter()
            .all(|point| point.item != *question)
    }) {
        ask(writer, review.id, &question, opinion.new_date).await?;
    }
    Ok(())
}

/// Puts a question to the customer, and whether the delivery may be another one.
pub(super) async fn ask(
    writer: &mut Writer,
    review: i64,
    item: &str,
    new_date: Option<NaiveDate>,
) -> Result<(), DeskError> {
    let columns: [(&'static str, Cell); 5] = [
        ("review_id", review.into()),
        ("item", item.into()),
        ("asked_at", as_stored(writer.at()).into()),
        ("asked_by", writer.actor().id().into()),
        ("new_date", new_date.into()),
    ];
    writer.insert("review_points", &columns).await?;
    Ok(())
}

/// A day as it is typed, none where nothing is.
pub(super) fn day_to_come(
    text: &str,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, ReviewRefusal> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let read = typed::date(
        text,
        BusinessDay(today),
        Expected::Any,
        &HouseDays::default(),
    );
    let day = read.ok().map(|reckoned| reckoned.day.0);
    let day = day.filter(|day| *day >= today);
    day.map(Some).ok_or_else(|| ReviewRefusal::BadDay {
        text: text.to_owned(),
    })
}

/// What the same department said before, and its row.
fn earlier<'a>(review: &'a ReviewRow, opinion: &Opinion) -> Option<(&'a Opinion, i64)> {
    let said = review.review.opinions.iter().map(|(said, _)| said);
    said.zip(&review.spoken)
        .find(|(said, _)| said.department == opinion.department)
        .map(|(said, spoken)| (said, spoken.id))
}
