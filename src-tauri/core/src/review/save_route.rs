//! Writing down the process route (S-4.3.1).

use super::opened::Ordered;
use super::{ReviewRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Puts the route of an order under review in place of the earlier one. What the departments said to that one does not
    /// count for this one. Answers the order.
    ///
    /// # Errors
    /// When it is too long for the form, or the order is not yet confirmed or already released.
    pub async fn save_route(
        &self,
        actor: &Actor,
        order: i64,
        route: &str,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let route = route.trim();
        ReviewRefusal::text_fits(route)?;
        let mut writer = self.begin(actor, Activity::SaveRoute).await?;
        let today = in_shanghai(writer.at()).date();
        let ordered = Ordered::read(&mut writer, order, today).await?;
        let standing = queries::of_order(&mut writer, order).await?;
        if standing.is_some_and(|row| row.review.route == route) {
            // Nothing is said anew, so nothing that was said is asked again.
            return Ok(Done {
                value: order,
                changed: Vec::new(),
            });
        }
        let review = ordered.open_review(&mut writer).await?;
        writer
            .update("reviews", review.id, &[("route", route.into())])
            .await?;
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }
}
