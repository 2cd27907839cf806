//! The index of words of the two databases: FTS5 here, `tsvector` there. Which words, is decided elsewhere; here they
//! are plain lists of small Latin letters and digits.
//!
//! **Invariant:** the index is derived: it can be made anew from the orders, and stands in no trail.

use std::collections::BTreeSet;

use sqlx::{AssertSqlSafe, Row as _};

use super::engine::Engine;
use super::together::write_together;
use super::{Cell, Change, Connection, gathered, in_one_row};
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
        let changes = putting(connection, entries);
        write_together(connection, changes).await?;
    }
    Ok(())
}

/// What puts `entries` into the index, in the place of what stood there.
pub(crate) fn putting(connection: &Connection, entries: &[&Entry]) -> Vec<Change> {
    match Engine::serving(connection) {
        Engine::Sqlite => putting_in_sqlite(entries),
        Engine::Postgres => vec![putting_in_postgres(entries)],
    }
}

/// The row of an order among the words. The newest are asked for first, and FTS5 walks its lists faster forward
/// than back.
const fn row_of(order: i64) -> i64 {
    -order
}

fn putting_in_sqlite(entries: &[&Entry]) -> Vec<Change> {
    let mut changes = Vec::new();
    let before: Vec<Cell> = entries
        .iter()
        .filter(|entry| entry.replaces)
        .map(|entry| row_of(entry.order).into())
        .collect();
    if !before.is_empty() {
        let rows = places(before.len(), 1, |row| format!("${row}"));
        let sql = format!("DELETE FROM order_words WHERE rowid IN ({rows})");
        changes.push(Change::new(sql, before));
    }
    let rows = places(entries.len(), 2, |at| format!("(${at}, ${})", at + 1));
    changes.push(Change::new(
        format!("INSERT INTO order_words (rowid, words) VALUES {rows}"),
        cells_of(entries, |entry| {
            [row_of(entry.order).into(), entry.words.as_str().into()]
        }),
    ));
    changes.push(Change::new(
        format!(
            "INSERT INTO order_index (order_id, texts) VALUES {rows} \
             ON CONFLICT (order_id) DO UPDATE SET texts = excluded.texts"
        ),
        cells_of(entries, |entry| {
            [entry.order.into(), entry.texts.as_str().into()]
        }),
    ));
    changes
}

fn putting_in_postgres(entries: &[&Entry]) -> Change {
    let rows = places(entries.len(), 3, |at| {
        format!("(${at}, ${}, CAST(${} AS TSVECTOR))", at + 1, at + 2)
    });
    let sql = format!(
        "INSERT INTO order_index (order_id, texts, words) VALUES {rows} \
         ON CONFLICT (order_id) DO UPDATE SET texts = excluded.texts, words = excluded.words"
    );
    let cells = cells_of(entries, |entry| {
        [
            entry.order.into(),
            entry.texts.as_str().into(),
            entry.words.as_str().into(),
        ]
    });
    Change::new(sql, cells)
}

/// What stands in the places of `entries`, one after the other.
fn cells_of<const N: usize>(entries: &[&Entry], cells: impl Fn(&Entry) -> [Cell; N]) -> Vec<Cell> {
    entries.iter().flat_map(|entry| cells(entry)).collect()
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

/// Leaves that are put together in one step, and what is left of the list of a word, which is put together whole: some thousand
/// leaves where a million orders hold it.
const MERGED_AT_ONCE: &str = "INSERT INTO order_words (order_words, rank) VALUES ('merge', 200)";

/// Puts parts of the words of an SQLite file together, where there are enough of one size; answers whether there were.
pub(super) async fn merge(connection: &mut Connection) -> Result<bool, DeskError> {
    const WRITTEN: &str = "SELECT total_changes()";
    let before: i64 = sqlx::query(WRITTEN)
        .fetch_one(&mut *connection)
        .await?
        .try_get(0)?;
    sqlx::query(MERGED_AT_ONCE)
        .execute(&mut *connection)
        .await?;
    let after: i64 = sqlx::query(WRITTEN)
        .fetch_one(connection)
        .await?
        .try_get(0)?;
    // The command itself counts as one.
    Ok(after - before >= 2)
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
