//! Recording what the customer answered when the order was read back (S-4.1.2b).

use super::confirmation::{AGREED, CHANGED, is_agreed, read_back, view};
use super::refusals::OrderRefusal;
use super::state::OrderState;
use super::understand::FieldProblem;
use super::wire::{ConfirmationView, RecordConfirmation};
use super::{OrderFacts, Specification, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::{as_stored, from_stored};
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Subject, Writer};
use crate::task_sheets::commit_order;
use crate::typed::{LONGEST_NAME, clean_lines, clean_text};
use crate::wire::Done;

/// The ways a customer answers.
const WAYS: [&str; 5] = ["phone", "wechat", "email", "in_person", "fax"];
/// Characters of what the customer said.
const LONGEST_NOTE: usize = 2_000;

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
        let said = Said::of(request, &as_stored(self.now()))?;
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
            ("how", request.how.as_str().into()),
            ("result", request.result.as_str().into()),
            ("note", said.note.into()),
            ("recorded_by", account.into()),
        ];
        writer.insert("confirmations", &answer).await?;
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

/// What the customer said to a change.
#[derive(Clone, Debug)]
pub(crate) struct Consented {
    /// Who.
    pub(crate) who: String,
    /// When (UTC).
    pub(crate) at: String,
    /// How.
    pub(crate) how: String,
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
    said: Consented,
) -> Result<(), DeskError> {
    let hash = after.read_back_hash();
    if before.specification.read_back_hash() == hash {
        return Ok(());
    }
    let places = serde_json::to_string(&read_back(after))
        .map_err(|_| Failure::Missing("confirmations.places"))?;
    let account = writer.actor().account()?;
    let answer = [
        ("order_id", before.id.into()),
        ("content_hash", hash.into()),
        ("places", places.into()),
        ("who", said.who.into()),
        ("confirmed_at", said.at.into()),
        ("how", said.how.into()),
        ("result", AGREED.into()),
        ("note", "同意更改".into()),
        ("recorded_by", account.into()),
    ];
    writer.insert("confirmations", &answer).await?;
    Ok(())
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

/// Whether the customer's latest answer is a yes to an order as it stands, and the order whole enough to say yes to.
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
        && specification.missing_for_agreement().is_empty())
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

/// Who said what and when, cleaned.
struct Said {
    who: String,
    at: String,
    note: String,
}

impl Said {
    fn of(request: &RecordConfirmation, now: &str) -> Result<Self, OrderRefusal> {
        let unknown = |what, value: &str| OrderRefusal::UnknownAnswer {
            what,
            value: value.chars().take(40).collect(),
        };
        if !WAYS.contains(&request.how.as_str()) {
            return Err(unknown("how", &request.how));
        }
        if ![AGREED, CHANGED].contains(&request.result.as_str()) {
            return Err(unknown("result", &request.result));
        }
        let at = match request.at.trim() {
            "" => now.to_owned(),
            typed => as_stored(from_stored(typed).map_err(|_| unknown("at", typed))?),
        };
        if at.as_str() > now {
            return Err(OrderRefusal::AnswerInFuture);
        }
        let who =
            clean_text(&request.who, LONGEST_NAME).map_err(|_| OrderRefusal::NobodyAnswered)?;
        let note = match clean_lines(&request.note, LONGEST_NOTE) {
            Ok(note) => note,
            Err(crate::typed::NotUnderstood::Empty) => String::new(),
            Err(problem) => {
                let fields = vec![FieldProblem {
                    path: "confirmation.note".to_owned(),
                    code: problem.code(),
                    params: problem.params(),
                }];
                return Err(OrderRefusal::NotUnderstood { fields });
            }
        };
        Ok(Self { who, at, note })
    }
}
