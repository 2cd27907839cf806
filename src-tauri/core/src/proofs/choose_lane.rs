//! Choosing between A and B where there is no correct sample (S-4.2.3).

use super::rules::Chosen;
use super::{ChooseLaneRequest, ProofRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::files::direct_lane;
use crate::orders::{OrderFacts, order_facts};
use crate::samples::{Registered, sample_facts};
use crate::storage::{Cell, Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Notes which lane an order without a correct sample takes, or gives the choice up for a sample that came after all.
    /// Answers the order.
    ///
    /// # Errors
    /// When lane B comes without a reason or A with one, no lane is left and there is no correct sample, or the order is
    /// asked for no proof.
    pub async fn choose_lane(
        &self,
        actor: &Actor,
        request: ChooseLaneRequest,
    ) -> Result<Done<i64>, DeskError> {
        let by = actor.account()?;
        let note = ProofRefusal::fits(&request.note)?;
        match (request.lane, request.reason) {
            (Some(Chosen::B), None) => return Err(ProofRefusal::ReasonMissing.into()),
            (Some(Chosen::A) | None, Some(_)) => {
                return Err(ProofRefusal::ReasonWithoutNeed.into());
            }
            _ => {}
        }
        let mut writer = self.begin(actor, Activity::ChooseLane).await?;
        let facts = asked_of(&mut writer, request.order_id).await?;
        writer.about(Subject::Order(facts.id));
        let before = queries::lane(&mut writer, facts.id).await?;
        let Some(lane) = request.lane else {
            let samples = sample_facts(&mut writer, facts.id).await?;
            if !samples.iter().any(Registered::is_correct_sample) {
                return Err(ProofRefusal::NoSampleToGoBy.into());
            }
            if let Some(row) = before {
                writer.delete("proof_lanes", row.id).await?;
            }
            writer.note("lane", "lane_with_sample");
            return Ok(Done {
                value: facts.id,
                changed: commit_order(writer, facts.id).await?,
            });
        };
        let reason = request.reason.map_or("", super::LaneReason::code);
        let at = as_stored(writer.at());
        let mut columns: Vec<(&'static str, Cell)> = vec![
            ("lane", lane.code().into()),
            ("reason", reason.into()),
            ("note", note.into()),
            ("chosen_at", at.into()),
            ("chosen_by", by.into()),
        ];
        match before {
            Some(row) => writer.update("proof_lanes", row.id, &columns).await?,
            None => {
                columns.push(("order_id", facts.id.into()));
                writer.insert("proof_lanes", &columns).await?;
            }
        }
        writer.note("lane", lane.noted());
        if let Some(reason) = request.reason {
            writer.note("reason", reason.noted());
        }
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// The order, where proofs are made of it now.
///
/// # Errors
/// When its kind is asked for none, its customer is 直通, or its sheet is issued.
pub(super) async fn asked_of(writer: &mut Writer, order: i64) -> Result<OrderFacts, DeskError> {
    let facts = order_facts(writer, order).await?;
    if facts.state.is_closed() {
        return Err(ProofRefusal::Released.into());
    }
    if !facts.kind().needs_sample() || direct_lane(writer, order).await? {
        return Err(ProofRefusal::NotAsked.into());
    }
    Ok(facts)
}
