//! 翻单: a new draft with all that is known of an order.

use super::rules::repeated;
use crate::Desk;
use crate::accounts::Actor;
use crate::calendar::BusinessDay;
use crate::error::DeskError;
use crate::orders::wire::OpenDraft;
use crate::orders::{WHO_TAKES_ORDERS, order_facts};
use crate::storage::Topic;
use crate::wire::Done;

impl Desk {
    /// Opens a new draft that repeats the order `id`: all that is known stands in it, the dates and the customer's own
    /// number are empty.
    ///
    /// # Errors
    /// When the person takes no orders, there is no such order, or the database cannot be written.
    pub async fn repeat_order(&self, actor: &Actor, id: i64) -> Result<Done<OpenDraft>, DeskError> {
        actor.must_hold(WHO_TAKES_ORDERS)?;
        let facts = order_facts(&mut *self.read().await?, id).await?;
        let form = repeated(
            &facts.specification,
            actor.name(),
            BusinessDay(self.today()),
        );
        let key = self.new_key(actor).await?;
        self.keep(actor, &key, &form, None, Some(id)).await?;
        Ok(Done {
            value: self.open_draft(actor, &key).await?,
            changed: vec![Topic::drafts()],
        })
    }
}
