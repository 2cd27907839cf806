//! A file is taken out of use, with a reason, and put back. Nothing of it is removed.

use super::receive_file::LONGEST_TEXT;
use super::{FileRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Takes a file with all its versions out of use. Answers the order.
    ///
    /// # Errors
    /// When no reason is given.
    pub async fn take_file_out(
        &self,
        actor: &Actor,
        place: i64,
        reason: &str,
    ) -> Result<Done<i64>, DeskError> {
        let reason = reason.trim();
        if reason.is_empty() {
            return Err(FileRefusal::ReasonMissing.into());
        }
        if reason.chars().count() > LONGEST_TEXT {
            return Err(FileRefusal::TextTooLong { most: LONGEST_TEXT }.into());
        }
        self.set_out_reason(actor, Activity::TakeFileOut, place, reason)
            .await
    }

    /// Puts a file back that was taken out of use. Answers the order.
    ///
    /// # Errors
    /// When there is no such file.
    pub async fn put_file_back(&self, actor: &Actor, place: i64) -> Result<Done<i64>, DeskError> {
        self.set_out_reason(actor, Activity::PutFileBack, place, "")
            .await
    }

    async fn set_out_reason(
        &self,
        actor: &Actor,
        activity: Activity,
        place: i64,
        reason: &str,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut writer = self.begin(actor, activity).await?;
        let place = queries::place(&mut writer, place).await?;
        let columns = [("out_reason", reason.into())];
        writer.update("file_places", place.id, &columns).await?;
        writer.about(Subject::Order(place.order));
        Ok(Done {
            value: place.order,
            changed: commit_order(writer, place.order).await?,
        })
    }
}
