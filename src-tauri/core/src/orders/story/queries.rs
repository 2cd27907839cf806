//! What customers and people are called.

use std::collections::{BTreeMap, BTreeSet};

use sqlx::{AssertSqlSafe, Row as _};

use crate::error::DeskError;
use crate::storage::{Connection, in_steps, parameters};

/// Names of one statement at most.
const AT_ONCE: usize = 500;

/// What these customers are called today.
pub(super) async fn customers(
    connection: &mut Connection,
    ids: &BTreeSet<i64>,
) -> Result<BTreeMap<i64, String>, DeskError> {
    names(
        connection,
        "SELECT id, name FROM customers WHERE id IN",
        ids,
    )
    .await
}

/// What these people are called today.
pub(super) async fn people(
    connection: &mut Connection,
    ids: &BTreeSet<i64>,
) -> Result<BTreeMap<i64, String>, DeskError> {
    names(connection, "SELECT id, name FROM accounts WHERE id IN", ids).await
}

async fn names(
    connection: &mut Connection,
    select: &str,
    ids: &BTreeSet<i64>,
) -> Result<BTreeMap<i64, String>, DeskError> {
    let mut names = BTreeMap::new();
    let ids: Vec<i64> = ids.iter().copied().collect();
    for ids in ids.chunks(AT_ONCE) {
        let asked = in_steps(ids);
        let sql = format!("{select} ({})", parameters(0, asked.len()));
        let mut query = sqlx::query(AssertSqlSafe(sql));
        for id in asked {
            query = query.bind(id);
        }
        for row in query.fetch_all(&mut *connection).await? {
            names.insert(row.try_get("id")?, row.try_get("name")?);
        }
    }
    Ok(names)
}
