//! A file belongs to another component, or its pages count in another way (S-4.4.1A-2).

use super::{ChangeFileRequest, FileRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::error::{DeskError, Failure};
use crate::storage::Subject;
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Moves a file with all its versions to another component, after the ones there, and says how the pages of its newest
    /// version count. Moving it back undoes it. Answers the order.
    ///
    /// # Errors
    /// When there is no such component.
    pub async fn change_file(
        &self,
        actor: &Actor,
        request: ChangeFileRequest,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let mut writer = self.begin(actor, Activity::ChangeFile).await?;
        let place = queries::place(&mut writer, request.place_id).await?;
        let component = request.component.trim().to_owned();
        if component != place.component {
            if !component.is_empty()
                && !queries::component_exists(&mut writer, place.order, &component).await?
            {
                return Err(FileRefusal::NoSuchComponent { component }.into());
            }
            let last = queries::places(&mut writer, place.order, &component)
                .await?
                .last()
                .map_or(0, |place| place.position);
            let columns = [
                ("component", component.into()),
                ("position", (last + 1).into()),
            ];
            writer.update("file_places", place.id, &columns).await?;
        }
        let newest = queries::of_order(&mut writer, place.order)
            .await?
            .into_iter()
            .find(|file| file.place == place.id && file.newest)
            .ok_or(Failure::Missing("received_files"))?;
        let columns = [("counts", request.counts.code().into())];
        writer.update("received_files", newest.id, &columns).await?;
        writer.about(Subject::Order(place.order));
        writer.note("version", newest.version.to_string());
        Ok(Done {
            value: place.order,
            changed: commit_order(writer, place.order).await?,
        })
    }
}
