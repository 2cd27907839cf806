//! What the window is told of a review, and what it asks.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::nature::{Nature, UnusualReason};
use super::opened::Ordered;
use super::opinion::{Department, Verdict};
use super::queries::{self, ReviewRow, Spoken};
use super::rules::{Conclusion, Review, State};
use super::triggers::Trigger;
use super::waiver::Waiver;
use crate::accounts::ApprovalRequest;
use crate::error::DeskError;
use crate::files::direct_lane;
use crate::orders::OrderLink;
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
    /// 最早日期 as typed (F5-1.2a); empty for none.
    pub new_date: String,
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
    /// Yes or no, where another delivery is asked for, or the order was taken on that condition (F5-1.2c, F5-1.2f).
    pub agreed: Option<bool>,
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
    /// Of 有条件接单: another delivery as typed (F5-1.2f); empty for none.
    pub new_date: String,
    /// Of 有条件接单: another technique (F5-1.2f); empty for none.
    pub technique: String,
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

/// 订单性质 as somebody decides it (F5-d1, F5-d2).
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DecideNatureRequest {
    /// The order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown.
    #[ts(type = "number")]
    pub revision: i64,
    /// Which.
    pub nature: Nature,
    /// Of 非常规: why.
    pub reasons: Vec<UnusualReason>,
    /// Why so, where the desk proposes otherwise.
    pub why: String,
}

/// 订单性质 on the screen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "OrderNatureView")]
pub struct NatureView {
    /// As it stands: decided, else proposed.
    pub nature: Nature,
    /// Why it is 非常规 by F5-d2.
    pub reasons: Vec<UnusualReason>,
    /// What the desk proposes.
    pub proposed: Nature,
    /// Why somebody decided so.
    pub why: String,
    /// Who decided; none while nobody has.
    pub decided_by: Option<String>,
    /// When, ISO UTC.
    pub decided_at: Option<String>,
    /// The order in which the product was last made for the customer.
    pub last: Option<OrderLink>,
    /// The day its sheet was issued.
    pub last_on: Option<String>,
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
    /// Who has to speak of it.
    pub asked: Vec<Department>,
    /// It is the one line of a 常规 order: can its delivery be kept (F5-1.2a)?
    pub feasibility: bool,
    /// 生产 is to answer last and has answered before these (F5-1.2.2e): a warning.
    pub answered_before: Vec<Department>,
    /// The delivery the customer has agreed to and the order does not have yet (F5-1.2f).
    pub to_carry: Option<String>,
    /// The demand on quality 品质 speaks of by name (S-4.4.1B); empty where there is none.
    pub quality_special: String,
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
    /// 最早日期.
    pub new_date: Option<String>,
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
    /// By whom; nobody knows of one from before that was kept.
    pub asked_by: Option<String>,
    /// Another delivery that is asked for.
    pub new_date: Option<String>,
    /// Whether the customer says yes to it, or to what the order was taken on condition of.
    pub agreed: Option<bool>,
    /// The answer.
    pub answer: Option<String>,
    /// Who gave it.
    pub answered_by: Option<String>,
    /// When, ISO UTC.
    pub answered_at: Option<String>,
}

/// The review of an order as a screen shows it; `None` where the order needs none and has none.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn view(
    connection: &mut Connection,
    ordered: &Ordered,
) -> Result<Option<ReviewView>, DeskError> {
    let order = ordered.facts.id;
    let row = queries::of_order(connection, order).await?;
    if row.is_none() && ordered.triggers.is_empty() && !ordered.feasibility_asked {
        return Ok(None);
    }
    let views: Vec<TriggerView> = ordered.triggers.iter().map(trigger_view).collect();
    let now = &ordered.content.hash;
    let silent = row.as_ref().is_none_or(|row| row.review.is_silent());
    let mut shown = match row {
        Some(row) => review_view(row, views, ordered),
        None => ReviewView {
            id: 0,
            number: String::new(),
            triggers: views,
            state: State::Open,
            stale: false,
            route: String::new(),
            opinions: Vec::new(),
            points: Vec::new(),
            conclusion: None,
            asked: ordered.asked.clone(),
            feasibility: ordered.triggers.is_empty(),
            answered_before: Vec::new(),
            to_carry: None,
            quality_special: String::new(),
            waiver: None,
            may_be_waived: false,
        },
    };
    shown.quality_special = ordered
        .facts
        .specification
        .special_quality()
        .unwrap_or_default()
        .to_owned();
    if silent && !ordered.triggers.is_empty() {
        let waiver = queries::waiver(connection, order).await?;
        shown.waiver = waiver.map(|waiver| waiver_view(waiver, &ordered.triggers, now));
        let all = ordered.triggers.iter().all(Trigger::may_be_waived);
        shown.may_be_waived = all && direct_lane(connection, order).await?;
    }
    Ok(Some(shown))
}

fn review_view(row: ReviewRow, triggers: Vec<TriggerView>, ordered: &Ordered) -> ReviewView {
    let review = ordered.asking(row.review);
    let now = review.knows(&ordered.content);
    let stale = review.conclusion_is_stale(now);
    let answered_before = spoke_before_others(&review, &row.spoken);
    let opinions = review
        .opinions
        .iter()
        .zip(row.spoken)
        .map(|(said, spoken)| OpinionView {
            department: said.0.department,
            verdict: said.0.verdict,
            opinion: said.0.opinion.clone(),
            conditions: said.0.conditions.clone(),
            new_date: said.0.new_date.map(|day| day.to_string()),
            person: spoken.person,
            recorded: spoken.recorded,
            at: spoken.at,
            stale: review.is_stale(said, now),
        });
    let points = review
        .points
        .iter()
        .zip(row.asked)
        .map(|(point, asked)| PointView {
            id: point.id,
            item: point.item.clone(),
            asked: asked.at,
            asked_by: asked.by,
            new_date: point.new_date.map(|day| day.to_string()),
            agreed: point.agreed,
            answer: asked.answer,
            answered_by: asked.answered_by,
            answered_at: asked.answered_at,
        });
    let to_carry = review.to_carry(ordered.content.delivery);
    ReviewView {
        id: row.id,
        number: row.number,
        triggers,
        state: review.state,
        stale,
        opinions: opinions.collect(),
        points: points.collect(),
        asked: review.asked.clone(),
        feasibility: review.is_feasibility(),
        answered_before,
        to_carry: to_carry.map(|day| day.to_string()),
        quality_special: String::new(),
        waiver: None,
        may_be_waived: false,
        conclusion: (review.state != State::Open).then_some(row.note),
        route: review.route,
    }
}

/// Whom 生产, who answers last, has answered before: those who are asked and have not spoken, or spoke later (F5-1.2.2e). The word of
/// the general manager is no part of what 生产 looks at.
fn spoke_before_others(review: &Review, spoken: &[Spoken]) -> Vec<Department> {
    let at = |department: Department| {
        let said = review.opinions.iter().map(|(said, _)| said.department);
        let found = said.zip(spoken).find(|(of, _)| *of == department);
        found.map(|(_, spoken)| spoken.at.as_str())
    };
    let Some(production) = at(Department::Production) else {
        return Vec::new();
    };
    let earlier = [
        Department::Prepress,
        Department::Quality,
        Department::Purchasing,
    ];
    earlier
        .into_iter()
        .filter(|department| match at(*department) {
            None => review.asked.contains(department),
            Some(spoke) => spoke > production,
        })
        .collect()
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

/// Why an order is reviewed, with its facts.
pub(crate) fn trigger_view(trigger: &Trigger) -> TriggerView {
    TriggerView {
        code: trigger.code().to_owned(),
        params: trigger
            .params()
            .into_iter()
            .map(|(name, fact)| (name.to_owned(), fact))
            .collect(),
    }
}
