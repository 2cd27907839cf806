//! 装订简易的书: what was looked at in the dummy, whether it is bound, and who numbered its pages (S-4.2.3A-3, S-4.2.5).

use super::check_proof::going_on;
use super::rules::Folios;
use super::{BindDummyRequest, ProofRefusal};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Notes how the dummy of a proof is. What is still missing of it stands in the check list. Answers the order.
    ///
    /// # Errors
    /// When the proof is answered or stale.
    pub async fn bind_dummy(
        &self,
        actor: &Actor,
        request: BindDummyRequest,
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let numbered_by = match request.folios {
            Folios::Visible => String::new(),
            Folios::Hidden | Folios::Absent => ProofRefusal::fits(&request.numbered_by)?,
        };
        let mut writer = self.begin(actor, Activity::BindDummy).await?;
        let row = going_on(&mut writer, request.proof_id).await?;
        writer.about(Subject::Order(row.order));
        let at = as_stored(writer.at());
        let columns = [
            ("dummy_at", at.into()),
            ("dummy_by", by.into()),
            ("in_order", request.in_order.into()),
            ("colours", request.colours.into()),
            ("contents", request.contents.into()),
            ("bound", request.bound.into()),
            ("folios", request.folios.code().into()),
            ("numbered_by", numbered_by.into()),
        ];
        writer.update("proofs", row.id, &columns).await?;
        writer.note("round", row.round.to_string());
        Ok(Done {
            value: row.order,
            changed: commit_order(writer, row.order).await?,
        })
    }
}
