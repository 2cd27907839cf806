//! 翻单: a new draft with all that is known of an order.

use super::rules::repeated;
use crate::Desk;
use crate::accounts::Actor;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::orders::drafts::Ties;
use crate::orders::order_facts;
use crate::orders::wire::OpenDraft;
use crate::storage::Topic;
use crate::wire::Done;

impl Desk {
    /// Opens a new draft that repeats the order `id`: all that is known stands in it, the dates and the customer's own
    /// number are empty.
    ///
    /// # Errors
    /// When nobody has signed in, there is no such order, or the database cannot be written. Who may register it is asked
    /// when it is registered.
    pub async fn repeat_order(&self, actor: &Actor, id: i64) -> Result<Done<OpenDraft>, DeskError> {
        let facts = order_facts(&mut *self.read().await?, id).await?;
        let form = repeated(&facts.specification, actor.name(), in_shanghai(self.now()));
        let key = self.new_key(actor).await?;
        let ties = Ties {
            repeats: Some(id),
            ..Ties::default()
        };
        self.keep(actor, &key, &form, None, ties).await?;
        Ok(Done {
            value: self.open_draft(actor, &key).await?,
            changed: vec![Topic::drafts()],
        })
    }
}
