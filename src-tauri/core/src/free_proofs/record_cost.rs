//! What a free proof cost the house.

use super::request_free_proof::fits;
use super::{FreeProofRefusal, RecordFreeProofCost, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::orders::FieldProblem;
use crate::storage::Subject;
use crate::typed;
use crate::wire::Done;

impl Desk {
    /// Writes down what a free proof cost. Answers the order.
    ///
    /// # Errors
    /// When the amount cannot be read, or it is not approved.
    pub async fn record_free_proof_cost(
        &self,
        actor: &Actor,
        request: RecordFreeProofCost,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let note = fits(&request.note)?;
        let cost =
            typed::money(&request.cost).map_err(|problem| FreeProofRefusal::CostNotUnderstood {
                fields: vec![FieldProblem {
                    path: "free-proof.cost".to_owned(),
                    code: problem.code(),
                    params: problem.params(),
                }],
            })?;
        let mut writer = self.begin(actor, Activity::RecordFreeProofCost).await?;
        let row = queries::free_proof(&mut writer, request.free_proof_id).await?;
        let number = row.number.ok_or(FreeProofRefusal::NotApproved)?;
        writer.about(Subject::Order(row.order));
        writer.note("free_proof", number);
        let columns = [("cost", cost.0.into()), ("cost_note", note.into())];
        writer.update("free_proofs", row.id, &columns).await?;
        Ok(Done {
            value: row.order,
            changed: writer.commit().await?,
        })
    }
}
