//! 管理员 enters a person.

use super::{Actor, NewPerson, PersonView, Role, enter, queries};
use crate::Desk;
use crate::audit::Activity;
use crate::error::{DeskError, Failure};
use crate::wire::Done;

impl Desk {
    /// Enters a person; returns them.
    ///
    /// # Errors
    /// When `actor` is no administrator, the name is taken, or a secret will not do.
    pub async fn add_person(
        &self,
        actor: &Actor,
        person: NewPerson,
    ) -> Result<Done<PersonView>, DeskError> {
        actor.must_hold(&[Role::Administrator])?;
        let mut writer = self.begin(actor, Activity::AddPerson).await?;
        let id = enter(&mut writer, self, person).await?;
        let value = queries::person(&mut writer, id)
            .await?
            .ok_or(Failure::Missing("accounts"))?
            .into();
        Ok(Done {
            value,
            changed: writer.commit().await?,
        })
    }
}
