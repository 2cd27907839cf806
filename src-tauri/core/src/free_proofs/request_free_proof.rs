//! Asking for a proof nobody pays for (S-4.2.3B-4).

use super::{FreeProofRefusal, RequestFreeProof};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::order_facts;
use crate::samples::Medium;
use crate::settings;
use crate::storage::Subject;
use crate::wire::Done;

/// The most pieces of a free proof.
const MOST_PIECES: i64 = 999;
/// The longest text on its paper.
const LONGEST_TEXT: usize = 200;

impl Desk {
    /// Asks for a free proof of an order. Answers the order.
    ///
    /// # Errors
    /// When the house makes none, or what is proofed and why nobody pays is not said.
    pub async fn request_free_proof(
        &self,
        actor: &Actor,
        request: RequestFreeProof,
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let content = fits(&request.content)?;
        let reason = fits(&request.reason)?;
        if content.is_empty() || reason.is_empty() {
            return Err(FreeProofRefusal::Incomplete.into());
        }
        if !(1..=MOST_PIECES).contains(&request.quantity) {
            return Err(FreeProofRefusal::BadQuantity { most: MOST_PIECES }.into());
        }
        if request.medium == Medium::Physical {
            return Err(FreeProofRefusal::NotAProof.into());
        }
        let today = self.today();
        let mut writer = self.begin(actor, Activity::RequestFreeProof).await?;
        let rules = settings::in_force(&mut writer, today).await?;
        if !rules.free_proofs {
            return Err(FreeProofRefusal::SwitchedOff.into());
        }
        let facts = order_facts(&mut writer, request.order_id).await?;
        writer.about(Subject::Order(facts.id));
        let at = as_stored(writer.at());
        let columns = [
            ("order_id", facts.id.into()),
            ("medium", request.medium.code().into()),
            ("content", content.into()),
            ("quantity", request.quantity.into()),
            ("reason", reason.into()),
            ("requested_at", at.into()),
            ("requested_by", by.into()),
            ("cost_note", "".into()),
            ("withdrawn", "".into()),
        ];
        writer.insert("free_proofs", &columns).await?;
        Ok(Done {
            value: facts.id,
            changed: writer.commit().await?,
        })
    }
}

/// A text as it is kept.
pub(super) fn fits(text: &str) -> Result<String, FreeProofRefusal> {
    let text = text.trim();
    if text.chars().count() > LONGEST_TEXT {
        return Err(FreeProofRefusal::TextTooLong { most: LONGEST_TEXT });
    }
    Ok(text.to_owned())
}
