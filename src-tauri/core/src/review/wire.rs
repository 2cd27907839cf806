//! What the window is told of a review, and what it asks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::opinion::{Department, Verdict};
use super::queries::{self, ReviewRow};
use super::rules::{Conclusion, State};
use super::triggers::Trigger;
use super::waiver::Waiver;
use crate::accounts::ApprovalRequest;
use crate::error::DeskError;
use crate::files::direct_lane;
use crate::storage::Connection;

/// What a department says.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordOpinionRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown to the signer.
    #[ts(type = "number")]
    pub revision: i64,
    /// The route as it was shown to the signer; empty while there is none.
    pub route: String,
    /// Which department.
    pub department: Department,
    /// Its conclusion.
    pub verdict: Verdict,
    /// 意见.
    pub opinion: String,
    /// 条件.
    pub conditions: String,
    /// The yes of whoever speaks for it.
    pub approval: ApprovalRequest,
}

/// What the customer answered.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AnswerPointRequest {
    /// The point.
    #[ts(type = "number")]
    pub point_id: i64,
    /// The answer.
    pub answer: String,
    /// Who gave it.
    pub who: String,
    /// When, ISO UTC.
    pub at: String,
}

/// How the review ends.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConcludeReviewRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown to whoever concludes.
    #[ts(type = "number")]
    pub revision: i64,
    /// 总结论.
    pub conclusion: Conclusion,
    /// Conditions, or why not.
    pub note: String,
    /// 不接单 is signed by 总经理 or 副总经理 (F5-1.2d); nothing else is.
    pub approval: Option<ApprovalRequest>,
}

/// 免评审 (S-4.2.1c).
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WaiveReviewRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown to the signer.
    #[ts(type = "number")]
    pub revision: i64,
    /// Why it need not be reviewed.
    pub reason: String,
    /// The yes of 业务总监.
    pub approval: ApprovalRequest,
}

/// A review on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReviewView {
    /// Its row; 0 while the order is to be reviewed and nobody has spoken.
    #[ts(type = "number")]
    pub id: i64,
    /// 评审表号; empty while nobody has spoken.
    pub number: String,
    /// Why the order is reviewed, as it stands now.
    pub triggers: Vec<TriggerView>,
    /// How it stands.
    pub state: State,
    /// What was concluded upon has changed since.
    pub stale: bool,
    /// 工艺路线.
    pub route: String,
    /// What the departments said.
    pub opinions: Vec<OpinionView>,
    /// What the customer is asked.
    pub points: Vec<PointView>,
    /// What the conclusion says besides; `None` while open.
    pub conclusion: Option<String>,
    /// 免评审, be it for something else than what is ordered now; none once somebody has spoken.
    pub waiver: Option<WaiverView>,
    /// Whether it may be waived: of a 直通 customer's order, while nobody has spoken.
    pub may_be_waived: bool,
}

/// Who let an order go without its review, and why (S-4.2.1c).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewWaiver")]
pub struct WaiverView {
    /// Why.
    pub reason: String,
    /// Who signed.
    pub signer: String,
    /// On what it was given, when it was recorded for the signer (代录).
    pub recorded: Option<crate::accounts::Medium>,
    /// When, ISO UTC.
    pub at: String,
    /// Something else was waived than what is ordered now.
    pub stale: bool,
}

/// Why an order is reviewed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewTrigger")]
pub struct TriggerView {
    /// The letter of its clause: `C`, `D`.
    pub code: String,
    /// Facts for the words.
    pub params: BTreeMap<String, String>,
}

/// What a department said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewOpinion")]
pub struct OpinionView {
    /// Which.
    pub department: Department,
    /// Its conclusion.
    pub verdict: Verdict,
    /// 意见.
    pub opinion: String,
    /// 条件.
    pub conditions: String,
    /// Who spoke.
    pub person: String,
    /// On what it was given, when it was recorded for the signer (代录).
    pub recorded: Option<crate::accounts::Medium>,
    /// When, ISO UTC.
    pub at: String,
    /// Said of something else than what is ordered now.
    pub stale: bool,
}

/// What the customer is asked.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "ReviewPoint")]
pub struct PointView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// What is asked.
    pub item: String,
    /// When, ISO UTC.
    pub asked: String,
    /// The answer.
    pub answer: Option<String>,
    /// Who gave it.
    pub answered_by: Option<String>,
    /// When, ISO UTC.
    pub answered_at: Option<String>,
}

/// The review of an order as a screen shows it; `None` where the order needs none and has none. `triggers` and the
/// hash of its content, `now`, are those of this moment.
///
/// # Errors
/// When the database cannot be read.
pub async fn view(
    connection: &mut Connection,
    order: i64,
    triggers: &[Trigger],
    now: &str,
) -> Result<Option<ReviewView>, DeskError> {
    let row = queries::of_order(connection, order).await?;
    let views: Vec<TriggerView> = triggers.iter().copied().map(trigger_view).collect();
    Ok(match row {
        Some(row) => Some(review_view(row, views, now)),
        None if triggers.is_empty() => None,
        None => Some(ReviewView {
            waiver: queries::waiver(connection, order)
                .await?
                .map(|waiver| waiver_view(waiver, triggers, now)),
            may_be_waived: direct_lane(connection, order).await?,
            id: 0,
            number: String::new(),
            triggers: views,
            state: State::Open,
            stale: false,
            route: String::new(),
            opinions: Vec::new(),
            points: Vec::new(),
            conclusion: None,
        }),
    })
}

fn review_view(row: ReviewRow, triggers: Vec<TriggerView>, now: &str) -> ReviewView {
    let stale = row.review.conclusion_is_stale(now);
    let opinions = row
        .review
        .opinions
        .iter()
        .zip(row.spoken)
        .map(|(said, spoken)| OpinionView {
            department: said.0.department,
            verdict: said.0.verdict,
            opinion: said.0.opinion.clone(),
            conditions: said.0.conditions.clone(),
            person: spoken.person,
            recorded: spoken.recorded,
            at: spoken.at,
            stale: row.review.is_stale(said, now),
        });
    let points = row
        .review
        .points
        .iter()
        .zip(row.asked)
        .map(|(point, asked)| PointView {
            id: point.id,
            item: point.item.clone(),
            asked: asked.at,
            answer: asked.answer,
            answered_by: asked.answered_by,
            answered_at: asked.answered_at,
        });
    ReviewView {
        id: row.id,
        number: row.number,
        triggers,
        state: row.review.state,
        stale,
        opinions: opinions.collect(),
        points: points.collect(),
        waiver: None,
        may_be_waived: false,
        conclusion: (row.review.state != State::Open).then_some(row.note),
        route: row.review.route,
    }
}

fn waiver_view(waiver: Waiver, triggers: &[Trigger], now: &str) -> WaiverView {
    WaiverView {
        stale: !waiver.counts_for(now, triggers),
        reason: waiver.reason,
        signer: waiver.signature.signer,
        recorded: waiver.signature.recorded,
        at: waiver.signature.signed_at,
    }
}

fn trigger_view(trigger: Trigger) -> TriggerView {
    let facts = match trigger {
        Trigger::CaseBound => Vec::new(),
        Trigger::Amount { amount, above } => {
            vec![("amount", amount.to_string()), ("above", above.to_string())]
        }
    };
    TriggerView {
        code: trigger.code().to_owned(),
        params: facts
            .into_iter()
            .map(|(name, fact)| (name.to_owned(), fact))
            .collect(),
    }
}
