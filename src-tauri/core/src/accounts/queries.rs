//! The people in the database.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, Utc};
use sqlx::Row as _;

use super::rules::Standing;
use super::tries::Tries;
use super::wire::LackingView;
use super::{AccessRefusal, Deputy, Medium, Role, RoleTerm};
use crate::audit;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Question, Row};

/// A person as the store keeps one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Person {
    pub(crate) id: i64,
    /// Counts the changes of the person: the place in the trail of the last one, 0 before the first.
    pub(crate) revision: i64,
    pub(crate) name: String,
    pub(crate) department: String,
    pub(crate) terms: Vec<RoleTerm>,
    pub(crate) deputies: Vec<Deputy>,
    pub(crate) active: bool,
    pub(crate) must_choose_password: bool,
    pub(crate) password_hash: Option<String>,
    pub(crate) pin_hash: Option<String>,
}

/// The trail knows when a person was changed; a count beside it could only say something else.
const COLUMNS: &str = "id, name, department, active, must_choose_password, password_hash, pin_hash, \
    COALESCE((SELECT MAX(t.seq) FROM audit t WHERE t.subject = 'person:' || CAST(accounts.id AS TEXT) AND t.activity = 'change_person'), 0) AS revision";

fn person_from(row: &Row) -> Result<Person, DeskError> {
    Ok(Person {
        id: row.try_get("id")?,
        revision: row.try_get("revision")?,
        name: row.try_get("name")?,
        department: row.try_get("department")?,
        terms: Vec::new(),
        deputies: Vec::new(),
        active: row.try_get::<i64, _>("active")? == 1,
        must_choose_password: row.try_get::<i64, _>("must_choose_password")? == 1,
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
    person.terms = terms(connection, person.id)
        .await?
        .into_iter()
        .map(|(_, term)| term)
        .collect();
    person.deputies = deputies(connection, person.id)
        .await?
        .into_iter()
        .map(|(_, deputy)| deputy)
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

/// Somebody as every act asks about them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Present {
    pub(super) name: String,
    pub(super) terms: Vec<RoleTerm>,
    pub(super) active: bool,
    pub(super) must_choose_password: bool,
}

/// One person with their roles through time.
pub(super) fn present(id: i64) -> Question<Option<Present>> {
    let sql = "SELECT a.name, a.active, a.must_choose_password, t.id, t.role, t.is_head, t.from_day, t.to_day \
         FROM accounts a LEFT JOIN role_terms t ON t.account_id = a.id WHERE a.id = $1 ORDER BY t.id";
    Question::new(sql, [id.into()], |rows| present_from(&rows))
}

fn present_from(rows: &[Row]) -> Result<Option<Present>, DeskError> {
    let Some(first) = rows.first() else {
        return Ok(None);
    };
    let mut terms = Vec::new();
    for row in rows {
        if row.try_get::<Option<i64>, _>("id")?.is_some() {
            terms.push(term_from(row)?.1);
        }
    }
    Ok(Some(Present {
        name: first.try_get("name")?,
        terms,
        active: first.try_get::<i64, _>("active")? == 1,
        must_choose_password: first.try_get::<i64, _>("must_choose_password")? == 1,
    }))
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

/// The account of that name.
pub(crate) fn id_of(name: &str) -> Question<Option<i64>> {
    let sql = "SELECT id FROM accounts WHERE name = $1";
    Question::new(sql, [name.into()], |rows| {
        Ok(rows.first().map(|row| row.try_get("id")).transpose()?)
    })
}

/// What these people are called today, by account.
pub(crate) async fn names_of(
    connection: &mut Connection,
    accounts: &[i64],
) -> Result<Vec<String>, DeskError> {
    let mut names = Vec::new();
    for account in accounts.iter().collect::<BTreeSet<_>>() {
        let row = sqlx::query("SELECT name FROM accounts WHERE id = $1")
            .bind(*account)
            .fetch_optional(&mut *connection)
            .await?;
        if let Some(row) = row {
            names.push(row.try_get("name")?);
        }
    }
    Ok(names)
}

/// Everybody, in the order they were entered.
pub(crate) async fn everybody(connection: &mut Connection) -> Result<Vec<Person>, DeskError> {
    let rows = sqlx::query(sqlx::AssertSqlSafe(format!(
        "SELECT {COLUMNS} FROM accounts ORDER BY id"
    )))
    .fetch_all(&mut *connection)
    .await?;
    let mut people = rows
        .iter()
        .map(person_from)
        .collect::<Result<Vec<_>, _>>()?;
    let terms = sqlx::query(
        "SELECT account_id, id, role, is_head, from_day, to_day FROM role_terms ORDER BY account_id, id",
    )
    .fetch_all(&mut *connection)
    .await?;
    let deputies = sqlx::query(
        "SELECT head_id, id, role, deputy_id, from_day, to_day FROM deputies ORDER BY head_id, id",
    )
    .fetch_all(&mut *connection)
    .await?;
    for person in &mut people {
        for row in &terms {
            if row.try_get::<i64, _>("account_id")? == person.id {
                person.terms.push(term_from(row)?.1);
            }
        }
        for row in &deputies {
            if row.try_get::<i64, _>("head_id")? == person.id {
                person.deputies.push(deputy_from(row)?.1);
            }
        }
    }
    Ok(people)
}

/// Everybody who works here, as the rules ask for them.
pub(super) async fn standings(connection: &mut Connection) -> Result<Vec<Standing>, DeskError> {
    Ok(of_those_here(everybody(connection).await?))
}

/// Everybody who worked here at a moment that has passed, with the roles they have through time. Who has left or come back
/// since then is read from the trail, which is the one place that knows when.
pub(super) async fn standings_at(
    connection: &mut Connection,
    at: DateTime<Utc>,
) -> Result<Vec<Standing>, DeskError> {
    let mut people = everybody(connection).await?;
    // The newest first: what stood before the earliest change after the moment is what stood at the moment.
    for changes in audit::queries::changes_of_people_since(connection, at).await? {
        let images = changes["rows"].as_array().into_iter().flatten();
        for image in images.filter(|image| image["table"] == "accounts") {
            let was = image["before"]["active"].as_i64();
            let person = people.iter_mut().find(|person| image["id"] == person.id);
            if let (Some(was), Some(person)) = (was, person) {
                person.active = was == 1;
            }
        }
    }
    Ok(of_those_here(people))
}

fn of_those_here(people: Vec<Person>) -> Vec<Standing> {
    let here = people.into_iter().filter(|person| person.active);
    here.map(|person| Standing {
        id: person.id,
        name: person.name,
        terms: person.terms,
        deputies: person.deputies,
    })
    .collect()
}

/// The roles of a person through time, with their rows.
pub(super) async fn terms(
    connection: &mut Connection,
    account: i64,
) -> Result<Vec<(i64, RoleTerm)>, DeskError> {
    let rows = sqlx::query(
        "SELECT id, role, is_head, from_day, to_day FROM role_terms WHERE account_id = $1 ORDER BY id",
    )
    .bind(account)
    .fetch_all(connection)
    .await?;
    rows.iter().map(term_from).collect()
}

fn term_from(row: &Row) -> Result<(i64, RoleTerm), DeskError> {
    let to: Option<String> = row.try_get("to_day")?;
    let term = RoleTerm {
        role: role_from(row)?,
        head: row.try_get::<i64, _>("is_head")? == 1,
        from: day("role_terms.from_day", row.try_get("from_day")?)?,
        to: to.map(|text| day("role_terms.to_day", text)).transpose()?,
    };
    Ok((row.try_get("id")?, term))
}

/// Who stands in for a person through time, with their rows.
pub(super) async fn deputies(
    connection: &mut Connection,
    head: i64,
) -> Result<Vec<(i64, Deputy)>, DeskError> {
    let rows = sqlx::query(
        "SELECT id, role, deputy_id, from_day, to_day FROM deputies WHERE head_id = $1 ORDER BY id",
    )
    .bind(head)
    .fetch_all(connection)
    .await?;
    rows.iter().map(deputy_from).collect()
}

fn deputy_from(row: &Row) -> Result<(i64, Deputy), DeskError> {
    let deputy = Deputy {
        role: role_from(row)?,
        deputy: row.try_get("deputy_id")?,
        from: day("deputies.from_day", row.try_get("from_day")?)?,
        to: day("deputies.to_day", row.try_get("to_day")?)?,
    };
    Ok((row.try_get("id")?, deputy))
}

fn role_from(row: &Row) -> Result<Role, DeskError> {
    let code: String = row.try_get("role")?;
    Role::from_code(&code).ok_or_else(|| {
        Failure::UnknownValue {
            what: "a role",
            value: code,
        }
        .into()
    })
}

fn day(what: &'static str, text: String) -> Result<NaiveDate, DeskError> {
    text.parse()
        .map_err(|_| Failure::UnknownValue { what, value: text }.into())
}

/// The wrong tries in a row at one target.
pub(super) async fn tries(
    connection: &mut Connection,
    target: &str,
) -> Result<Option<Tries>, DeskError> {
    let row = sqlx::query("SELECT id, tries, last_at FROM wrong_tries WHERE target = $1")
        .bind(target.to_owned())
        .fetch_optional(connection)
        .await?;
    row.map(|row| {
        Ok(Tries {
            id: row.try_get("id")?,
            tries: row.try_get("tries")?,
            last_at: row.try_get("last_at")?,
        })
    })
    .transpose()
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
    let row = sqlx::query("SELECT id, content_hash, account_id, signer_name, capacity, signed_at, medium, deputy_for, note FROM signatures WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?
        .ok_or(Failure::Missing("signatures"))?;
    let code: String = row.try_get("capacity")?;
    let capacity = super::Capacity::from_code(&code).ok_or(Failure::UnknownValue {
        what: "signatures.capacity",
        value: code,
    })?;
    let medium: Option<String> = row.try_get("medium")?;
    Ok(super::Signature {
        id: row.try_get("id")?,
        content_hash: row.try_get("content_hash")?,
        account: row.try_get("account_id")?,
        signer: row.try_get("signer_name")?,
        capacity,
        signed_at: row.try_get("signed_at")?,
        recorded: medium.map(medium_from).transpose()?,
        deputy_for: row.try_get("deputy_for")?,
        note: row.try_get("note")?,
    })
}

/// A medium as a signature keeps it.
pub(crate) fn medium_from(code: String) -> Result<Medium, DeskError> {
    Medium::from_code(&code).ok_or_else(|| {
        Failure::UnknownValue {
            what: "signatures.medium",
            value: code,
        }
        .into()
    })
}

/// The order a signature belongs to.
pub(super) async fn order_of(
    connection: &mut Connection,
    signature: i64,
) -> Result<Option<i64>, DeskError> {
    let row = sqlx::query("SELECT order_id FROM signatures WHERE id = $1")
        .bind(signature)
        .fetch_one(connection)
        .await?;
    Ok(row.try_get("order_id")?)
}

/// Recorded signatures without a piece of evidence, the oldest first.
pub(super) async fn lacking(connection: &mut Connection) -> Result<Vec<LackingView>, DeskError> {
    let rows = sqlx::query(
        "SELECT g.id, g.order_id, g.purpose, g.signer_name, g.capacity, g.medium, g.signed_at, \
         o.number, a.name AS recorder \
         FROM signatures g LEFT JOIN orders o ON o.id = g.order_id JOIN accounts a ON a.id = g.recorded_by \
         WHERE g.evidence = '[]' \
         AND NOT EXISTS (SELECT 1 FROM evidence_pieces e WHERE e.signature_id = g.id) ORDER BY g.id",
    )
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| {
            Ok(LackingView {
                signature: row.try_get("id")?,
                order: row.try_get("order_id")?,
                order_number: row
                    .try_get::<Option<String>, _>("number")?
                    .unwrap_or_default(),
                purpose: row.try_get("purpose")?,
                signer: row.try_get("signer_name")?,
                capacity: row.try_get("capacity")?,
                medium: medium_from(row.try_get("medium")?)?,
                signed_at: row.try_get("signed_at")?,
                recorded_by: row.try_get("recorder")?,
            })
        })
        .collect()
}
