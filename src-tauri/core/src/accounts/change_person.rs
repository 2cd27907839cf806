//! 管理员 changes a person: name, roles, whether still here, a new password or PIN.

use super::secret::{check_password, check_pin};
use super::{AccessRefusal, Actor, PersonView, Role, queries};
use crate::Desk;
use crate::audit::Activity;
use crate::error::{DeskError, Failure};
use crate::storage::{Cell, Subject};
use crate::wire::Done;

/// What is to be true of a person from now on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangePerson {
    /// Who.
    pub id: i64,
    /// The name.
    pub name: String,
    /// All roles.
    pub roles: Vec<Role>,
    /// Whether the person still works here.
    pub active: bool,
    /// A new password; `None` leaves the old one.
    pub password: Option<String>,
    /// A new PIN; `None` leaves the old one.
    pub pin: Option<String>,
}

impl Desk {
    /// Changes a person.
    ///
    /// # Errors
    /// When `actor` is no administrator, or it would leave the desk without one.
    pub async fn change_person(
        &self,
        actor: &Actor,
        change: ChangePerson,
    ) -> Result<Done<PersonView>, DeskError> {
        actor.must_hold(&[Role::Administrator])?;
        let name = change.name.trim();
        if name.is_empty() {
            return Err(AccessRefusal::NoName.into());
        }
        if change.roles.is_empty() {
            return Err(AccessRefusal::NoRole.into());
        }
        let mut writer = self.begin(actor, Activity::ChangePerson).await?;
        let before = queries::person(&mut writer, change.id)
            .await?
            .ok_or(Failure::Missing("accounts"))?;
        if queries::by_name(&mut writer, name)
            .await?
            .is_some_and(|other| other.id != change.id)
        {
            return Err(AccessRefusal::NameTaken {
                name: name.to_owned(),
            }
            .into());
        }
        let stays_administrator = change.active && change.roles.contains(&Role::Administrator);
        if before.roles.contains(&Role::Administrator)
            && !stays_administrator
            && queries::administrators(&mut writer).await? <= 1
        {
            return Err(AccessRefusal::LastAdministrator.into());
        }
        let has = |kept: &Option<String>, new: &Option<String>| kept.is_some() || new.is_some();
        if stays_administrator
            && !(has(&before.password_hash, &change.password) && has(&before.pin_hash, &change.pin))
        {
            return Err(AccessRefusal::AdministratorNeedsSecrets.into());
        }
        let mut columns: Vec<(&'static str, Cell)> =
            vec![("name", name.into()), ("active", change.active.into())];
        if let Some(password) = &change.password {
            check_password(password)?;
            columns.push(("password_hash", self.password_cost().hash(password)?.into()));
        }
        if let Some(pin) = &change.pin {
            check_pin(pin)?;
            columns.push(("pin_hash", self.password_cost().hash(pin)?.into()));
        }
        writer.update("accounts", change.id, &columns).await?;
        for (row, role) in queries::role_rows(&mut writer, change.id).await? {
            if !change.roles.contains(&role) {
                writer.delete("account_roles", row).await?;
            }
        }
        for role in change
            .roles
            .iter()
            .filter(|role| !before.roles.contains(role))
        {
            writer
                .insert(
                    "account_roles",
                    &[
                        ("account_id", change.id.into()),
                        ("role", role.code().into()),
                    ],
                )
                .await?;
        }
        writer.about(Subject::Person(change.id));
        let value = queries::person(&mut writer, change.id)
            .await?
            .ok_or(Failure::Missing("accounts"))?
            .into();
        Ok(Done {
            value,
            changed: writer.commit().await?,
        })
    }
}
