//! 取消: an order comes to nothing, for good (F1-11, F4-4c, F4-4d).

use sha2::{Digest as _, Sha256};

use super::consequences::CancelConsequences;
use super::rules::{AskedBy, Halt, asked, may};
use super::suspend_order::{enter, reason};
use super::wire::in_effect;
use super::{CancelOrderRequest, CancelPreview, HaltRefusal, Money};
use crate::Desk;
use crate::accounts::{Actor, Power, Purpose, SignRequest, sign};
use crate::audit::{Activity, hex};
use crate::calendar::BusinessDay;
use crate::clock::{as_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::files::{Evidenced, KeptPieces};
use crate::free_proofs;
use crate::hand_overs::{self, Occasion};
use crate::orders::{OrderFacts, must_be_as_shown, order_facts, stand_by_standing, taken_from};
use crate::storage::{Cell, Subject, Writer};
use crate::task_sheets::{
    Loss, commit_order, consent_of, end_with_order, lacks_evidence, loss_of, stand_anew,
};
use crate::wire::Done;

impl Desk {
    /// What cancelling an order would ask for and bring about. Writes nothing.
    ///
    /// # Errors
    /// When it cannot be cancelled, or the database cannot be read.
    pub async fn preview_cancel(&self, order: i64) -> Result<CancelPreview, DeskError> {
        let mut reader = self.read().await?;
        let facts = order_facts(&mut reader, order).await?;
        may(Halt::Cancel, facts.state)?;
        let today = BusinessDay(self.today());
        let customer = facts.kind().is_read_back();
        let asked = |by| asked(Halt::Cancel, in_effect(&facts), customer, by);
        Ok(CancelPreview {
            asked_by_house: asked(AskedBy::House),
            asked_by_customer: asked(AskedBy::Customer),
            consequences: CancelConsequences::read(&mut reader, &facts, today).await?,
        })
    }

    /// Cancels an order, with all that follows from it. Answers the order.
    ///
    /// # Errors
    /// When no reason is given, it has ended, nobody of the customer is named or has consented, 业务总监 has not signed, who asks
    /// for it signs it, or it is not said what becomes of the money that came in.
    pub async fn cancel_order(
        &self,
        actor: &Actor,
        request: CancelOrderRequest,
    ) -> Result<Done<i64>, DeskError> {
        let account = actor.account()?;
        let reason = reason(&request.reason)?;
        let loss = loss_of(request.loss.as_ref())?;
        let evidenced = match request.approval {
            Some(approval) => Some(self.keep_evidence(actor, approval).await?),
            None => None,
        };
        let mut contact = request.contact;
        let (pieces, bare) = match &mut contact {
            Some(contact) => {
                let bare = lacks_evidence(contact);
                let follows = contact.follows;
                let evidence = std::mem::take(&mut contact.evidence);
                (self.keep_pieces(evidence).await?, bare.then_some(follows))
            }
            None => (KeptPieces::default(), None),
        };
        let mut writer = self.begin(actor, Activity::CancelOrder).await?;
        let facts = order_facts(&mut writer, request.order_id).await?;
        may(Halt::Cancel, facts.state)?;
        must_be_as_shown(&mut writer, facts.id, request.revision).await?;
        let customer = facts.kind().is_read_back();
        let asked = asked(Halt::Cancel, in_effect(&facts), customer, request.asked_by);
        let contact = contact.filter(|_| customer);
        let said = consent_of(contact.as_ref(), false, writer.at())?;
        if asked.contact && said.is_none() {
            return Err(HaltRefusal::ContactMissing.into());
        }
        if let (true, Some(follows)) = (asked.consent, bare) {
            self.may_follow(follows).await?;
        }
        let today = BusinessDay(in_shanghai(writer.at()).date());
        let consequences = CancelConsequences::read(&mut writer, &facts, today).await?;
        if let (Some(received), None) = (&consequences.received, request.money) {
            let received = received.clone();
            return Err(HaltRefusal::MoneyOpen { received }.into());
        }
        let kept = as_json(&consequences)?;
        let asked_for = hash_of(&facts, &reason, &loss, request.money, &kept);
        let signature = match (asked.director, evidenced) {
            (false, _) => None,
            (true, None) => return Err(HaltRefusal::ApprovalMissing.into()),
            (true, Some(evidenced)) => {
                Some(approved(&mut writer, &facts, account, &asked_for, &evidenced).await?)
            }
        };
        pieces.enter(&mut writer).await?;
        let consent = match &said {
            Some(said) if asked.consent => {
                let purpose = Purpose::CancelConsent;
                let pieces = pieces.pieces();
                said.sign(&mut writer, purpose, facts.id, &asked_for, pieces)
                    .await?
            }
            _ => None,
        };
        let (who, said_at, how) = said.map_or((None, None, None), |said| {
            (Some(said.who), Some(as_stored(said.at)), Some(said.how))
        });
        let columns: [(&'static str, Cell); 12] = [
            ("reason", reason.as_str().into()),
            ("asked_by", request.asked_by.code().into()),
            ("contact_who", who.into()),
            ("contact_at", said_at.into()),
            ("contact_how", how.into()),
            (
                "money",
                request.money.map(|money| money.code().to_owned()).into(),
            ),
            ("loss", loss.amount.map(|amount| amount.0).into()),
            ("liable", loss.liable.code().into()),
            ("outcome", loss.outcome.as_str().into()),
            ("consequences", kept.into()),
            ("signature_id", signature.into()),
            ("consent_signature_id", consent.into()),
        ];
        enter(&mut writer, &facts, Halt::Cancel, &columns).await?;
        let content = match &consequences.sheet {
            Some(sheet) => format!("订单取消，生产任务书 {sheet} 作废，请停止生产并收回：{reason}"),
            None => format!("订单取消：{reason}"),
        };
        hand_overs::on_halt(&mut writer, &facts, Occasion::Cancelled, &content).await?;
        end_with_order(&mut writer, facts.id, &reason).await?;
        free_proofs::withdraw_asked(&mut writer, facts.id, &reason).await?;
        Box::pin(let_go(&mut writer, &facts)).await?;
        writer.about(Subject::Order(facts.id));
        writer.note("reason", &reason);
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// 业务总监 signs for exactly this; never who asks for it.
async fn approved(
    writer: &mut Writer,
    facts: &OrderFacts,
    account: i64,
    asked_for: &str,
    evidenced: &Evidenced,
) -> Result<i64, DeskError> {
    evidenced.enter(writer).await?;
    let signed = SignRequest {
        purpose: Purpose::Cancellation,
        content_hash: asked_for,
        powers: &[Power::SignCancellation],
        only: None,
        customer: false,
        order: facts.id,
        never: &[account],
        not_before: Some(facts.recorded_moment()?),
        approval: &evidenced.approval,
    };
    let signature = sign(writer, signed).await?;
    writer.note("signer", signature.signer);
    Ok(signature.id)
}

/// Stands the order anew, and whatever was as it was because of this order: the presale it took a part of (F4-3d), and the customer's
/// other orders where this was the one by which the customer was no new one (S-4.3.1A).
async fn let_go(writer: &mut Writer, facts: &OrderFacts) -> Result<(), DeskError> {
    stand_anew(writer, facts.id).await?;
    if let Some((presale, _, _)) = taken_from(writer, facts.id).await? {
        let from = order_facts(writer, presale).await?;
        let revision = [("revision", (from.revision + 1).into())];
        writer.update("orders", presale, &revision).await?;
        stand_anew(writer, presale).await?;
        writer.about(Subject::Order(presale));
    }
    if facts.issued && facts.kind().is_reviewed_for("A") {
        stand_by_standing(writer, facts.customer.id).await?;
    }
    Ok(())
}

fn as_json(consequences: &CancelConsequences) -> Result<String, Failure> {
    serde_json::to_string(consequences).map_err(|error| Failure::UnknownValue {
        what: "order_halts.consequences",
        value: error.to_string(),
    })
}

/// What is signed: the order as it stands, why it is cancelled, what that costs whom, and what it brings about.
fn hash_of(
    facts: &OrderFacts,
    reason: &str,
    loss: &Loss,
    money: Option<Money>,
    consequences: &str,
) -> String {
    let amount = loss.amount.map(|amount| amount.0.to_string());
    let parts = serde_json::json!([
        facts.number,
        facts.specification.content_hash(),
        reason,
        amount,
        loss.liable.code(),
        loss.outcome,
        money.map(Money::code),
        consequences,
    ]);
    hex(&Sha256::digest(parts.to_string().as_bytes()))
}
