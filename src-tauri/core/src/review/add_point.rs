//! Asking the customer (S-4.3.2b).

use super::ReviewRefusal;
use super::opened::Ordered;
use super::record_opinion::{ask, day_to_come};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Adds a point the customer has to answer before the review is concluded: a question, or whether the delivery may be another
    /// one (F5-1.2c). Answers the order.
    ///
    /// # Errors
    /// When it asks nothing or is asked already, or the order is not yet confirmed or already released.
    pub async fn add_point(
        &self,
        actor: &Actor,
        order: i64,
        item: &str,
        new_date: &str,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let new_date = day_to_come(new_date, self.today())?;
        let item = match (item.trim(), new_date) {
            ("", None) => return Err(ReviewRefusal::NothingAsked.into()),
            // 能否延期 asks for itself (F5-1.2c).
            ("", Some(day)) => format!("交期能否改到 {day}"),
            (item, _) => item.to_owned(),
        };
        let item = item.as_str();
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
        ask(&mut writer, review.id, item, new_date).await?;
        Ok(Done {
            value: order,
            changed: commit_order(writer, order).await?,
        })
    }
}
