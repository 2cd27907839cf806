//! 管理员 enters a person.

use super::{Actor, NewPerson, Role, enter};
use crate::Desk;
use crate::audit::Activity;
use crate::error::DeskError;
use crate::storage::Topic;

impl Desk {
    /// Enters a person; returns the id.
    ///
    /// # Errors
    /// When `actor` is no administrator, the name is taken, or a secret will not do.
    pub async fn add_person(
        &self,
        actor: &Actor,
        person: NewPerson,
    ) -> Result<(i64, Vec<Topic>), DeskError> {
        actor.must_hold(&[Role::Administrator])?;
        let mut writer = self.begin(actor, Activity::AddPerson).await?;
        let id = enter(&mut writer, self, person).await?;
        Ok((id, writer.commit().await?))
    }
}
