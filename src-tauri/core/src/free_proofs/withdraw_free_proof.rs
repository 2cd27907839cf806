//! A free proof is no longer wanted, before anybody approved it.

use super::request_free_proof::fits;
use super::{FreeProofRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// Withdraws a free proof with a reason. Answers the order.
    ///
    /// # Errors
    /// When no reason is given, or it is approved or withdrawn already.
    pub async fn withdraw_free_proof(
        &self,
        actor: &Actor,
        free_proof: i64,
        reason: &str,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let reason = fits(reason)?;
        if reason.is_empty() {
            return Err(FreeProofRefusal::ReasonMissing.into());
        }
        let mut writer = self.begin(actor, Activity::WithdrawFreeProof).await?;
        let row = queries::free_proof(&mut writer, free_proof).await?;
        if row.number.is_some() || !row.withdrawn.is_empty() {
            return Err(FreeProofRefusal::Closed.into());
        }
        writer.about(Subject::Order(row.order));
        writer
            .update("free_proofs", row.id, &[("withdrawn", reason.into())])
            .await?;
        Ok(Done {
            value: row.order,
            changed: writer.commit().await?,
        })
    }
}
