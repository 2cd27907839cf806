//! 同单再开一件: an order is one product, and a customer who orders several in one call gets an order for each. What was said once
//! for all of them stands in the next one already (F2-04.1).

use super::rules::another_of_call;
use crate::Desk;
use crate::accounts::Actor;
use crate::error::DeskError;
use crate::orders::drafts::Ties;
use crate::orders::order_facts;
use crate::orders::wire::OpenDraft;
use crate::storage::Topic;
use crate::wire::Done;

impl Desk {
    /// Opens a new draft for another product ordered in the call of the order `id`: who calls, on which order of the customer, the
    /// days, the terms and where it goes stand in it; the product is asked anew.
    ///
    /// # Errors
    /// When nobody has signed in, there is no such order, or the database cannot be written. Who may register it is asked
    /// when it is registered.
    pub async fn another_product(
        &self,
        actor: &Actor,
        id: i64,
    ) -> Result<Done<OpenDraft>, DeskError> {
        let facts = order_facts(&mut *self.read().await?, id).await?;
        let form = another_of_call(&facts.specification, &self.call_taken_by(actor).await?);
        let key = self.new_key(actor).await?;
        self.keep(actor, &key, &form, None, Ties::default()).await?;
        Ok(Done {
            value: self.open_draft(actor, &key).await?,
            changed: vec![Topic::drafts()],
        })
    }
}
