//! The index of words of the two databases: FTS5 here, `tsvector` there. Which words, is decided elsewhere; here they
//! are plain lists of small Latin letters and digits.
//!
//! **Invariant:** the index is derived: it can be made anew from the orders, and stands in no trail.

use sqlx::Row as _;

use super::Connection;
use super::engine::Engine;
use crate::error::DeskError;

/// What [`state`] answers once every order is in the index.
pub(crate) const ALL_DONE: i64 = i64::MAX;

/// The texts an order is indexed with.
pub(crate) async fn kept_texts(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query("SELECT texts FROM order_index WHERE order_id = $1")
        .bind(order)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("texts")).transpose()?)
}

/// Puts an order into the index, in the place of what stood there.
pub(crate) async fn put(
    connection: &mut Connection,
    order: i64,
    texts: &str,
    words: &str,
) -> Result<(), DeskError> {
    const SQLITE: [&str; 3] = [
        "DELETE FROM order_words WHERE rowid = $1",
        "INSERT INTO order_words (rowid, words) VALUES ($1, $2)",
        "INSERT INTO order_index (order_id, texts) VALUES ($1, $2) \
         ON CONFLICT (order_id) DO UPDATE SET texts = excluded.texts",
    ];
    const POSTGRES: &str = "INSERT INTO order_index (order_id, texts, words) VALUES ($1, $2, CAST($3 AS TSVECTOR)) \
         ON CONFLICT (order_id) DO UPDATE SET texts = excluded.texts, words = excluded.words";
    if Engine::serving(connection) == Engine::Postgres {
        let put = sqlx::query(POSTGRES).bind(order).bind(texts.to_owned());
        put.bind(words.to_owned()).execute(connection).await?;
        return Ok(());
    }
    let [clear, index, keep] = SQLITE;
    if kept_texts(connection, order).await?.is_some() {
        sqlx::query(clear)
            .bind(order)
            .execute(&mut *connection)
            .await?;
    }
    let put = sqlx::query(index).bind(order).bind(words.to_owned());
    put.execute(&mut *connection).await?;
    let put = sqlx::query(keep).bind(order).bind(texts.to_owned());
    put.execute(connection).await?;
    Ok(())
}

/// The newest orders before `before` that hold all of `words`, with their texts.
pub(crate) async fn holding(
    connection: &mut Connection,
    words: &[String],
    before: i64,
    limit: i64,
) -> Result<Vec<(i64, String)>, DeskError> {
    // By row, never by rank: a ranked query reads every row that matches. CROSS JOIN keeps the words in front.
    const SQLITE: &str = "SELECT i.order_id, i.texts FROM order_words CROSS JOIN order_index i \
         WHERE order_words MATCH $1 AND i.order_id = order_words.rowid AND order_words.rowid < $2 \
         ORDER BY order_words.rowid DESC LIMIT $3";
    const POSTGRES: &str = "SELECT order_id, texts FROM order_index \
         WHERE words @@ CAST($1 AS TSQUERY) AND order_id < $2 ORDER BY order_id DESC LIMIT $3";
    const ALL: &str = "SELECT order_id, texts FROM order_index \
         WHERE $1 = '' AND order_id < $2 ORDER BY order_id DESC LIMIT $3";
    let (sql, between) = match Engine::serving(connection) {
        _ if words.is_empty() => (ALL, " "),
        Engine::Sqlite => (SQLITE, " "),
        Engine::Postgres => (POSTGRES, " & "),
    };
    let quoted: Vec<String> = words
        .iter()
        .map(|word| match between {
            " " => format!("\"{word}\""),
            _ => format!("'{word}'"),
        })
        .collect();
    let rows = sqlx::query(sql)
        .bind(quoted.join(between))
        .bind(before)
        .bind(limit)
        .fetch_all(connection)
        .await?;
    Ok(rows
        .iter()
        .map(|row| Ok((row.try_get("order_id")?, row.try_get("texts")?)))
        .collect::<Result<_, sqlx::Error>>()?)
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
