//! What happened to a person, read from the trail.

use std::collections::BTreeMap;

use serde_json::Value;

use super::queries;
use super::wire::{PersonChangeView, PersonEventView};
use crate::Desk;
use crate::audit;
use crate::error::DeskError;
use crate::storage::Subject;

/// So much of a person's history is shown; the trail keeps all of it.
const SHOWN: i64 = 200;

impl Desk {
    /// The acts about a person, the newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn person_history(&self, person: i64) -> Result<Vec<PersonEventView>, DeskError> {
        let mut reader = self.read().await?;
        let names: BTreeMap<i64, String> = queries::everybody(&mut reader)
            .await?
            .into_iter()
            .map(|person| (person.id, person.name))
            .collect();
        let events = audit::changes_of(&mut reader, Subject::Person(person), SHOWN).await?;
        Ok(events
            .into_iter()
            .map(|(row, changes)| PersonEventView {
                seq: row.seq,
                at: row.at,
                who: row.who,
                activity: row.activity,
                changes: worded(&changes, &names),
            })
            .collect())
    }
}

/// The row images of one act, as far as they speak of a person.
fn worded(changes: &Value, names: &BTreeMap<i64, String>) -> Vec<PersonChangeView> {
    let rows = changes.get("rows").and_then(Value::as_array);
    rows.into_iter()
        .flatten()
        .flat_map(|image| {
            let (before, after) = (&image["before"], &image["after"]);
            match image["table"].as_str() {
                Some("accounts") => account(before, after),
                Some("role_terms") => role(before, after).into_iter().collect(),
                Some("deputies") => deputy(before, after, names).into_iter().collect(),
                _ => Vec::new(),
            }
        })
        .collect()
}

fn account(before: &Value, after: &Value) -> Vec<PersonChangeView> {
    let mut changes = Vec::new();
    if let Some(now) = after["name"].as_str() {
        changes.push(PersonChangeView::Name {
            now: now.to_owned(),
        });
    }
    // Whoever is entered without one has none to tell.
    let department = after["department"].as_str();
    if let Some(now) = department.filter(|now| !now.is_empty() || !before.is_null()) {
        changes.push(PersonChangeView::Department {
            now: now.to_owned(),
        });
    }
    if let Some(active) = after["active"].as_i64() {
        changes.push(PersonChangeView::Active { now: active == 1 });
    }
    if !after["password_hash"].is_null() {
        changes.push(PersonChangeView::Password);
    }
    if !after["pin_hash"].is_null() {
        changes.push(PersonChangeView::Pin);
    }
    changes
}

fn role(before: &Value, after: &Value) -> Option<PersonChangeView> {
    let given = !after.is_null();
    let row = if given { after } else { before };
    let role = text(row, "role")?;
    let head = row["is_head"].as_i64() == Some(1);
    let (from, to) = (text(row, "from_day")?, text(row, "to_day"));
    Some(if given {
        PersonChangeView::RoleGiven {
            role,
            head,
            from,
            to,
        }
    } else {
        PersonChangeView::RoleTaken {
            role,
            head,
            from,
            to,
        }
    })
}

fn deputy(
    before: &Value,
    after: &Value,
    names: &BTreeMap<i64, String>,
) -> Option<PersonChangeView> {
    let named = !after.is_null();
    let row = if named { after } else { before };
    let role = text(row, "role")?;
    let deputy = names
        .get(&row["deputy_id"].as_i64()?)
        .cloned()
        .unwrap_or_default();
    let (from, to) = (text(row, "from_day")?, text(row, "to_day")?);
    Some(if named {
        PersonChangeView::DeputyNamed {
            role,
            deputy,
            from,
            to,
        }
    } else {
        PersonChangeView::DeputyDropped {
            role,
            deputy,
            from,
            to,
        }
    })
}

fn text(row: &Value, key: &str) -> Option<String> {
    row[key].as_str().map(str::to_owned)
}
