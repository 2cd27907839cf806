//! 装订简易的书: what was looked at in the dummy, whether it is bound, and who numbered its pages (S-4.2.3A-3, S-4.2.5).

use super::check_proof::refused;
use super::rules::{Folios, may_bind};
use super::{BindDummyRequest, ProofRefusal, queries, wire};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::files::files_in_use;
use crate::orders::order_facts;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Notes how the dummy of a proof is. What is still missing of it stands in the check list. Answers the order.
    ///
    /// # Errors
    /// When the proof is stale, or answered and nothing is missing of its dummy.
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
        let row = queries::proof(&mut writer, request.proof_id)
            .await?
            .ok_or(ProofRefusal::NoSuchProof)?;
        writer.about(Subject::Order(row.order));
        let in_use = files_in_use(&mut writer, row.order).await?;
        let facts = order_facts(&mut writer, row.order).await?;
        let proof = row.facts(&in_use);
        if !may_bind(&proof, wire::is_book(&facts.specification)) {
            return Err(refused(row.round, proof.answer.is_some()).into());
        }
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
