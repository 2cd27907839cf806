//! 客户订单信息记录表 on paper (S-4.1.2a).

use super::record_facts::record_facts;
use super::refusals::OrderRefusal;
use super::{confirmation_view, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::files::Paper;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
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
        let name = format!("客户订单信息记录表-{}.pdf", order.number);
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
