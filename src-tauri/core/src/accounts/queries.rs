//! The people in the database.

use sqlx::Row as _;

use super::{AccessRefusal, Role};
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Row};

/// A person as the store keeps one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) roles: Vec<Role>,
    pub(crate) active: bool,
    pub(crate) password_hash: Option<String>,
    pub(crate) pin_hash: Option<String>,
}

const COLUMNS: &str = "id, name, active, password_hash, pin_hash";

fn person_from(row: &Row) -> Result<Person, DeskError> {
    Ok(Person {
        id: row.try_get("id")?,
        name: row.try_get("name")?,
        roles: Vec::new(),
        active: row.try_get::<i64, _>("active")? == 1,
        password_hash: row.try_get("password_hash")?,
        pin_hash: row.try_get("pin_hash")?,
    })
}

async fn with_roles(
    connection: &mut Connection,
    row: Option<Row>,
) -> Result<Option<Person>, DeskError> {
    let Some(row) = row else { return Ok(None) };
    let mut person = person_from(&row)?;
    person.roles = role_rows(connection, person.id)
        .await?
        .into_iter()
        .map(|(_, role)| role)
        .collect();
    Ok(Some(person))
}

/// One person.
pub(crate) async fn person(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<Person>, DeskError> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM accounts WHERE id = $1"
    )))
    .bind(id)
    .fetch_optional(&mut *connection)
    .await?;
    with_roles(connection, row).await
}

/// The person of that name.
pub(crate) async fn by_name(
    connection: &mut Connection,
    name: &str,
) -> Result<Option<Person>, DeskError> {
    let row = sqlx::query(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM accounts WHERE name = $1"
    )))
    .bind(name.to_owned())
    .fetch_optional(&mut *connection)
    .await?;
    with_roles(connection, row).await
}

/// Everybody, in the order they were entered.
pub(crate) async fn everybody(connection: &mut Connection) -> Result<Vec<Person>, DeskError> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM accounts ORDER BY id"
    )))
    .fetch_all(&mut *connection)
    .await?;
    let mut people = Vec::with_capacity(rows.len());
    for row in rows {
        people.extend(with_roles(connection, Some(row)).await?);
    }
    Ok(people)
}

/// The roles of a person, with their rows.
pub(crate) async fn role_rows(
    connection: &mut Connection,
    account: i64,
) -> Result<Vec<(i64, Role)>, DeskError> {
    let rows = sqlx::query("SELECT id, role FROM account_roles WHERE account_id = $1 ORDER BY id")
        .bind(account)
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            let code: String = row.try_get("role")?;
            let role = Role::from_code(&code).ok_or(Failure::UnknownValue {
                what: "account_roles.role",
                value: code,
            })?;
            Ok((row.try_get("id")?, role))
        })
        .collect()
}

/// How many administrators still work here.
pub(super) async fn administrators(connection: &mut Connection) -> Result<i64, DeskError> {
    let row = sqlx::query("SELECT COUNT(*) FROM accounts a JOIN account_roles r ON r.account_id = a.id WHERE a.active = 1 AND r.role = $1").bind(Role::Administrator.code()).fetch_one(connection).await?;
    Ok(row.try_get(0)?)
}

/// Somebody who works here, or the answer that nobody is told apart from a wrong PIN.
pub(super) async fn active_person(
    connection: &mut Connection,
    id: i64,
) -> Result<Person, DeskError> {
    person(connection, id)
        .await?
        .filter(|person| person.active)
        .ok_or_else(|| AccessRefusal::WrongPin.into())
}

/// A signature as the store keeps it.
pub(crate) async fn signature(
    connection: &mut Connection,
    id: i64,
) -> Result<super::Signature, DeskError> {
    let row = sqlx::query("SELECT id, content_hash, account_id, signer_name, capacity, signed_at, recorded_by, medium, note FROM signatures WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?
        .ok_or(Failure::Missing("signatures"))?;
    let code: String = row.try_get("capacity")?;
    let capacity = super::Capacity::from_code(&code).ok_or(Failure::UnknownValue {
        what: "signatures.capacity",
        value: code,
    })?;
    let recorded_by: Option<i64> = row.try_get("recorded_by")?;
    Ok(super::Signature {
        id: row.try_get("id")?,
        content_hash: row.try_get("content_hash")?,
        account: row.try_get("account_id")?,
        signer: row.try_get("signer_name")?,
        capacity,
        signed_at: row.try_get("signed_at")?,
        recorded: recorded_by.is_some(),
        note: row.try_get("note")?,
    })
}
