//! Marked names in the database.

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
