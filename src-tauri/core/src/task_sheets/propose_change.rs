//! Asking for a change of an issued sheet: 业务助理 signs beside it (S-4.4.2a), and it waits for whoever else must.

use chrono::{DateTime, Utc};

use super::put_in_force::{Change, put_in_force};
use super::rules::{authority_of, class_on, distinct_places, needs_of};
use super::state_of_sheet::{Frozen, can_be_printed};
use super::wire::{ChangePreview, PlaceView, ProposeChangeRequest};
use super::{SheetRefusal, queries};
use crate::Desk;
use crate::accounts::{AccessRefusal, Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::calendar::BusinessDay;
use crate::clock::{as_stored, from_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::orders::fields::ChangeClass;
use crate::orders::{
    ChangedPlace, FieldProblem, OrderFacts, OrderForm, Specification, diff, order_facts,
};
use crate::settings;
use crate::storage::{Connection, Subject, Topic, Writer};
use crate::wire::Done;

/// The code under which the assistant's own signature stands beside a change.
pub(super) const ASSISTANT: &str = "sales_assistant";

/// The longest reason, and the longest name of who consented, that a change block takes.
const LONGEST_TEXT: usize = 200;

/// A change as it would be: what differs, and what it would take.
struct Considered {
    facts: OrderFacts,
    sheet: queries::SheetRow,
    specification: Specification,
    places: Vec<ChangedPlace>,
    distinct: usize,
    new_version: bool,
}

async fn consider(
    connection: &mut Connection,
    order: i64,
    form: &OrderForm,
    today: chrono::NaiveDate,
) -> Result<Considered, DeskError> {
    let facts = order_facts(connection, order).await?;
    let sheet = queries::in_force(connection, order)
        .await?
        .ok_or(SheetRefusal::NotReleased)?;
    let rules = settings::in_force(connection, today).await?;
    // Which kind it is is no field of the form, and decides how the rest is read.
    let mut form = form.clone();
    let kind = facts.kind();
    form.order.insert("kind".to_owned(), kind.code().to_owned());
    let (mut specification, fields) = Specification::understand(&form, BusinessDay(today), &rules);
    if !fields.is_empty() {
        return Err(SheetRefusal::NotUnderstood { fields }.into());
    }
    // Nor is who takes the order.
    if let Some((known, value)) = facts.specification.order.get_key_value("assistant_id") {
        specification
            .order
            .entry(known)
            .or_insert_with(|| value.clone());
    }
    let missing = specification.missing();
    if !missing.is_empty() {
        return Err(SheetRefusal::Needed {
            fields: missing.into_iter().map(FieldProblem::needed).collect(),
        }
        .into());
    }
    let mut places = diff(&facts.specification, &specification);
    for place in &mut places {
        place.class = class_on(kind, place);
    }
    let before = queries::changes_in_force(connection, sheet.id).await?;
    let paths = before
        .iter()
        .flat_map(|change| change.places.iter().map(|place| place.path.as_str()));
    let distinct = distinct_places(paths, &places);
    Ok(Considered {
        facts,
        sheet,
        specification,
        places,
        distinct,
        new_version: distinct > rules.places_per_version,
    })
}

fn place_view(place: &ChangedPlace) -> PlaceView {
    PlaceView {
        path: place.path.clone(),
        label: place.label.clone(),
        old: place.old.clone(),
        new: place.new.clone(),
        authority: authority_of(place.class)
            .map_or(ASSISTANT, super::Authority::code)
            .to_owned(),
    }
}

impl Desk {
    /// What a changed form would change, and who would have to sign. Writes nothing.
    ///
    /// # Errors
    /// When there is no sheet, or a text has no meaning.
    pub async fn preview_change(
        &self,
        order: i64,
        form: &OrderForm,
    ) -> Result<ChangePreview, DeskError> {
        let considered = consider(&mut *self.read().await?, order, form, self.today()).await?;
        Ok(ChangePreview {
            places: considered.places.iter().map(place_view).collect(),
            distinct_places: considered.distinct,
            makes_new_version: considered.new_version,
            needs: needs_of(&considered.places, considered.new_version)
                .into_iter()
                .map(|need| need.code().to_owned())
                .collect(),
            needs_consent: needs_consent(&considered.places),
        })
    }

    /// Asks for a change. Without anybody else to sign it stands at once; else the sheet in force stays the old one.
    ///
    /// # Errors
    /// When nothing differs, no reason or consent is given, another change waits, or the signer is no assistant.
    pub async fn propose_change(
        &self,
        actor: &Actor,
        request: ProposeChangeRequest,
    ) -> Result<Done<i64>, DeskError> {
        let house = self.open_house().await?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut writer = self.begin(actor, Activity::ProposeChange).await?;
        let today = in_shanghai(writer.at()).date();
        let considered = consider(&mut writer, request.order_id, &request.form, today).await?;
        if considered.facts.revision != request.revision {
            return Err(SheetRefusal::ChangedMeanwhile.into());
        }
        if queries::amendments(&mut writer, request.order_id)
            .await?
            .iter()
            .any(|change| change.state == "pending")
        {
            return Err(SheetRefusal::ChangePending.into());
        }
        if considered.places.is_empty() {
            return Err(SheetRefusal::NothingChanged.into());
        }
        let reason = request.reason.trim().to_owned();
        if reason.is_empty() {
            return Err(SheetRefusal::ReasonMissing.into());
        }
        if reason.chars().count() > LONGEST_TEXT {
            return Err(SheetRefusal::TextTooLong { most: LONGEST_TEXT }.into());
        }
        let consent = match request.consent {
            Some(consent) if consent.who.trim().chars().count() > LONGEST_TEXT => {
                return Err(SheetRefusal::TextTooLong { most: LONGEST_TEXT }.into());
            }
            Some(consent) if !consent.who.trim().is_empty() => Some((
                consent.who.trim().to_owned(),
                consent_moment(&consent.at, writer.at())?,
                consent.how,
            )),
            _ if needs_consent(&considered.places) => {
                return Err(SheetRefusal::ConsentMissing.into());
            }
            _ => None,
        };
        evidenced.enter(&mut writer).await?;
        let needs = needs_of(&considered.places, considered.new_version);
        let content_hash = considered.specification.content_hash();
        let form = serde_json::to_string(&considered.specification.to_form()).map_err(|error| {
            Failure::UnknownValue {
                what: "amendments.form",
                value: error.to_string(),
            }
        })?;
        let at = as_stored(writer.at());
        let said = (
            reason.clone(),
            consent.as_ref().map(|(who, _, _)| who.clone()),
        );
        let (who, agreed_at, how) = consent.map_or((None, None, None), |(who, at, how)| {
            (Some(who), Some(at), Some(how))
        });
        let id = writer
            .insert(
                "amendments",
                &[
                    ("order_id", request.order_id.into()),
                    ("task_sheet_id", considered.sheet.id.into()),
                    ("state", "pending".into()),
                    ("reason", reason.into()),
                    ("form", form.into()),
                    ("content_hash", content_hash.clone().into()),
                    (
                        "needs",
                        needs
                            .iter()
                            .map(|need| need.code())
                            .collect::<Vec<_>>()
                            .join(",")
                            .into(),
                    ),
                    ("consent_who", who.into()),
                    ("consent_at", agreed_at.into()),
                    ("consent_how", how.into()),
                    ("requested_by", actor.account()?.into()),
                    ("requested_at", at.into()),
                    ("closing_note", "".into()),
                ],
            )
            .await?;
        write_places(&mut writer, id, &considered.places).await?;
        let signed = SignRequest {
            purpose: Purpose::Change,
            content_hash: &content_hash,
            powers: &[Power::SignChange],
            only: None,
            customer: false,
            order: request.order_id,
            never: None,
            not_before: None,
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        writer
            .insert(
                "amendment_approvals",
                &[
                    ("amendment_id", id.into()),
                    ("authority", ASSISTANT.into()),
                    ("signature_id", signature.id.into()),
                ],
            )
            .await?;
        let places = considered
            .places
            .iter()
            .map(place_view)
            .map(|place| queries::PlaceRow {
                path: place.path,
                label: place.label,
                old: place.old,
                new: place.new,
                authority: place.authority,
            });
        let change = queries::ChangeInForce {
            index: 1,
            reason: said.0,
            signed: signature.clone(),
            consent: said.1,
            places: places.collect(),
            approvals: Vec::new(),
        };
        let frozen = Frozen {
            house: &house,
            order: &considered.facts,
            specification: &considered.specification,
            sheet: considered.sheet.id,
            change_index: 1,
        };
        can_be_printed(&mut writer, self, frozen, change).await?;
        writer.drop_own_order_draft(actor, request.order_id).await?;
        writer.about(Subject::Order(request.order_id));
        writer.touch(Topic::drafts());
        writer.note("places", considered.places.len().to_string());
        if needs.is_empty() {
            let change = Change {
                id,
                facts: &considered.facts,
                sheet: &considered.sheet,
                specification: &considered.specification,
                new_version: considered.new_version,
            };
            put_in_force(&mut writer, self, &house, change).await?;
        }
        Ok(Done {
            value: request.order_id,
            changed: writer.commit().await?,
        })
    }
}

async fn write_places(
    writer: &mut Writer,
    amendment: i64,
    places: &[ChangedPlace],
) -> Result<(), DeskError> {
    for place in places.iter().map(place_view) {
        writer
            .insert(
                "amendment_places",
                &[
                    ("amendment_id", amendment.into()),
                    ("path", place.path.into()),
                    ("label", place.label.into()),
                    ("old_text", place.old.into()),
                    ("new_text", place.new.into()),
                    ("authority", place.authority.into()),
                ],
            )
            .await?;
    }
    Ok(())
}

/// Quantity, price and date of an order the customer has agreed to change only with the customer (F4-4c).
fn needs_consent(places: &[ChangedPlace]) -> bool {
    places
        .iter()
        .any(|place| place.class == ChangeClass::Commercial)
}

fn consent_moment(text: &str, now: DateTime<Utc>) -> Result<String, DeskError> {
    let at = if text.trim().is_empty() {
        now
    } else {
        from_stored(text).map_err(|_| AccessRefusal::RecordedInFuture)?
    };
    if at > now {
        Err(AccessRefusal::RecordedInFuture.into())
    } else {
        Ok(as_stored(at))
    }
}
