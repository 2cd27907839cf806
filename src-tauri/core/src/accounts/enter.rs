//! Entering a person, at first start and later alike.

use super::secret::{check_password, check_pin};
use super::{AccessRefusal, Role, queries};
use crate::Desk;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::{Subject, Writer};

/// A person to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// The name, as it is printed and signed in with.
    pub name: String,
    /// What the person does here.
    pub roles: Vec<Role>,
    /// To sign in with; whoever only signs needs none.
    pub password: Option<String>,
    /// To sign with; whoever signs on paper only needs none.
    pub pin: Option<String>,
}

/// Writes the person inside an open act.
pub(crate) async fn enter(
    writer: &mut Writer,
    desk: &Desk,
    person: NewPerson,
) -> Result<i64, DeskError> {
    let name = person.name.trim();
    if name.is_empty() {
        return Err(AccessRefusal::NoName.into());
    }
    if person.roles.is_empty() {
        return Err(AccessRefusal::NoRole.into());
    }
    if person.roles.contains(&Role::Administrator)
        && (person.password.is_none() || person.pin.is_none())
    {
        return Err(AccessRefusal::AdministratorNeedsSecrets.into());
    }
    if queries::by_name(writer, name).await?.is_some() {
        return Err(AccessRefusal::NameTaken {
            name: name.to_owned(),
        }
        .into());
    }
    let cost = desk.password_cost();
    let password = person
        .password
        .as_deref()
        .map(|password| {
            check_password(password)
                .map_err(DeskError::from)
                .and_then(|()| Ok(cost.hash(password)?))
        })
        .transpose()?;
    let pin = person
        .pin
        .as_deref()
        .map(|pin| {
            check_pin(pin)
                .map_err(DeskError::from)
                .and_then(|()| Ok(cost.hash(pin)?))
        })
        .transpose()?;
    let at = as_stored(writer.at());
    let id = writer
        .insert(
            "accounts",
            &[
                ("name", name.into()),
                ("password_hash", password.into()),
                ("pin_hash", pin.into()),
                ("active", true.into()),
                ("created_at", at.into()),
            ],
        )
        .await?;
    for role in &person.roles {
        writer
            .insert(
                "account_roles",
                &[("account_id", id.into()), ("role", role.code().into())],
            )
            .await?;
    }
    writer.about(Subject::Person(id));
    Ok(id)
}
