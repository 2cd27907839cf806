//! Recording what the customer answered when the order was read back (S-4.1.2b).

use super::confirmation::{AGREED, CHANGED, read_back, settled, view};
use super::refusals::OrderRefusal;
use super::said::{self, Said};
use super::state::OrderState;
use super::understand::FieldProblem;
use super::wire::{ConfirmationView, RecordConfirmation};
use super::{OrderFacts, queries, verification};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Subject};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Records the answer. With a yes to a complete order its requirements are confirmed; with a change the order stays
    /// open and is read back again once it is changed.
    ///
    /// # Errors
    /// Refuses an answer to something that no longer stands on the order, a yes to an incomplete one, and one that says
    /// not who answered, how, or when.
    pub async fn record_confirmation(
        &self,
        actor: &Actor,
        request: &RecordConfirmation,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let now = as_stored(self.now());
        if ![AGREED, CHANGED].contains(&request.result.as_str()) {
            return Err(said::unknown("result", &request.result).into());
        }
        let said = Said::of(&request.who, &request.at, &request.how, &now)?;
        let said_at = said.at.clone();
        let note = said::note("confirmation.note", &request.note)?;
        let mut writer = self.begin(actor, Activity::RecordConfirmation).await?;
        let id = request.order_id;
        let facts = queries::facts(&mut writer, id).await?;
        may_be_answered(&facts, request)?;
        let specification = &facts.specification;
        let agreed = request.result == AGREED;
        let missing = specification.missing_for_agreement();
        if agreed && !missing.is_empty() {
            let fields = missing.into_iter().map(FieldProblem::needed).collect();
            return Err(OrderRefusal::RequirementsMissing { fields }.into());
        }
        let places = serde_json::to_string(&read_back(specification))
            .map_err(|_| Failure::Missing("confirmations.places"))?;
        let answer = [
            ("order_id", id.into()),
            ("content_hash", request.hash.as_str().into()),
            ("places", places.into()),
            ("who", said.who.into()),
            ("confirmed_at", said.at.into()),
            ("how", said.how.into()),
            ("result", request.result.as_str().into()),
            ("note", note.into()),
            ("recorded_by", account.into()),
        ];
        writer.insert("confirmations", &answer).await?;
        verification::enter(
            &mut writer,
            &facts,
            &request.verified,
            &request.how,
            &said_at,
        )
        .await?;
        let verified =
            verification::is_verified(&mut writer, id, specification, &facts.rules).await?;
        let state = settled(
            specification,
            agreed && verified,
            queries::has_review(&mut writer, id).await?,
        );
        let columns = [
            ("revision", (facts.revision + 1).into()),
            ("state", state.code().into()),
        ];
        writer.update("orders", id, &columns).await?;
        writer.about(Subject::Order(id));
        writer.note("number", facts.number);
        writer.note("result", request.result.as_str());
        writer.note("how", request.how.as_str());
        Ok(Done {
            value: id,
            changed: commit_order(writer, id).await?,
        })
    }
}

/// The answers to an order, and what must be asked again.
///
/// # Errors
/// When the database cannot be read.
pub async fn confirmation_view(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<ConfirmationView, DeskError> {
    let answers = queries::answers(connection, facts.id).await?;
    Ok(view(&facts.specification, &answers)?)
}

fn may_be_answered(facts: &OrderFacts, request: &RecordConfirmation) -> Result<(), OrderRefusal> {
    if facts.state == OrderState::Released {
        return Err(OrderRefusal::Released);
    }
    if facts.specification.read_back_hash() != request.hash {
        return Err(OrderRefusal::ReadBackChanged);
    }
    if facts.revision != request.revision {
        return Err(OrderRefusal::ChangedMeanwhile);
    }
    Ok(())
}
