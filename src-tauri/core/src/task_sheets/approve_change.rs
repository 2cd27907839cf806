//! Approving a change: 财务 or 业务总监 for what costs money, 业务总监 for quantity, price and date, 品质 for a higher
//! demand, 审核 for a new version; never the one who asked for it (S-4.4.3).

use super::life::GivenFor;
use super::put_in_force::{Change, put_in_force};
use super::queries::{self, AmendmentRow};
use super::rules::may_check;
use super::standing::commit_order;
use super::wire::ApproveChangeRequest;
use super::{Authority, SheetRefusal};
use crate::Desk;
use crate::accounts::{Actor, Purpose, SignRequest, sign};
use crate::audit::Activity;
use crate::error::DeskError;
use crate::halts::must_move;
use crate::orders::{OrderFacts, Specification, order_facts};
use crate::storage::{Connection, Subject};
use crate::wire::Done;

impl Desk {
    /// Takes one of the signatures a change waits for; with the last of them it stands. Answers the order.
    ///
    /// # Errors
    /// When that signature is not asked for, or the signer may not give it.
    pub async fn approve_change(
        &self,
        actor: &Actor,
        request: ApproveChangeRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let evidenced = self.keep_evidence(actor, request.approval).await?;
        let asked = queries::amendment(&mut *self.read().await?, request.amendment_id).await;
        if let Ok(asked) = asked {
            self.prepare_first_page(asked.order).await;
        }
        let mut writer = self.begin(actor, Activity::ApproveChange).await?;
        let amendment = waiting(&mut writer, request.amendment_id).await?;
        must_move(&mut writer, Activity::ApproveChange, amendment.order).await?;
        let authority = Authority::from_code(&request.authority).ok_or(SheetRefusal::NotAsked)?;
        let given = queries::approvals(&mut writer, amendment.id).await?;
        let change = amendment.waiting(&given);
        change.asks_for(authority)?;
        evidenced.enter(&mut writer).await?;
        let signed = SignRequest {
            purpose: Purpose::ChangeApproval,
            content_hash: &amendment.content_hash,
            powers: &[authority.power()],
            only: None,
            customer: false,
            order: amendment.order,
            never: &[amendment.requested_by],
            not_before: Some(amendment.asked_at()?),
            approval: &evidenced.approval,
        };
        let signature = sign(&mut writer, signed).await?;
        change.may_give(signature.account)?;
        if authority == Authority::Check {
            let facts = order_facts(&mut writer, amendment.order).await?;
            if !may_check(&signature, facts.sales_rep.map(|person| person.id)) {
                return Err(SheetRefusal::NotTheirOrder.into());
            }
        }
        writer
            .insert(
                "amendment_approvals",
                &[
                    ("amendment_id", amendment.id.into()),
                    ("authority", authority.code().into()),
                    ("signature_id", signature.id.into()),
                ],
            )
            .await?;
        writer.about(Subject::Order(amendment.order));
        writer.note("authority", authority.code());
        writer.note("signer", &signature.signer);
        let complete = change.stands_with(Some(GivenFor {
            authority: authority.code(),
            content_hash: &signature.content_hash,
        }));
        if complete {
            let facts = order_facts(&mut writer, amendment.order).await?;
            let sheet = match amendment.sheet {
                Some(sheet) => Some(queries::sheet(&mut writer, sheet).await?),
                None => None,
            };
            let mut specification =
                queries::specification(&amendment.form, &amendment.requested_at)?;
            let places = queries::places(&mut writer, amendment.id).await?;
            take_todays_names(&mut specification, &facts, &places);
            let new_version = change.opens_version();
            put_in_force(
                &mut writer,
                self,
                &house,
                Change {
                    id: amendment.id,
                    facts: &facts,
                    sheet: sheet.as_ref(),
                    specification: &specification,
                    new_version,
                },
            )
            .await?;
        }
        Ok(Done {
            value: amendment.order,
            changed: commit_order(writer, amendment.order).await?,
        })
    }
}

/// A form holds names, and a customer or a person may have been renamed while the change waited: whoever the change
/// does not touch is called as today.
fn take_todays_names(
    specification: &mut Specification,
    facts: &OrderFacts,
    places: &[queries::PlaceRow],
) {
    for key in [
        "customer_id",
        "sales_rep_id",
        "estimator_id",
        "assistant_id",
    ] {
        if places
            .iter()
            .any(|place| place.path == format!("order.{key}"))
        {
            continue;
        }
        if let Some((key, today)) = facts.specification.order.get_key_value(key) {
            specification.order.insert(*key, today.clone());
        }
    }
}

/// A change that still waits.
pub(super) async fn waiting(
    connection: &mut Connection,
    id: i64,
) -> Result<AmendmentRow, DeskError> {
    let amendment = queries::amendment(connection, id).await?;
    if amendment.state == "pending" {
        Ok(amendment)
    } else {
        Err(SheetRefusal::ChangeClosed.into())
    }
}
