//! Marked names in the database.

use std::collections::BTreeSet;

use sqlx::{AssertSqlSafe, Row as _};

use super::Marks;
use crate::error::{DeskError, Failure};
use crate::storage::Connection;

impl Marks {
    /// Whether `name` is marked.
    pub(crate) async fn hold(
        self,
        connection: &mut Connection,
        name: &str,
    ) -> Result<bool, DeskError> {
        let sql = format!("SELECT id FROM {} WHERE name = $1", self.table);
        let row = sqlx::query(AssertSqlSafe(sql))
            .bind(name.to_owned())
            .fetch_optional(connection)
            .await?;
        Ok(row.is_some())
    }

    /// Every marked name.
    pub(crate) async fn names(
        self,
        connection: &mut Connection,
    ) -> Result<BTreeSet<String>, DeskError> {
        let sql = format!("SELECT name FROM {}", self.table);
        let rows = sqlx::query(AssertSqlSafe(sql))
            .fetch_all(connection)
            .await?;
        let names = rows.iter().map(|row| row.try_get("name"));
        Ok(names.collect::<Result<_, sqlx::Error>>()?)
    }

    /// The name whose mark has this id.
    pub(crate) async fn name_of(
        self,
        connection: &mut Connection,
        id: i64,
    ) -> Result<String, DeskError> {
        let sql = format!("SELECT name FROM {} WHERE id = $1", self.table);
        let row = sqlx::query(AssertSqlSafe(sql))
            .bind(id)
            .fetch_optional(connection)
            .await?;
        Ok(row.ok_or(Failure::Missing(self.table))?.try_get("name")?)
    }
}
