//! The trail in the database.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use serde_json::Value;
use sqlx::Row as _;

use super::{Activity, Entry, Head};
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::storage::{Change, Connection, Question, Row, Subject, parameters};

/// One line of the trail as a screen shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TrailRow {
    /// Place in the chain; the order of the trail, never the time.
    pub seq: i64,
    /// When (UTC).
    pub at: String,
    /// Who.
    pub who: String,
    /// What, as a code.
    pub activity: String,
    /// Facts of the act, a JSON object of texts.
    pub params: String,
}

/// Reads the head and locks it until the transaction ends.
pub(crate) fn head_taken() -> Question<Head> {
    let sql = "UPDATE audit_head SET seq = seq WHERE id = 1 RETURNING seq, hash";
    Question::new(sql, [], |rows| {
        let row = rows.first().ok_or(Failure::Missing("audit_head"))?;
        Ok(Head {
            seq: row.try_get("seq")?,
            hash: row.try_get("hash")?,
        })
    })
}

/// Reads the head.
pub(crate) async fn head(connection: &mut Connection) -> Result<Head, DeskError> {
    let row = sqlx::query("SELECT seq, hash FROM audit_head WHERE id = 1")
        .fetch_one(connection)
        .await?;
    Ok(Head {
        seq: row.try_get("seq")?,
        hash: row.try_get("hash")?,
    })
}

/// What appends a row and moves the head to it.
pub(crate) fn appended(entry: &Entry) -> [Change; 2] {
    let hash = entry.hash();
    [
        Change::new(
            "INSERT INTO audit (seq, at, account_id, who, activity, subject, params, changes, previous_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
            [
                entry.seq.into(),
                entry.at.as_str().into(),
                entry.account_id.into(),
                entry.who.as_str().into(),
                entry.activity.as_str().into(),
                entry.subject.as_str().into(),
                entry.params.as_str().into(),
                entry.changes.as_str().into(),
                entry.previous_hash.as_str().into(),
                hash.as_str().into(),
            ],
        ),
        Change::new(
            "UPDATE audit_head SET seq = $1, hash = $2 WHERE id = 1",
            [entry.seq.into(), hash.into()],
        ),
    ]
}

/// Every row with the hash it carries, in order.
pub(crate) async fn entries(
    connection: &mut Connection,
) -> Result<Vec<(Entry, String)>, DeskError> {
    let rows = sqlx::query("SELECT seq, at, account_id, who, activity, subject, params, changes, previous_hash, hash FROM audit ORDER BY seq").fetch_all(connection).await?;
    rows.iter()
        .map(|row| Ok((entry(row)?, row.try_get("hash")?)))
        .collect()
}

fn entry(row: &Row) -> Result<Entry, DeskError> {
    Ok(Entry {
        seq: row.try_get("seq")?,
        at: row.try_get("at")?,
        account_id: row.try_get("account_id")?,
        who: row.try_get("who")?,
        activity: row.try_get("activity")?,
        subject: row.try_get("subject")?,
        params: row.try_get("params")?,
        changes: row.try_get("changes")?,
        previous_hash: row.try_get("previous_hash")?,
    })
}

/// What happened to `subject`, the newest first.
pub(crate) async fn trail_of(
    connection: &mut Connection,
    subject: Subject,
    limit: i64,
) -> Result<Vec<TrailRow>, DeskError> {
    let rows = sqlx::query("SELECT seq, at, who, activity, params FROM audit WHERE subject = $1 ORDER BY seq DESC LIMIT $2").bind(subject.code()).bind(limit).fetch_all(connection).await?;
    rows.iter().map(trail_row).collect()
}

/// The latest acts on `subject`, the first of them first, each with the images of its rows.
pub(crate) async fn story_of(
    connection: &mut Connection,
    subject: Subject,
    limit: i64,
) -> Result<Vec<(TrailRow, String)>, DeskError> {
    let rows = sqlx::query(
        "SELECT seq, at, who, activity, params, changes FROM audit WHERE subject = $1 ORDER BY seq DESC LIMIT $2",
    )
    .bind(subject.code())
    .bind(limit)
    .fetch_all(connection)
    .await?;
    let told = |row: &Row| Ok((trail_row(row)?, row.try_get("changes")?));
    rows.iter().rev().map(told).collect()
}

/// The acts of one kind on `subject`, the newest first.
pub(crate) async fn acts_of(
    connection: &mut Connection,
    subject: Subject,
    activity: Activity,
    limit: i64,
) -> Result<Vec<TrailRow>, DeskError> {
    let rows = sqlx::query("SELECT seq, at, who, activity, params FROM audit WHERE subject = $1 AND activity = $2 ORDER BY seq DESC LIMIT $3").bind(subject.code()).bind(activity.code()).bind(limit).fetch_all(connection).await?;
    rows.iter().map(trail_row).collect()
}

/// The acts by which `order` became other orders, the newest first. They stand under those: one act is one row, and it is
/// about what came to be.
pub(crate) async fn conversions_of(
    connection: &mut Connection,
    order: i64,
    limit: i64,
) -> Result<Vec<TrailRow>, DeskError> {
    let rows = sqlx::query(
        "SELECT a.seq, a.at, a.who, a.activity, a.params FROM conversions c \
         JOIN audit a ON a.subject = 'order:' || CAST(c.order_id AS TEXT) AND a.activity = $2 \
         WHERE c.from_id = $1 ORDER BY a.seq DESC LIMIT $3",
    )
    .bind(order)
    .bind(Activity::ConvertOrder.code())
    .bind(limit)
    .fetch_all(connection)
    .await?;
    rows.iter().map(trail_row).collect()
}

/// Whose typing each of these orders is, by its trail: who registered it, and who last saved something else on it. A save that
/// changed no place makes nothing anybody's own.
pub(crate) async fn typed_by(
    connection: &mut Connection,
    orders: &[i64],
) -> Result<Vec<(i64, i64)>, DeskError> {
    let acts = [
        Activity::RegisterOrder,
        Activity::ConvertOrder,
        Activity::SaveOrder,
    ];
    let sql = format!(
        "SELECT subject, account_id, activity, params FROM audit WHERE activity IN ($1, $2, $3) AND subject IN ({}) ORDER BY seq",
        parameters(acts.len(), orders.len())
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for act in acts {
        query = query.bind(act.code());
    }
    for order in orders {
        query = query.bind(Subject::Order(*order).code());
    }
    // Who registered, and who saved last.
    let mut typed: BTreeMap<String, [Option<i64>; 2]> = BTreeMap::new();
    for row in &query.fetch_all(connection).await? {
        let account: Option<i64> = row.try_get("account_id")?;
        let activity: String = row.try_get("activity")?;
        let [registered, saved] = typed.entry(row.try_get("subject")?).or_default();
        if activity != Activity::SaveOrder.code() {
            *registered = account;
        } else {
            let params = parsed("audit.params", row.try_get("params")?)?;
            if params.get("places").and_then(Value::as_str) != Some("0") {
                *saved = account;
            }
        }
    }
    let orders: BTreeSet<i64> = orders.iter().copied().collect();
    let people = orders.into_iter().flat_map(|order| {
        let people = typed.get(&Subject::Order(order).code());
        let people = people.into_iter().flatten().flatten();
        people.map(move |person| (order, *person))
    });
    Ok(people.collect())
}

fn trail_row(row: &Row) -> Result<TrailRow, DeskError> {
    Ok(TrailRow {
        seq: row.try_get("seq")?,
        at: row.try_get("at")?,
        who: row.try_get("who")?,
        activity: row.try_get("activity")?,
        params: row.try_get("params")?,
    })
}

/// The row images of every change of a person after `at`, the newest first.
pub(crate) async fn changes_of_people_since(
    connection: &mut Connection,
    at: DateTime<Utc>,
) -> Result<Vec<Value>, DeskError> {
    // ';' follows ':' in the alphabet of both databases: these are the subjects that begin with `person:`.
    let rows = sqlx::query(
        "SELECT changes FROM audit WHERE subject >= 'person:' AND subject < 'person;' AND activity = $1 AND at > $2 ORDER BY seq DESC",
    )
    .bind(Activity::ChangePerson.code())
    .bind(as_stored(at))
    .fetch_all(connection)
    .await?;
    rows.iter()
        .map(|row| images(row.try_get("changes")?))
        .collect()
}

/// What happened to `subject` with the row images of each act, the newest first.
pub(crate) async fn changes_of(
    connection: &mut Connection,
    subject: Subject,
    limit: i64,
) -> Result<Vec<(TrailRow, Value)>, DeskError> {
    let rows = sqlx::query("SELECT seq, at, who, activity, params, changes FROM audit WHERE subject = $1 ORDER BY seq DESC LIMIT $2").bind(subject.code()).bind(limit).fetch_all(connection).await?;
    rows.iter()
        .map(|row| {
            let changes: String = row.try_get("changes")?;
            let trail = trail_row(row)?;
            Ok((trail, images(changes)?))
        })
        .collect()
}

fn images(changes: String) -> Result<Value, DeskError> {
    parsed("audit.changes", changes)
}

fn parsed(what: &'static str, text: String) -> Result<Value, DeskError> {
    serde_json::from_str(&text).map_err(|_| Failure::UnknownValue { what, value: text }.into())
}
