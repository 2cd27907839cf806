//! 后补: what was recorded without evidence stands in a list until the evidence is there.

use super::sign::enter_pieces;
use super::wire::{EvidenceRequest, LackingView};
use super::{AccessRefusal, Actor, queries};
use crate::Desk;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::storage::{Subject, Topic};
use crate::wire::Done;

impl Desk {
    /// The recorded signatures that still lack their evidence, the oldest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn lacking_evidence(&self) -> Result<Vec<LackingView>, DeskError> {
        queries::lacking(&mut *self.read().await?).await
    }

    /// Hangs evidence on a recorded signature. What was signed and the signature itself stay as they are.
    ///
    /// # Errors
    /// When there is no evidence, the signature was not recorded, or a file cannot be kept.
    pub async fn add_evidence(
        &self,
        actor: &Actor,
        signature: i64,
        evidence: Vec<EvidenceRequest>,
    ) -> Result<Done<()>, DeskError> {
        let kept = self.keep_pieces(evidence).await?;
        if kept.is_empty() {
            return Err(AccessRefusal::EvidenceMissing.into());
        }
        let mut writer = self.begin(actor, Activity::AddEvidence).await?;
        let recorded = queries::signature(&mut writer, signature).await?;
        if recorded.recorded.is_none() {
            return Err(AccessRefusal::NotRecorded.into());
        }
        kept.enter(&mut writer).await?;
        enter_pieces(&mut writer, signature, kept.pieces()).await?;
        let order = queries::order_of(&mut writer, signature).await?;
        writer.about(order.map_or(Subject::House, Subject::Order));
        writer.note("signer", recorded.signer);
        writer.note("pieces", kept.pieces().len().to_string());
        writer.touch(Topic::evidence());
        Ok(Done {
            value: (),
            changed: writer.commit().await?,
        })
    }
}
