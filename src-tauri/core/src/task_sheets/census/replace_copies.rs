//! 旧张已收回（换发）: what a 联 held came back while it got a new print; exactly the copies that are named (S-4.4.2b).

use super::record_copy::{called, enter};
use super::stand_copies::stand_copies;
use super::wire::ReplaceCopiesRequest;
use super::{CensusRefusal, Fate, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::storage::Subject;
use crate::wire::Done;

impl Desk {
    /// Enters that these copies were exchanged, all of them or none. Answers the order.
    ///
    /// # Errors
    /// When one of them is not of that order or out of use, or its 联 has no newer print that holds.
    pub async fn replace_copies(
        &self,
        actor: &Actor,
        request: ReplaceCopiesRequest,
    ) -> Result<Done<i64>, DeskError> {
        let mut writer = self.begin(actor, Activity::ReplaceCopies).await?;
        let mut names = Vec::with_capacity(request.print_ids.len());
        for print in &request.print_ids {
            let copy = queries::copy(&mut writer, *print)
                .await?
                .filter(|copy| copy.order == request.order_id)
                .ok_or(CensusRefusal::NoSuchCopy)?;
            enter(&mut writer, &copy, Fate::Replaced, None, "").await?;
            // Before the next one is asked what may take its place.
            stand_copies(&mut writer, request.order_id).await?;
            names.push(called(&copy));
        }
        if names.is_empty() {
            return Err(CensusRefusal::NoSuchCopy.into());
        }
        writer.about(Subject::Order(request.order_id));
        writer.note("sheet", names.join("、"));
        Ok(Done {
            value: request.order_id,
            changed: writer.commit().await?,
        })
    }
}
