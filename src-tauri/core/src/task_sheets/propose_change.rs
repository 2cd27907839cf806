//! Asking for a change of an order in effect (F7-08) or of its issued sheet (S-4.4.2a): 业务助理 signs beside it, and it waits
//! for whoever else must.

use super::agreement::{
    authority_word, consent_of, enter_consent, fits, is_late_notice, lacks_evidence, loss_of,
};
use super::life::{Weighed, may_be_asked, weigh};
use super::put_in_force::{Change, put_in_force};
use super::rules::{Stage, class_on};
use super::standing::commit_order;
use super::state_of_sheet::{Frozen, can_be_printed};
use super::wire::{ChangePreview, PlaceView, ProposeChangeRequest};
use super::{SheetRefusal, queries};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::calendar::BusinessDay;
use crate::clock::{as_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::files::KeptPieces;
use crate::halts::must_move;
use crate::orders::{
    ChangedPlace, OrderFacts, OrderForm, Specification, diff, order_facts, withdrawn_choices,
};
use crate::settings;
use crate::storage::{Connection, Subject, Topic, Writer};
use crate::wire::Done;

/// The code under which the assistant's own signature stands beside a change.
pub(super) const ASSISTANT: &str = "sales_assistant";

/// A change as it would be: what differs, and what it would take.
struct Considered {
    facts: OrderFacts,
    stage: Stage,
    /// None while the order is in effect and not issued.
    sheet: Option<queries::SheetRow>,
    specification: Specification,
    places: Vec<ChangedPlace>,
    weighed: Weighed,
}

async fn consider(
    connection: &mut Connection,
    order: i64,
    form: &OrderForm,
    today: chrono::NaiveDate,
) -> Result<Considered, DeskError> {
    let facts = order_facts(connection, order).await?;
    let sheet = queries::in_force(connection, order).await?;
    let stage = match (&sheet, &facts.effect_at) {
        (Some(_), _) => Stage::Released,
        (None, Some(_)) => Stage::InEffect,
        (None, None) => return Err(SheetRefusal::OpenToEditing.into()),
    };
    let rules = settings::in_force(connection, today).await?;
    // Which kind it is is no field of the form, and decides how the rest is read.
    let mut form = form.clone();
    let kind = facts.kind();
    form.order.insert("kind".to_owned(), kind.code().to_owned());
    let (mut specification, fields) = Specification::understand(&form, BusinessDay(today), &rules);
    if !fields.is_empty() {
        return Err(SheetRefusal::NotUnderstood { fields }.into());
    }
    let fields = withdrawn_choices(&facts.specification, &specification);
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
    let fields = specification.missing_fields();
    if !fields.is_empty() {
        return Err(SheetRefusal::Needed { fields }.into());
    }
    let mut places = diff(&facts.specification, &specification);
    for place in &mut places {
        place.class = class_on(kind, place);
    }
    let before = match &sheet {
        Some(sheet) => queries::changes_in_force(connection, sheet.id).await?,
        None => Vec::new(),
    };
    let paths = before
        .iter()
        .flat_map(|change| change.places.iter().map(|place| place.path.as_str()));
    Ok(Considered {
        weighed: weigh(stage, &places, paths, rules.places_per_version),
        facts,
        stage,
        sheet,
        specification,
        places,
    })
}

fn place_view(stage: Stage, place: &ChangedPlace) -> PlaceView {
    PlaceView {
        path: place.path.clone(),
        label: place.label.clone(),
        old: place.old.clone(),
        new: place.new.clone(),
        authority: authority_word(stage, place, ASSISTANT),
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
            places: considered
                .places
                .iter()
                .map(|place| place_view(considered.stage, place))
                .collect(),
            on_sheet: considered.sheet.is_some(),
            distinct_places: considered.weighed.distinct,
            makes_new_version: considered.weighed.new_version,
            needs: considered
                .weighed
                .needs
                .iter()
                .map(|need| need.code().to_owned())
                .collect(),
            needs_consent: considered.weighed.consent,
        })
    }

    /// Asks for a change. Without anybody else to sign it stands at once; else what is in force stays the old.
    ///
    /// # Errors
    /// When nothing differs, no reason or consent is given, what the consent stands on is missing and may not follow, another
    /// change waits, or the signer is no assistant.
    pub async fn propose_change(
        &self,
        actor: &Actor,
        request: ProposeChangeRequest,
    ) -> Result<Done<i64>, DeskError> {
        let house = self.open_house().await?;
        let loss = loss_of(request.loss.as_ref())?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let mut consented = request.consent;
        let pieces = match &mut consented {
            Some(consent) => {
                if lacks_evidence(consent) {
                    self.may_follow(consent.follows).await?;
                }
                self.keep_pieces(std::mem::take(&mut consent.evidence))
                    .await?
            }
            None => KeptPieces::default(),
        };
        self.prepare_first_page(request.order_id).await;
        let mut writer = self.begin(actor, Activity::ProposeChange).await?;
        must_move(&mut writer, Activity::ProposeChange, request.order_id).await?;
        let today = in_shanghai(writer.at()).date();
        let considered = consider(&mut writer, request.order_id, &request.form, today).await?;
        if considered.facts.revision != request.revision {
            return Err(SheetRefusal::ChangedMeanwhile.into());
        }
        let changes = queries::amendments(&mut writer, request.order_id).await?;
        let waits = changes.iter().any(|change| change.state == "pending");
        may_be_asked(waits, &considered.places)?;
        let reason = fits(&request.reason)?;
        if reason.is_empty() {
            return Err(SheetRefusal::ReasonMissing.into());
        }
        let consent = consent_of(consented.as_ref(), considered.weighed.consent, writer.at())?;
        let late = is_late_notice(
            &considered.facts.specification,
            &considered.specification,
            consent.as_ref(),
            today,
        );
        pieces.enter(&mut writer).await?;
        evidenced.enter(&mut writer).await?;
        let needs = &considered.weighed.needs;
        let content_hash = considered.specification.content_hash();
        let form = serde_json::to_string(&considered.specification.to_form()).map_err(|error| {
            Failure::UnknownValue {
                what: "amendments.form",
                value: error.to_string(),
            }
        })?;
        let at = as_stored(writer.at());
        let (who, agreed_at, how) = match &consent {
            Some(consent) => (
                Some(consent.who.clone()),
                Some(as_stored(consent.at)),
                Some(consent.how.clone()),
            ),
            None => (None, None, None),
        };
        let id = writer
            .insert(
                "amendments",
                &[
                    ("order_id", request.order_id.into()),
                    (
                        "task_sheet_id",
                        considered.sheet.as_ref().map(|sheet| sheet.id).into(),
                    ),
                    ("state", "pending".into()),
                    ("reason", reason.as_str().into()),
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
                    ("late_notice", i64::from(late).into()),
                    ("loss", loss.amount.map(|amount| amount.0).into()),
                    ("liable", loss.liable.code().into()),
                    ("outcome", loss.outcome.as_str().into()),
                    ("requested_by", actor.account()?.into()),
                    ("requested_at", at.into()),
                    ("closing_note", "".into()),
                ],
            )
            .await?;
        write_places(&mut writer, id, considered.stage, &considered.places).await?;
        if let Some(consent) = &consent {
            let order = request.order_id;
            enter_consent(
                &mut writer,
                id,
                order,
                &content_hash,
                consent,
                pieces.pieces(),
            )
            .await?;
        }
        let signed = SignRequest {
            purpose: Purpose::Change,
            content_hash: &content_hash,
            powers: &[Power::SignChange],
            only: None,
            customer: false,
            order: request.order_id,
            never: &[],
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
        if let Some(sheet) = &considered.sheet {
            let views = considered.places.iter();
            let places = views.map(|place| place_view(considered.stage, place));
            let change = queries::ChangeInForce {
                index: 1,
                reason,
                signed: signature.clone(),
                consent: consent.clone(),
                late_notice: late,
                loss,
                specification: considered.specification.clone(),
                places: places.map(queries::PlaceRow::from).collect(),
                approvals: Vec::new(),
            };
            let frozen = Frozen {
                house: &house,
                order: &considered.facts,
                specification: &considered.specification,
                sheet: sheet.id,
                change_index: 1,
            };
            can_be_printed(&mut writer, self, frozen, change).await?;
        }
        writer.drop_own_order_draft(actor, request.order_id)?;
        writer.about(Subject::Order(request.order_id));
        writer.touch(Topic::drafts());
        writer.note("places", considered.places.len().to_string());
        if considered.weighed.stands_at_once() {
            let change = Change {
                id,
                facts: &considered.facts,
                sheet: considered.sheet.as_ref(),
                specification: &considered.specification,
                new_version: considered.weighed.new_version,
            };
            put_in_force(&mut writer, self, &house, change).await?;
        }
        Ok(Done {
            value: request.order_id,
            changed: commit_order(writer, request.order_id).await?,
        })
    }
}

async fn write_places(
    writer: &mut Writer,
    amendment: i64,
    stage: Stage,
    places: &[ChangedPlace],
) -> Result<(), DeskError> {
    for place in places.iter().map(|place| place_view(stage, place)) {
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
