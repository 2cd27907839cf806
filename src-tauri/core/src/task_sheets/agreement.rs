//! What a change was agreed upon with the customer: the consent (F4-4c), whether a later day was told in time (F7-11), and
//! what the change costs whom (F4-4d).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::rules::told_too_late;
use super::wire::{ConsentRequest, LossRequest};
use super::{SheetRefusal, rules};
use crate::accounts::{AccessRefusal, Piece, Purpose};
use crate::clock::{from_stored, in_shanghai};
use crate::error::DeskError;
use crate::measures::Fen;
use crate::orders::{
    ChangedPlace, CustomersWord, FieldProblem, Specification, Value, can_be_shown, way,
};
use crate::storage::Writer;
use crate::typed::{self, NotUnderstood};

/// The longest reason, the longest name of who consented, and the longest outcome.
pub(super) const LONGEST_TEXT: usize = 200;

/// The code under which the customer's consent stands beside a change, where there is something to show of it.
pub(super) const CONSENT: &str = "customer_consent";

/// 责任方 (F4-4d).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Liable {
    /// 无
    #[default]
    None,
    /// 客户
    Customer,
    /// 我方
    House,
}

impl Liable {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Customer => "customer",
            Self::House => "house",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::None, Self::Customer, Self::House]
            .into_iter()
            .find(|liable| liable.code() == code)
    }
}

/// Reads the consent; a change that needs none may bring one all the same. It was given by one of the ways one speaks with
/// a customer.
pub(crate) fn consent_of(
    request: Option<&ConsentRequest>,
    needed: bool,
    now: DateTime<Utc>,
) -> Result<Option<CustomersWord>, DeskError> {
    let Some(request) = request.filter(|consent| !consent.who.trim().is_empty()) else {
        return if needed {
            Err(SheetRefusal::ConsentMissing.into())
        } else {
            Ok(None)
        };
    };
    Ok(Some(CustomersWord {
        who: fits(&request.who)?,
        at: moment(&request.at, now)?,
        how: way(&request.how)?,
    }))
}

/// Whether a consent that is asked to be entered lacks what can be shown of it.
pub(crate) fn lacks_evidence(request: &ConsentRequest) -> bool {
    let given = !request.who.trim().is_empty();
    given && request.evidence.is_empty() && can_be_shown(&request.how)
}

/// A text that fits the change block.
pub(crate) fn fits(text: &str) -> Result<String, SheetRefusal> {
    let text = text.trim();
    if text.chars().count() > LONGEST_TEXT {
        return Err(SheetRefusal::TextTooLong { most: LONGEST_TEXT });
    }
    Ok(text.to_owned())
}

fn moment(text: &str, now: DateTime<Utc>) -> Result<DateTime<Utc>, DeskError> {
    let at = if text.trim().is_empty() {
        now
    } else {
        from_stored(text).map_err(|_| AccessRefusal::RecordedInFuture)?
    };
    if at > now {
        Err(AccessRefusal::RecordedInFuture.into())
    } else {
        Ok(at)
    }
}

/// What a change costs, and whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Loss {
    pub(crate) amount: Option<Fen>,
    pub(crate) liable: Liable,
    pub(crate) outcome: String,
}

/// Reads the loss; all of it may be left out.
pub(crate) fn loss_of(request: Option<&LossRequest>) -> Result<Loss, SheetRefusal> {
    let Some(request) = request else {
        return Ok(Loss::default());
    };
    let amount = match typed::money(&request.amount) {
        Ok(amount) => Some(amount),
        Err(NotUnderstood::Empty) => None,
        Err(problem) => {
            let fields = vec![FieldProblem {
                path: "loss.amount".to_owned(),
                code: problem.code(),
                params: problem.params(),
            }];
            return Err(SheetRefusal::NotUnderstood { fields });
        }
    };
    Ok(Loss {
        amount,
        liable: request.liable,
        outcome: fits(&request.outcome)?,
    })
}

/// Whether the change moves the confirmed day later and the customer heard of it too late: by the day of the consent, of
/// today where there is none.
pub(super) fn is_late_notice(
    before: &Specification,
    after: &Specification,
    consent: Option<&CustomersWord>,
    today: NaiveDate,
) -> bool {
    let day = |specification: &Specification| match specification.order.get("confirmed_date") {
        Some(Value::Day(day)) => Some(*day),
        _ => None,
    };
    let told = consent.map_or(today, |consent| in_shanghai(consent.at).date());
    told_too_late(day(before), day(after), told)
}

/// Enters the consent beside a change, where it stands on something that can be shown.
pub(super) async fn enter_consent(
    writer: &mut Writer,
    amendment: i64,
    order: i64,
    content_hash: &str,
    consent: &CustomersWord,
    pieces: &[Piece],
) -> Result<(), DeskError> {
    let purpose = Purpose::ChangeConsent;
    let signed = consent
        .sign(writer, purpose, order, content_hash, pieces)
        .await?;
    let Some(signature) = signed else {
        return Ok(());
    };
    writer
        .insert(
            "amendment_approvals",
            &[
                ("amendment_id", amendment.into()),
                ("authority", CONSENT.into()),
                ("signature_id", signature.into()),
            ],
        )
        .await?;
    Ok(())
}

/// Whose word a changed place takes beside the assistant's, as a code.
pub(super) fn authority_word(stage: rules::Stage, place: &ChangedPlace, assistant: &str) -> String {
    let asked = rules::asked(stage, place.class);
    asked
        .authority
        .map(rules::Authority::code)
        .or(asked.consent.then_some(CONSENT))
        .unwrap_or(assistant)
        .to_owned()
}
