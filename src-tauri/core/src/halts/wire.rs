//! What the window is told of halts, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::consequences::CancelConsequences;
use super::queries::{self, HaltRow};
use super::rules::{Asked, AskedBy, Halt, Money, may};
use crate::accounts::{self, ApprovalRequest};
use crate::error::{DeskError, Failure};
use crate::measures::Fen;
use crate::orders::{OrderFacts, OrderState};
use crate::storage::Connection;
use crate::task_sheets::{ConsentRequest, Liable, LossRequest};

/// Who of the customer said it, or was told.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaidBy {
    /// Who.
    pub who: String,
    /// When, ISO; empty: now.
    pub at: String,
    /// How: phone, wechat, email, in_person, fax.
    pub how: String,
}

/// An order is to rest.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SuspendOrderRequest {
    /// Which.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown.
    #[ts(type = "number")]
    pub revision: i64,
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub asked_by: AskedBy,
    /// Who of the customer was spoken to (F1-11).
    pub contact: Option<SaidBy>,
    /// Until which day, as typed; empty: nobody knows.
    pub until: String,
}

/// An order is to go on.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ResumeOrderRequest {
    /// Which.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown.
    #[ts(type = "number")]
    pub revision: i64,
    /// Why; may be empty.
    pub reason: String,
}

/// An order is cancelled.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CancelOrderRequest {
    /// Which.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown.
    #[ts(type = "number")]
    pub revision: i64,
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub asked_by: AskedBy,
    /// Who of the customer was spoken to, or consented (F1-11, F4-4c).
    pub contact: Option<ConsentRequest>,
    /// What it costs whom (F4-4d).
    pub loss: Option<LossRequest>,
    /// What becomes of the money that came in.
    pub money: Option<Money>,
    /// The yes of 业务总监, where one is needed.
    pub approval: Option<ApprovalRequest>,
}

/// What a cancellation would ask for and bring about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CancelPreview {
    /// What it asks for where we ask for it.
    pub asked_by_house: Asked,
    /// What it asks for where the customer does.
    pub asked_by_customer: Asked,
    /// What it brings about.
    pub consequences: CancelConsequences,
}

/// One halt of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HaltEntry {
    /// Which.
    pub kind: Halt,
    /// Why.
    pub reason: String,
    /// Who asked for it.
    pub asked_by: AskedBy,
    /// Who of the customer was spoken to.
    pub contact: Option<String>,
    /// When (UTC).
    pub contact_at: Option<String>,
    /// How.
    pub contact_how: Option<String>,
    /// Until which day.
    pub until: Option<String>,
    /// What becomes of the money.
    pub money: Option<Money>,
    /// 损失金额.
    pub loss: Option<String>,
    /// 责任方.
    pub liable: Liable,
    /// 处理结果.
    pub outcome: String,
    /// What it brought about.
    pub consequences: Option<CancelConsequences>,
    /// Who approved it.
    pub approved_by: Option<String>,
    /// On what that was given, when it was recorded (代录).
    pub recorded: Option<accounts::Medium>,
    /// When (UTC).
    pub at: String,
    /// Who did it.
    pub by: String,
}

/// Whether an order rests, and what may be done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HaltView {
    /// It may be suspended.
    pub may_suspend: bool,
    /// It may go on.
    pub may_resume: bool,
    /// It may be cancelled.
    pub may_cancel: bool,
    /// It has a customer to be spoken to.
    pub has_customer: bool,
    /// Suspending it asks who of the customer was told, whoever asked for it.
    pub in_effect: bool,
    /// Everything that was done, the latest first.
    pub entries: Vec<HaltEntry>,
}

/// Once the plant or the customer counts on it.
pub(super) const fn in_effect(facts: &OrderFacts) -> bool {
    facts.effect_at.is_some() || facts.issued
}

/// The halts of an order as its page shows them.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn view(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<HaltView, DeskError> {
    let ever = matches!(facts.state, OrderState::Suspended | OrderState::Cancelled);
    let rows = queries::of_order(connection, facts.id).await?;
    debug_assert!(!ever || !rows.is_empty(), "the state follows from the rows");
    let mut entries = Vec::with_capacity(rows.len());
    for row in rows {
        entries.push(entry(connection, row).await?);
    }
    let allowed = |halt| may(halt, facts.state).is_ok();
    Ok(HaltView {
        may_suspend: allowed(Halt::Suspend),
        may_resume: allowed(Halt::Resume),
        may_cancel: allowed(Halt::Cancel),
        has_customer: facts.kind().is_read_back(),
        in_effect: in_effect(facts),
        entries,
    })
}

async fn entry(connection: &mut Connection, row: HaltRow) -> Result<HaltEntry, DeskError> {
    let unknown = |what: &'static str, value: String| Failure::UnknownValue { what, value };
    let consequences = if row.consequences.is_empty() {
        None
    } else {
        Some(
            serde_json::from_str(&row.consequences)
                .map_err(|_| unknown("order_halts.consequences", row.consequences))?,
        )
    };
    let signature = match row.signature {
        Some(id) => Some(accounts::queries::signature(connection, id).await?),
        None => None,
    };
    let (contact, contact_at, contact_how) = match row.contact {
        Some((who, at, how)) => (Some(who), Some(at), Some(how)),
        None => (None, None, None),
    };
    Ok(HaltEntry {
        kind: row.halt,
        reason: row.reason,
        asked_by: row.asked_by,
        contact,
        contact_at,
        contact_how,
        until: row.until,
        money: row.money,
        loss: row.loss.map(|loss| Fen(loss).to_string()),
        liable: Liable::from_code(&row.liable)
            .ok_or_else(|| unknown("order_halts.liable", row.liable))?,
        outcome: row.outcome,
        consequences,
        recorded: signature.as_ref().and_then(|signature| signature.recorded),
        approved_by: signature.map(|signature| signature.signer),
        at: row.at,
        by: row.by,
    })
}
