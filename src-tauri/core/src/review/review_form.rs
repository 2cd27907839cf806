//! 订单评审表 on paper (S-4.3.1).

use super::opened::Ordered;
use super::{ReviewRefusal, queries, review_pdf};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::files::Paper;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// The review of an order as it stands, kept like every paper.
    ///
    /// # Errors
    /// When nobody has said anything yet, or the paper cannot be made or kept.
    pub async fn review_form(&self, actor: &Actor, order: i64) -> Result<Done<Paper>, DeskError> {
        actor.account()?;
        let house = self.open_house().await?;
        let mut connection = self.read().await?;
        let ordered = Ordered::read(&mut connection, order, self.today()).await?;
        let row = queries::of_order(&mut connection, order)
            .await?
            .ok_or(ReviewRefusal::NotOpened)?;
        drop(connection);
        let name = format!("订单评审表-{}.pdf", row.number);
        let facts = review_pdf::form_facts(&house, &ordered, &row, self.now());
        self.keep_paper(
            actor,
            Activity::MakeReviewForm,
            Subject::Order(order),
            name,
            facts,
        )
        .await
    }
}
