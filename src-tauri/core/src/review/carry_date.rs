//! The delivery the customer agreed to goes onto the order (F5-1.2f).

use chrono::NaiveDate;

use super::opened::Ordered;
use super::{ReviewRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::calendar::BusinessDay;
use crate::error::DeskError;
use crate::orders::{OrderForm, draft_of_order};
use crate::wire::Done;

impl Desk {
    /// Puts the delivery the customer has agreed to in the review onto the order, like anybody who saves it. The
    /// review goes on to count. Answers the order.
    ///
    /// # Errors
    /// When nothing was agreed to, somebody is changing the order, or it cannot be saved.
    pub async fn carry_date(
        &self,
        actor: &Actor,
        order: i64,
        revision: i64,
    ) -> Result<Done<i64>, DeskError> {
        let (form, day) = {
            let mut reader = self.read().await?;
            let ordered = Ordered::read(&mut reader, order, self.today()).await?;
            let row = queries::of_order(&mut reader, order).await?;
            let review = row.ok_or(ReviewRefusal::NotOpened)?.review;
            let day = review.to_carry(ordered.content.delivery);
            // What this person has typed and not saved is not dropped over it.
            if draft_of_order(&mut reader, actor, order).await?.is_some() {
                return Err(ReviewRefusal::DraftOpen.into());
            }
            let day = day.ok_or(ReviewRefusal::NothingToCarry)?;
            (ordered.facts.specification.to_form(), day)
        };
        self.save_order(actor, order, revision, &delivered_on(form, day))
            .await
    }
}

/// The form with another delivery; where all goes out at once, that goes out then.
fn delivered_on(mut form: OrderForm, day: NaiveDate) -> OrderForm {
    let day = BusinessDay(day).to_string();
    form.order.insert("confirmed_date".to_owned(), day.clone());
    if let [drop] = form.drops.as_mut_slice() {
        drop.values.insert("date".to_owned(), day);
    }
    form
}
