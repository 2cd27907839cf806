//! 自己检查: a proof is looked over before it goes to the customer (S-4.2.3A-2).

use std::collections::BTreeSet;

use super::queries::ProofRow;
use super::rules::CheckItem;
use super::{ProofRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::files::files_in_use;
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Notes that a proof was looked over, in every item. Answers the order.
    ///
    /// # Errors
    /// When an item is missing, or the proof is answered or stale.
    pub async fn check_proof(
        &self,
        actor: &Actor,
        proof: i64,
        items: &[CheckItem],
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let looked: BTreeSet<CheckItem> = items.iter().copied().collect();
        if looked.len() != CheckItem::ALL.len() {
            return Err(ProofRefusal::CheckIncomplete.into());
        }
        let mut writer = self.begin(actor, Activity::CheckProof).await?;
        let row = going_on(&mut writer, proof).await?;
        writer.about(Subject::Order(row.order));
        let kept = serde_json::to_string(&looked).map_err(|error| Failure::UnknownValue {
            what: "proofs.checked_items",
            value: error.to_string(),
        })?;
        let at = as_stored(writer.at());
        let columns = [
            ("checked_at", at.into()),
            ("checked_by", by.into()),
            ("checked_items", kept.into()),
        ];
        writer.update("proofs", row.id, &columns).await?;
        writer.note("round", row.round.to_string());
        Ok(Done {
            value: row.order,
            changed: commit_order(writer, row.order).await?,
        })
    }
}

/// The proof, while it is neither answered nor stale.
pub(super) async fn going_on(writer: &mut Writer, proof: i64) -> Result<ProofRow, DeskError> {
    let row = queries::proof(writer, proof)
        .await?
        .ok_or(ProofRefusal::NoSuchProof)?;
    let in_use = files_in_use(writer, row.order).await?;
    if row.answer.is_some() || row.stale(&in_use) {
        return Err(refused(row.round, row.answer.is_some()).into());
    }
    Ok(row)
}

/// Why nothing more is noted of a proof: it is answered, or else stale.
pub(super) const fn refused(round: i64, answered: bool) -> ProofRefusal {
    if answered {
        ProofRefusal::Answered { round }
    } else {
        ProofRefusal::Stale { round }
    }
}
