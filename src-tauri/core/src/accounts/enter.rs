//! Entering a person, at first start and later alike.

use super::secret::{check_password, check_pin};
use super::{AccessRefusal, Role, RoleTerm, queries};
use crate::Desk;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::storage::{Cell, Subject, Writer};

/// A person to be entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewPerson {
    /// The name, as it is printed and signed in with.
    pub name: String,
    /// What the person does here, from today on and without an end.
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
    let today = in_shanghai(writer.at()).date();
    for role in &person.roles {
        let term = RoleTerm {
            role: *role,
            head: false,
            from: today,
            to: None,
        };
        enter_term(writer, id, &term).await?;
    }
    writer.about(Subject::Person(id));
    Ok(id)
}

/// Writes one role of a person.
pub(super) async fn enter_term(
    writer: &mut Writer,
    account: i64,
    term: &RoleTerm,
) -> Result<(), DeskError> {
    let columns: [(&'static str, Cell); 5] = [
        ("account_id", account.into()),
        ("role", term.role.code().into()),
        ("is_head", term.head.into()),
        ("from_day", term.from.into()),
        ("to_day", term.to.into()),
    ];
    writer.insert("role_terms", &columns).await?;
    Ok(())
}
