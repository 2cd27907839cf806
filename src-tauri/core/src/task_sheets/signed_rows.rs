//! Signed changes and signatures as the sheet prints them.

use super::agreement::{Liable, Loss};
use super::queries::ChangeInForce;
use crate::accounts::{Medium, Signature as Given};
use crate::clock::{as_printed, as_stored, from_stored};
use crate::documents::forms::task_sheet::{SheetChange, circled};
use crate::documents::forms::{Signature, recorded_mark};
use crate::error::{DeskError, Failure};
use crate::orders::printed_way;

/// The rows of a change in the change block: one for each place (S-4.4.2a).
pub(super) fn change_rows(change: &ChangeInForce) -> Result<Vec<SheetChange>, DeskError> {
    let signature = signed(&change.signed)?;
    let mut approvals = Vec::new();
    for approval in &change.approvals {
        let recorded = recorded_mark(approval.recorded.map(Medium::printed));
        approvals.push(format!(
            "{} {}{} {}{recorded}",
            approval.capacity.printed(),
            approval.signer,
            stands_in(approval),
            short(&approval.signed_at)?
        ));
    }
    if let Some(consent) = &change.consent {
        let how = printed_way(&consent.how);
        let when = short(&as_stored(consent.at))?;
        approvals.push(format!("客户 {} 同意（{how} {when}）", consent.who));
    }
    if change.late_notice {
        approvals.push("未提前通知客户".to_owned());
    }
    approvals.extend(loss_in_words(&change.loss));
    let approval = approvals.join("；");
    let rows = change.places.iter().map(|place| SheetChange {
        mark: circled(change.index),
        place: place.label.clone(),
        old: place.old.clone(),
        new: place.new.clone(),
        reason: change.reason.clone(),
        signature: signature.clone(),
        approval: approval.clone(),
    });
    Ok(rows.collect())
}

/// Behind the name of a deputy: for whom.
pub(super) fn stands_in(given: &Given) -> String {
    given
        .deputy_for
        .as_ref()
        .map(|head| format!("（代 {head}）"))
        .unwrap_or_default()
}

/// 损失, 责任方 and 处理结果 (F4-4d); nothing where nobody lost anything.
fn loss_in_words(loss: &Loss) -> Option<String> {
    let amount = loss.amount.map(|amount| format!("损失 {amount} 元"));
    let whose = match loss.liable {
        Liable::None => None,
        Liable::Customer => Some("客户承担".to_owned()),
        Liable::House => Some("我方承担".to_owned()),
    };
    let outcome = Some(loss.outcome.clone()).filter(|outcome| !outcome.is_empty());
    let said: Vec<String> = [amount, whose, outcome].into_iter().flatten().collect();
    (!said.is_empty()).then(|| said.join("，"))
}

/// Who signed, when, and on what.
pub(super) fn signed(given: &Given) -> Result<Signature, DeskError> {
    Ok(Signature {
        name: given.signer.clone(),
        at: short(&given.signed_at)?,
        recorded: given.recorded.is_some(),
        medium: given
            .recorded
            .map_or_else(String::new, |medium| medium.printed().to_owned()),
    })
}

/// A moment as the signature row shows it: `11-24 10:12`.
pub(super) fn short(stored: &str) -> Result<String, DeskError> {
    let full = moment(stored)?;
    Ok(full
        .split_once('-')
        .map_or(full.clone(), |(_, rest)| rest.to_owned()))
}

/// A stored moment as it is printed.
pub(super) fn moment(stored: &str) -> Result<String, DeskError> {
    let unknown = |_| Failure::UnknownValue {
        what: "a moment",
        value: stored.to_owned(),
    };
    Ok(as_printed(from_stored(stored).map_err(unknown)?))
}
