//! 客户订单信息记录表 on paper (S-4.1.2a).

use super::record_confirmation::may_be_answered;
use super::record_facts::record_facts;
use super::refusals::OrderRefusal;
use super::said::Said;
use super::wire::{ConfirmationEntry, RecordConfirmation};
use super::{confirmation_view, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::files::{Kept, Paper};
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// The record of an order with the yes that was just spoken, drawn and kept; the act of the yes enters it. It is the written
    /// thing an order by word of mouth stands on (S-4.1.2, F4-4b). Nothing where the act is going to refuse the yes: it says why.
    ///
    /// # Errors
    /// When the paper cannot be made or kept.
    pub(super) async fn record_of_a_spoken_yes(
        &self,
        actor: &Actor,
        request: &RecordConfirmation,
        said: &Said,
    ) -> Result<Option<(Kept, u32)>, DeskError> {
        let house = self.open_house().await?;
        let mut reader = self.read().await?;
        let order = queries::facts(&mut reader, request.order_id).await?;
        let missing = order.specification.missing_for_agreement();
        if may_be_answered(&order, request).is_err() || !missing.is_empty() {
            return Ok(None);
        }
        let mut confirmation = confirmation_view(&mut reader, &order).await?;
        let received = queries::received(&mut reader, order.id).await?;
        drop(reader);
        confirmation.up_to_date = true;
        confirmation.stale_paths.clear();
        confirmation.entries.insert(
            0,
            ConfirmationEntry {
                who: said.who.clone(),
                at: said.at.clone(),
                how: said.how.clone(),
                result: request.result.clone(),
                note: request.note.trim().to_owned(),
                recorded_by: actor.name().to_owned(),
                evidence: None,
                signature: None,
                paper: None,
                stale: false,
            },
        );
        let facts = record_facts(&house, &order, &confirmation, received, self.now());
        Ok(Some(self.drawn_paper(facts).await?))
    }

    /// The record of an order as it stands, kept like every paper: to be read back, sent, and signed by hand.
    ///
    /// # Errors
    /// When there is no such order, nobody is asked about it (F4-5c), or the paper cannot be made or kept.
    pub async fn record_sheet(&self, actor: &Actor, id: i64) -> Result<Done<Paper>, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let mut reader = self.read().await?;
        let order = queries::facts(&mut reader, id).await?;
        if !order.kind().is_read_back() {
            return Err(OrderRefusal::NotReadBack.into());
        }
        let confirmation = confirmation_view(&mut reader, &order).await?;
        let received = queries::received(&mut reader, id).await?;
        drop(reader);
        let name = file_name(&order.number);
        let facts = record_facts(&house, &order, &confirmation, received, self.now());
        self.keep_paper(
            actor,
            Activity::MakeRecordSheet,
            Subject::Order(id),
            name,
            facts,
        )
        .await
    }
}

/// The name the record of an order is saved under.
pub(super) fn file_name(number: &str) -> String {
    format!("客户订单信息记录表-{number}.pdf")
}
