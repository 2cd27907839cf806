//! Asking the customer (S-4.3.2b).

use super::ReviewRefusal;
use super::opened::Ordered;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Adds a point the customer has to answer before the review is concluded. Answers the order.
    ///
    /// # Errors
    /// When it asks nothing or is asked already, or the order is not yet confirmed or already released.
    pub async fn add_point(
        &self,
        actor: &Actor,
        order: i64,
        item: &str,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let item = item.trim();
        if item.is_empty() {
            return Err(ReviewRefusal::NothingAsked.into());
        }
        ReviewRefusal::text_fits(item)?;
        let mut writer = self.begin(actor, Activity::AddPoint).await?;
        let today = in_shanghai(writer.at()).date();
        let review = Ordered::read(&mut writer, order, today)
            .await?
            .open_review(&mut writer)
            .await?;
        if review.review.points.iter().any(|point| point.item == item) {
            return Err(ReviewRefusal::AskedAlready.into());
        }
        let asked_at = as_stored(writer.at());
        writer
            .insert(
                "review_points",
                &[
                    ("review_id", review.id.into()),
                    ("item", item.into()),
                    ("asked_at", asked_at.into()),
                ],
            )
            .await?;
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }
}
