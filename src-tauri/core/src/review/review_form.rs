//! 订单评审表 on paper (S-4.3.1).

use super::opened::Ordered;
use super::{ReviewRefusal, queries, review_pdf};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::files::Paper;
use crate::storage::{Subject, Topic};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// The review of an order as it stands, kept like every paper. While nobody has spoken it is the form to take round: the review
    /// gets its number, and every department that is asked has a line for its hand.
    ///
    /// # Errors
    /// When the order is not yet confirmed or is not reviewed, or the paper cannot be made or kept.
    pub async fn review_form(&self, actor: &Actor, order: i64) -> Result<Done<Paper>, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let mut opened = self.number_review(actor, order).await?;
        let mut connection = self.read().await?;
        let ordered = Ordered::read(&mut connection, order, self.today()).await?;
        let row = queries::of_order(&mut connection, order)
            .await?
            .ok_or(ReviewRefusal::NotOpened)?;
        drop(connection);
        let name = format!("订单评审表-{}.pdf", row.number);
        let facts = review_pdf::form_facts(&house, &ordered, &row, self.now());
        let mut done = self
            .keep_paper(
                actor,
                Activity::MakeReviewForm,
                Subject::Order(order),
                name,
                facts,
            )
            .await?;
        opened.append(&mut done.changed);
        done.changed = opened;
        Ok(done)
    }

    /// Gives a review its number where it has none yet: the paper that comes back with signatures is told by it.
    async fn number_review(&self, actor: &Actor, order: i64) -> Result<Vec<Topic>, DeskError> {
        let known = queries::of_order(&mut *self.read().await?, order).await?;
        if known.is_some() {
            return Ok(Vec::new());
        }
        let mut writer = self.begin(actor, Activity::MakeReviewForm).await?;
        let today = in_shanghai(writer.at()).date();
        let ordered = Ordered::read(&mut writer, order, today).await?;
        ordered.open_review(&mut writer).await?;
        commit_order(writer, order).await
    }
}
