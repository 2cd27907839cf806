//! 带入规格: a draft somebody is filling takes over what an order before it knows.

use super::with_taken_over;
use crate::Desk;
use crate::accounts::Actor;
use crate::error::DeskError;
use crate::orders::drafts::{Ties, ties_of};
use crate::orders::order_facts;
use crate::orders::wire::{OpenDraft, OrderForm};
use crate::storage::Topic;
use crate::wire::Done;

impl Desk {
    /// Fills the draft `key` from the order `id` wherever nobody has typed, and remembers what it repeats. Without an
    /// order the form is kept as it is and repeats nothing: the way back.
    ///
    /// # Errors
    /// When there is no such order, or the database cannot be written.
    pub async fn take_over_order(
        &self,
        actor: &Actor,
        key: &str,
        form: &OrderForm,
        id: Option<i64>,
    ) -> Result<Done<OpenDraft>, DeskError> {
        let filled = match id {
            None => form.clone(),
            Some(id) => {
                let facts = order_facts(&mut *self.read().await?, id).await?;
                let call = self.call_taken_by(actor).await?;
                with_taken_over(form, &facts.specification, &call)
            }
        };
        let ties = Ties {
            repeats: id,
            ..ties_of(key).ask(&mut *self.read().await?).await?
        };
        self.keep(actor, key, &filled, None, ties).await?;
        Ok(Done {
            value: self.open_draft(actor, key).await?,
            changed: vec![Topic::drafts()],
        })
    }
}
