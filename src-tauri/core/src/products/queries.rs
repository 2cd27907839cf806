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

/// Whether a product is marked 常规畅销.
pub(crate) async fn is_regular(connection: &mut Connection, name: &str) -> Result<bool, DeskError> {
    let row = sqlx::query("SELECT id FROM regular_products WHERE name = $1")
        .bind(name.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// The name of a marked product.
pub(super) async fn name_of(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query("SELECT name FROM regular_products WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("name")).transpose()?)
}
