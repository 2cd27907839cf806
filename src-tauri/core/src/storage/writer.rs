//! The writing door. A write is made for an actor and a named activity; each row it touches is recorded before
//! and after; the audit row is part of the same commit.

use std::collections::BTreeSet;
use std::ops::{Deref, DerefMut};

use chrono::{DateTime, Utc};
use serde_json::{Map, Value, json};
use sqlx::any::AnyTypeInfoKind;
use sqlx::{AnyConnection, AssertSqlSafe, Column as _, Row as _, ValueRef as _};

use super::tidying::Turn;
use super::together::write_together;
use super::{Cell, Change, Pool, Question, Row, Subject, Topic};
use crate::accounts::Actor;
use crate::audit::{self, Activity, Entry};
use crate::error::{DeskError, Failure};

/// A row to be inserted: its table and its columns.
pub(crate) type NewRow = (&'static str, Vec<(&'static str, Cell)>);

/// Columns whose content is nobody's business, not even the trail's.
const SECRET_COLUMNS: &[&str] = &["password_hash", "pin_hash"];

/// An open act: whatever it writes is committed together with its audit row, or not at all.
#[derive(Debug)]
pub struct Writer {
    transaction: sqlx::Transaction<'static, sqlx::Any>,
    actor: Actor,
    activity: Activity,
    at: DateTime<Utc>,
    previous: audit::Head,
    subject: Subject,
    params: Map<String, Value>,
    images: Vec<Value>,
    at_commit: Vec<Change>,
    topics: BTreeSet<Topic>,
    _turn: Turn,
}

impl Writer {
    /// Opens an act, and asks what is asked at the door; `activity` tells from the answer which act it is.
    pub(crate) async fn begin<T: 'static>(
        pool: &Pool,
        at: DateTime<Utc>,
        actor: &Actor,
        asked: Question<T>,
        activity: impl FnOnce(&T) -> Activity,
    ) -> Result<(Self, T), DeskError> {
        let (turn, mut transaction) = pool.begin().await?;
        // The head's own UPDATE is what makes two desks on one server take turns.
        let (previous, answer) = audit::queries::head_taken()
            .and(asked)
            .ask(&mut transaction)
            .await?;
        let activity = activity(&answer);
        let writer = Self {
            transaction,
            actor: actor.clone(),
            activity,
            at,
            previous,
            subject: Subject::House,
            params: Map::new(),
            images: Vec::new(),
            at_commit: Vec::new(),
            topics: BTreeSet::new(),
            _turn: turn,
        };
        Ok((writer, answer))
    }

    /// Who acts.
    #[must_use]
    pub const fn actor(&self) -> &Actor {
        &self.actor
    }

    /// Whoever acts is called so today, whatever it was at the sign-in.
    pub(crate) fn actor_is_called(&mut self, name: String) {
        self.actor.now_called(name);
    }

    /// When: one moment for the whole act.
    #[must_use]
    pub const fn at(&self) -> DateTime<Utc> {
        self.at
    }

    /// Says what the act is about; the screens that show it are told.
    pub fn about(&mut self, subject: Subject) {
        self.subject = subject;
        self.topics.extend(subject.topics());
    }

    /// Tells the screens that show `topic`, too.
    pub fn touch(&mut self, topic: Topic) {
        self.topics.insert(topic);
    }

    /// Puts a fact on the audit row for the reader of the trail.
    pub fn note(&mut self, key: &'static str, value: impl Into<String>) {
        self.params
            .insert(key.to_owned(), Value::String(value.into()));
    }

    /// Inserts a row and returns its id.
    ///
    /// # Errors
    /// When the database refuses the row.
    pub async fn insert(
        &mut self,
        table: &'static str,
        columns: &[(&'static str, Cell)],
    ) -> Result<i64, DeskError> {
        let id = inserting(table, columns).ask(&mut self.transaction).await?;
        self.note_inserted(table, id, columns);
        Ok(id)
    }

    /// Inserts `rows`, of which none needs the id of another, together.
    ///
    /// # Errors
    /// When the database refuses one of them.
    pub(crate) async fn insert_all(&mut self, rows: &[NewRow]) -> Result<(), DeskError> {
        let asked = rows
            .iter()
            .map(|(table, columns)| inserting(table, columns));
        let ids = Question::all(asked).ask(&mut self.transaction).await?;
        for ((table, columns), id) in rows.iter().zip(ids) {
            self.note_inserted(table, id, columns);
        }
        Ok(())
    }

    fn note_inserted(&mut self, table: &str, id: i64, columns: &[(&'static str, Cell)]) {
        self.images
            .push(json!({ "table": table, "id": id, "before": null, "after": image_of(columns) }));
    }

    /// Changes the named columns of one row. Columns that hold the value already are left out of the image; when
    /// none is left, nothing is written.
    ///
    /// # Errors
    /// When the row is gone or the database refuses it.
    pub async fn update(
        &mut self,
        table: &'static str,
        id: i64,
        columns: &[(&'static str, Cell)],
    ) -> Result<(), DeskError> {
        let before = self.row(table, id).await?;
        match self.change(table, id, &before, columns) {
            Some(change) => change.write(self).await,
            None => Ok(()),
        }
    }

    /// As [`update`](Self::update), for a row of which the act has read the columns `before` in this same commit.
    ///
    /// # Errors
    /// When the database refuses it.
    pub(crate) async fn update_known(
        &mut self,
        table: &'static str,
        id: i64,
        before: &[(&'static str, Cell)],
        columns: &[(&'static str, Cell)],
    ) -> Result<(), DeskError> {
        match self.change_known(table, id, before, columns).await? {
            Some(change) => change.write(self).await,
            None => Ok(()),
        }
    }

    /// As [`update_known`](Self::update_known), written with the audit row: for what nothing reads again in this act.
    ///
    /// # Errors
    /// When the row cannot be read; what the database refuses, it refuses at the [`commit`](Self::commit).
    pub(crate) async fn update_known_at_commit(
        &mut self,
        table: &'static str,
        id: i64,
        before: &[(&'static str, Cell)],
        columns: &[(&'static str, Cell)],
    ) -> Result<(), DeskError> {
        let change = self.change_known(table, id, before, columns).await?;
        self.at_commit.extend(change);
        Ok(())
    }

    /// Has `change` written with the audit row: it stands in no image, and nothing reads it again in this act.
    pub(super) fn write_at_commit(&mut self, change: Change) {
        self.at_commit.push(change);
    }

    async fn change_known(
        &mut self,
        table: &'static str,
        id: i64,
        before: &[(&'static str, Cell)],
        columns: &[(&'static str, Cell)],
    ) -> Result<Option<Change>, DeskError> {
        let before: Map<String, Value> = before
            .iter()
            .map(|(name, cell)| ((*name).to_owned(), cell.image()))
            .collect();
        #[cfg(debug_assertions)]
        {
            let row = self.row(table, id).await?;
            let stands = |(name, value): (&String, &Value)| row.get(name) == Some(value);
            debug_assert!(
                before.iter().all(stands),
                "what is known of {table} is what stands there"
            );
        }
        let change = self.change(table, id, &before, columns);
        debug_assert!(
            !self.at_commit.iter().any(|waiting| change
                .as_ref()
                .is_some_and(|change| change.is_of_the_row_of(waiting))),
            "what waits for the commit is not known to whoever reads {table} again"
        );
        Ok(change)
    }

    /// What is to be written of `columns` where `before` stood, noted in the images; nothing where all of it stands there.
    fn change(
        &mut self,
        table: &'static str,
        id: i64,
        before: &Map<String, Value>,
        columns: &[(&'static str, Cell)],
    ) -> Option<Change> {
        let changed: Vec<(&'static str, Cell)> = columns
            .iter()
            .filter(|(name, cell)| before.get(*name) != Some(&cell.image()))
            .cloned()
            .collect();
        if changed.is_empty() {
            return None;
        }
        let sets = changed
            .iter()
            .enumerate()
            .map(|(place, (name, _))| format!("{name} = ${}", place + 1))
            .collect::<Vec<_>>()
            .join(", ");
        let sql = format!(
            "UPDATE {table} SET {sets} WHERE id = ${}",
            changed.len() + 1
        );
        let old: Map<String, Value> = changed
            .iter()
            .map(|(name, _)| {
                (
                    (*name).to_owned(),
                    veiled(name, before.get(*name).cloned().unwrap_or_default()),
                )
            })
            .collect();
        self.images
            .push(json!({ "table": table, "id": id, "before": old, "after": image_of(&changed) }));
        let mut cells: Vec<Cell> = changed.into_iter().map(|(_, cell)| cell).collect();
        cells.push(id.into());
        Some(Change::new(sql, cells))
    }

    /// Removes one row; its image keeps all of it.
    ///
    /// # Errors
    /// When the row is gone or something still refers to it.
    pub async fn delete(&mut self, table: &'static str, id: i64) -> Result<(), DeskError> {
        let before: Map<String, Value> = self
            .row(table, id)
            .await?
            .into_iter()
            .map(|(name, value)| (name.clone(), veiled(&name, value)))
            .collect();
        let sql = format!("DELETE FROM {table} WHERE id = $1");
        sqlx::query(AssertSqlSafe(sql))
            .bind(id)
            .execute(&mut *self.transaction)
            .await?;
        self.images
            .push(json!({ "table": table, "id": id, "before": before, "after": null }));
        Ok(())
    }

    /// Writes the audit row and the search index, and makes all of it durable; returns which screens have something new to show.
    ///
    /// # Errors
    /// When the act is about an order that rests and is none of those that go on all the same (F1-11), or the database cannot
    /// commit; then nothing at all was written.
    pub async fn commit(mut self) -> Result<Vec<Topic>, DeskError> {
        if let Subject::Order(order) = self.subject {
            crate::halts::must_move(&mut self.transaction, self.activity, order).await?;
        }
        let entry = Entry {
            seq: self.previous.seq + 1,
            at: crate::clock::as_stored(self.at),
            account_id: self.actor.id(),
            who: self.actor.name().to_owned(),
            activity: self.activity.code().to_owned(),
            subject: self.subject.code(),
            params: Value::Object(self.params).to_string(),
            changes: json!({ "format": 1, "rows": self.images }).to_string(),
            previous_hash: self.previous.hash,
        };
        let mut changes = self.at_commit;
        changes.extend(audit::queries::appended(&entry));
        changes
            .extend(crate::orders::search::refreshed(&mut self.transaction, self.subject).await?);
        write_together(&mut self.transaction, changes).await?;
        self.transaction.commit().await?;
        Ok(self.topics.into_iter().collect())
    }

    async fn row(&mut self, table: &'static str, id: i64) -> Result<Map<String, Value>, DeskError> {
        let sql = format!("SELECT * FROM {table} WHERE id = $1");
        let row = sqlx::query(AssertSqlSafe(sql))
            .bind(id)
            .fetch_optional(&mut *self.transaction)
            .await?
            .ok_or(Failure::Missing(table))?;
        values_of(&row)
    }
}

impl Deref for Writer {
    type Target = AnyConnection;
    fn deref(&self) -> &AnyConnection {
        &self.transaction
    }
}
impl DerefMut for Writer {
    fn deref_mut(&mut self) -> &mut AnyConnection {
        &mut self.transaction
    }
}

/// The row to be written, with its columns; answers its id.
fn inserting(table: &str, columns: &[(&'static str, Cell)]) -> Question<i64> {
    let names = columns
        .iter()
        .map(|(name, _)| *name)
        .collect::<Vec<_>>()
        .join(", ");
    let places = (1..=columns.len())
        .map(|place| format!("${place}"))
        .collect::<Vec<_>>()
        .join(", ");
    let sql = format!("INSERT INTO {table} ({names}) VALUES ({places}) RETURNING id");
    let cells: Vec<Cell> = columns.iter().map(|(_, cell)| cell.clone()).collect();
    Question::new(sql, cells, |rows| {
        let row = rows.first().ok_or(Failure::Missing("a written row"))?;
        Ok(row.try_get(0)?)
    })
}

fn image_of(columns: &[(&'static str, Cell)]) -> Map<String, Value> {
    columns
        .iter()
        .map(|(name, cell)| ((*name).to_owned(), veiled(name, cell.image())))
        .collect()
}

fn veiled(column: &str, value: Value) -> Value {
    if SECRET_COLUMNS.contains(&column) && !value.is_null() {
        Value::from("***")
    } else {
        value
    }
}

fn values_of(row: &Row) -> Result<Map<String, Value>, DeskError> {
    let mut values = Map::new();
    for column in row.columns() {
        let raw = row.try_get_raw(column.ordinal())?;
        let value = if raw.is_null() {
            Value::Null
        } else if raw.type_info().kind() == AnyTypeInfoKind::Text {
            Value::from(row.try_get::<String, _>(column.ordinal())?)
        } else {
            Value::from(row.try_get::<i64, _>(column.ordinal())?)
        };
        values.insert(column.name().to_owned(), value);
    }
    Ok(values)
}
