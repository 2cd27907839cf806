//! Recording what the customer answered when the order was read back (S-4.1.2b).

use super::confirmation::{AGREED, CHANGED, is_agreed, read_back, view};
use super::customers_word::{CustomersWord, can_be_shown};
use super::refusals::{OrderRefusal, must_be_open};
use super::said::{self, Said};
use super::understand::FieldProblem;
use super::wire::{ConfirmationView, RecordConfirmation};
use super::{OrderFacts, Specification, queries, verification};
use crate::Desk;
use crate::accounts::{Actor, Purpose};
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::files::store_row;
use crate::halts::must_move;
use crate::storage::{Connection, Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Records the answer. With a yes to a complete order its requirements are confirmed; with a change the order stays
    /// open and is read back again once it is changed.
    ///
    /// # Errors
    /// Refuses an answer to something that no longer stands on the order, a yes to an incomplete one, one that says not who
    /// answered, how, or when, and a written yes that is not there to be shown and may not follow.
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
        let agreed = request.result == AGREED;
        if agreed && request.evidence.is_empty() && can_be_shown(&said.how) {
            self.may_follow(request.follows).await?;
        }
        // Evidence belongs to a yes: what is to be changed is read back again.
        let evidence = if agreed {
            request.evidence.clone()
        } else {
            Vec::new()
        };
        let pieces = self.keep_pieces(evidence).await?;
        let spoken = agreed && pieces.is_empty() && !can_be_shown(&said.how);
        let record = if spoken && self.may_today(actor, Activity::RecordConfirmation).await? {
            self.record_of_a_spoken_yes(actor, request, &said).await?
        } else {
            None
        };
        let mut writer = self.begin(actor, Activity::RecordConfirmation).await?;
        let id = request.order_id;
        must_move(&mut writer, Activity::RecordConfirmation, id).await?;
        let facts = queries::facts(&mut writer, id).await?;
        may_be_answered(&facts, request)?;
        let specification = &facts.specification;
        let missing = specification.missing_for_agreement();
        if agreed && !missing.is_empty() {
            let fields = missing.into_iter().map(FieldProblem::needed).collect();
            return Err(OrderRefusal::RequirementsMissing { fields }.into());
        }
        let places = serde_json::to_string(&read_back(specification))
            .map_err(|_| Failure::Missing("confirmations.places"))?;
        pieces.enter(&mut writer).await?;
        let signature = if agreed {
            let word = said.word()?;
            let (purpose, pieces) = (Purpose::ReadBack, pieces.pieces());
            word.sign(&mut writer, purpose, id, &request.hash, pieces)
                .await?
        } else {
            None
        };
        if let Some((kept, _)) = &record {
            store_row(&mut writer, kept).await?;
        }
        let paper = record.map(|(kept, pages)| (String::from(kept.sha256), i64::from(pages)));
        let (sha256, pages) = paper.unzip();
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
            ("signature_id", signature.into()),
            ("paper_sha256", sha256.into()),
            ("paper_pages", pages.into()),
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
        let revision = [("revision", (facts.revision + 1).into())];
        writer.update("orders", id, &revision).await?;
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

/// The customer had agreed to an order, and consents to a change of it: what it becomes is agreed to as a whole. Nothing is
/// written where the change touches nothing that is read back.
///
/// # Errors
/// When the database cannot be written.
pub(crate) async fn agreed_with_change(
    writer: &mut Writer,
    before: &OrderFacts,
    after: &Specification,
    said: CustomersWord,
    signature: Option<i64>,
) -> Result<(), DeskError> {
    let hash = after.read_back_hash();
    if before.specification.read_back_hash() == hash {
        return Ok(());
    }
    let places = serde_json::to_string(&read_back(after))
        .map_err(|_| Failure::Missing("confirmations.places"))?;
    let account = writer.actor().account()?;
    let CustomersWord { who, at, how } = said;
    let at = as_stored(at);
    let answer = [
        ("order_id", before.id.into()),
        ("content_hash", hash.into()),
        ("places", places.into()),
        ("who", who.into()),
        ("confirmed_at", at.as_str().into()),
        ("how", how.as_str().into()),
        ("result", AGREED.into()),
        ("note", "同意更改".into()),
        ("recorded_by", account.into()),
        ("signature_id", signature.into()),
    ];
    writer.insert("confirmations", &answer).await?;
    verification::renew(writer, before, after, &how, &at).await
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

/// The same of an order the customer was never asked about.
///
/// # Errors
/// When its places cannot be told apart.
pub(crate) fn never_answered(facts: &OrderFacts) -> Result<ConfirmationView, DeskError> {
    Ok(view(&facts.specification, &[])?)
}

/// Whether the customer's latest answer is a yes to an order as it stands, the order is whole enough to say yes to, and what
/// is verified while it is read back was (F1-05a).
///
/// # Errors
/// When the database cannot be read.
pub async fn is_agreed_to(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<bool, DeskError> {
    let answers = queries::answers(connection, facts.id).await?;
    let specification = &facts.specification;
    Ok(is_agreed(&answers, &specification.read_back_hash())
        && specification.missing_for_agreement().is_empty()
        && verification::is_verified(connection, facts.id, specification, &facts.rules).await?)
}

pub(super) fn may_be_answered(
    facts: &OrderFacts,
    request: &RecordConfirmation,
) -> Result<(), OrderRefusal> {
    must_be_open(facts.state)?;
    if !facts.specification.kind().is_read_back() {
        return Err(OrderRefusal::NotReadBack);
    }
    if facts.specification.read_back_hash() != request.hash {
        return Err(OrderRefusal::ReadBackChanged);
    }
    if facts.revision != request.revision {
        return Err(OrderRefusal::ChangedMeanwhile);
    }
    Ok(())
}
