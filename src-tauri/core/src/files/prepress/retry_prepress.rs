//! 再试: somebody has brought the share back.

use super::queries;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// Has the copies of an order tried again in the next pass, from the beginning. Answers the order.
    ///
    /// # Errors
    /// When the database fails.
    pub async fn retry_prepress(&self, actor: &Actor, order: i64) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut writer = self.begin(actor, Activity::RetryPrepress).await?;
        writer.about(Subject::Order(order));
        let now = as_stored(writer.at());
        for row in queries::of_order(&mut writer, order).await? {
            if row.state != "kept" {
                let columns = [
                    ("state", "waiting".into()),
                    ("tries", 0.into()),
                    ("next_try", now.clone().into()),
                    ("trouble", "".into()),
                ];
                writer.update("prepress_copies", row.id, &columns).await?;
            }
        }
        Ok(Done {
            value: order,
            changed: writer.commit().await?,
        })
    }
}
