//! The products the house makes for its stock, in the database.

use sqlx::Row as _;

use super::wire::RegularProduct;
use crate::error::DeskError;
use crate::storage::{Connection, Row};

/// Every product marked 常规畅销, by name.
pub(crate) async fn regular(connection: &mut Connection) -> Result<Vec<RegularProduct>, DeskError> {
    let rows =
        sqlx::query("SELECT id, name, marked_at, marked_by FROM regular_products ORDER BY name")
            .fetch_all(connection)
            .await?;
    let product = |row: &Row| -> Result<RegularProduct, sqlx::Error> {
        Ok(RegularProduct {
            id: row.try_get("id")?,
            name: row.try_get("name")?,
            at: row.try_get("marked_at")?,
            by: row.try_get("marked_by")?,
        })
    };
    Ok(rows.iter().map(product).collect::<Result<_, _>>()?)
}
