//! The index of words of the two databases: FTS5 here, `tsvector` there. Which words, is decided elsewhere; here they
//! are plain lists of small Latin letters and digits.
//!
//! **Invariant:** the index is derived: it can be made anew from the orders, and stands in no trail.

use std::collections::BTreeSet;

use sqlx::{AssertSqlSafe, Row as _};

use super::Connection;
use super::engine::Engine;
use super::{gathered, in_one_row};
use crate::error::DeskError;

/// What [`state`] answers once every order is in the index.
pub(crate) const ALL_DONE: i64 = i64::MAX;

/// An order on its way into the index.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) order: i64,
    pub(crate) texts: String,
    pub(crate) words: String,
    /// It stood in the index before, with other words.
    pub(crate) replaces: bool,
}

/// Entries written in one statement.
const AT_ONCE: usize = 100;

/// Puts orders into the index, in the place of what stood there.
pub(crate) async fn put(connection: &mut Connection, entries: &[Entry]) -> Result<(), DeskError> {
    // FTS5 gathers what it is given as long as its rows ascend.
    let mut entries: Vec<&Entry> = entries.iter().collect();
    entries.sort_unstable_by_key(|entry| std::cmp::Reverse(entry.order));
    for entries in entries.chunks(AT_ONCE) {
        match Engine::serving(connection) {
            Engine::Sqlite => put_in_sqlite(connection, entries).await?,
            Engine::Postgres => put_in_postgres(connection, entries).await?,
        }
    }
    Ok(())
}

/// The row of an order among the words. The newest are asked for first, and FTS5 walks its lists faster forward
/// than back.
const fn row_of(order: i64) -> i64 {
    -order
}

async fn put_in_sqlite(connection: &mut Connection, entries: &[&Entry]) -> Result<(), DeskError> {
    let before: Vec<&&Entry> = entries.iter().filter(|entry| entry.replaces).collect();
    if !before.is_empty() {
        let rows = places(before.len(), 1, |row| format!("${row}"));
        let sql = format!("DELETE FROM order_words WHERE rowid IN ({rows})");
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for entry in before {
            query = query.bind(row_of(entry.order));
        }
        query.execute(&mut *connection).await?;
    }
    let rows = places(entries.len(), 2, |at| format!("(${at}, ${})", at + 1));
    let sql = format!("INSERT INTO order_words (rowid, words) VALUES {rows}");
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for entry in entries {
        query = query.bind(row_of(entry.order)).bind(entry.words.clone());
    }
    query.execute(&mut *connection).await?;
    let sql = format!(
        "INSERT INTO order_index (order_id, texts) VALUES {rows} \
         ON CONFLICT (order_id) DO UPDATE SET texts = excluded.texts"
    );
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for entry in entries {
        query = query.bind(entry.order).bind(entry.texts.clone());
    }
    query.execute(connection).await?;
    Ok(())
}

async fn put_in_postgres(connection: &mut Connection, entries: &[&Entry]) -> Result<(), DeskError> {
    let rows = places(entries.len(), 3, |at| {
        format!("(${at}, ${}, CAST(${} AS TSVECTOR))", at + 1, at + 2)
    });
    let sql = format!(
        "INSERT INTO order_index (order_id, texts, words) VALUES {rows} \
         ON CONFLICT (order_id) DO UPDATE SET texts = excluded.texts, words = excluded.words"
    );
    let mut query = sqlx::query(AssertSqlSafe(sql));
    for entry in entries {
        let texts = query.bind(entry.order).bind(entry.texts.clone());
        query = texts.bind(entry.words.clone());
    }
    query.execute(connection).await?;
    Ok(())
}

/// `count` rows of `width` numbered places, with commas between them.
fn places(count: usize, width: usize, row: impl Fn(usize) -> String) -> String {
    let rows: Vec<String> = (0..count).map(|index| row(index * width + 1)).collect();
    rows.join(", ")
}

/// Bytes of a leaf of the words; eight share a page of the file. Where a rare word stands beside a common one, FTS5 leaps over
/// the common one's list by whole leaves: with its own 4,050 bytes nearly every leaf holds an order of the rare one.
const LEAF: &str = "INSERT INTO order_words (order_words, rank) VALUES ('pgsz', 488)";

/// Begins an index anew that was never made, or in another way, where its rows may be others. On a server every order has one
/// row and is written in its place; desks that are open go on finding it meanwhile.
pub(crate) async fn begin_anew(connection: &mut Connection) -> Result<(), DeskError> {
    if Engine::serving(connection) == Engine::Sqlite {
        for sql in [
            "INSERT INTO order_words (order_words) VALUES ('delete-all')",
            LEAF,
            "DELETE FROM order_index",
        ] {
            sqlx::query(sql).execute(&mut *connection).await?;
        }
    }
    Ok(())
}

/// Which of the orders behind `after`, up to `last`, stand in the index.
pub(crate) async fn holds(
    connection: &mut Connection,
    after: i64,
    last: i64,
) -> Result<BTreeSet<i64>, DeskError> {
    let rows =
        sqlx::query("SELECT order_id FROM order_index WHERE order_id > $1 AND order_id <= $2")
            .bind(after)
            .bind(last)
            .fetch_all(connection)
            .await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get("order_id"))
        .collect::<Result<_, sqlx::Error>>()?)
}

/// The newest orders before `before` that hold all of `words`, with their texts.
pub(crate) async fn holding(
    connection: &mut Connection,
    words: &[String],
    before: i64,
    limit: i64,
) -> Result<Vec<(i64, String)>, DeskError> {
    const ALL: &str = "SELECT order_id, texts FROM order_index \
         WHERE $1 = '' AND order_id < $2 ORDER BY order_id DESC LIMIT $3";
    // By row, never by rank: a ranked query reads every row that matches. CROSS JOIN keeps the words in front.
    const SQLITE: &str = "SELECT i.order_id, i.texts FROM order_words CROSS JOIN order_index i \
         WHERE order_words MATCH $1 AND i.order_id = -order_words.rowid AND order_words.rowid > $2 \
         ORDER BY order_words.rowid LIMIT $3";
    const POSTGRES: &str = "SELECT order_id, texts FROM order_index \
         WHERE words @@ CAST($1 AS TSQUERY) AND order_id < $2 ORDER BY order_id DESC LIMIT $3";
    let quoted = |quote: char| {
        words
            .iter()
            .map(move |word| format!("{quote}{word}{quote}"))
    };
    let (rows, words, bound) = match Engine::serving(connection) {
        _ if words.is_empty() => (ALL, String::new(), before),
        Engine::Sqlite => (
            SQLITE,
            quoted('"').collect::<Vec<_>>().join(" "),
            row_of(before),
        ),
        Engine::Postgres => (
            POSTGRES,
            quoted('\'').collect::<Vec<_>>().join(" & "),
            before,
        ),
    };
    let sql = in_one_row(connection, "order_id, texts", rows);
    let row = sqlx::query(AssertSqlSafe(sql))
        .bind(words)
        .bind(bound)
        .bind(limit)
        .fetch_one(connection)
        .await?;
    let mut found: Vec<(i64, String)> = gathered(&row, "order_index.texts")?;
    found.sort_unstable_by_key(|(order, _)| std::cmp::Reverse(*order));
    Ok(found)
}

/// By which version of the cutting the index is made, and up to which order.
pub(crate) async fn state(connection: &mut Connection) -> Result<(i64, i64), DeskError> {
    let row = sqlx::query("SELECT version, done_to FROM order_index_state WHERE id = 1")
        .fetch_one(connection)
        .await?;
    Ok((row.try_get("version")?, row.try_get("done_to")?))
}

/// Notes how far the index is made.
pub(crate) async fn set_state(
    connection: &mut Connection,
    version: i64,
    done_to: i64,
) -> Result<(), DeskError> {
    sqlx::query("UPDATE order_index_state SET version = $1, done_to = $2 WHERE id = 1")
        .bind(version)
        .bind(done_to)
        .execute(connection)
        .await?;
    Ok(())
}
