//! Customers in the database.

use sqlx::Row as _;

use super::wire::Customer;
use crate::error::DeskError;
use crate::storage::{Connection, Row};

const COLUMNS: &str = "id, name, short_name, address, contact, phone, remark, revision";
/// Customers shown at most; whoever has more narrows the query.
const MOST: i64 = 500;

fn customer_from(row: &Row) -> Result<Customer, sqlx::Error> {
    Ok(Customer {
        id: row.try_get("id")?,
        name: row.try_get("name")?,
        short_name: row.try_get("short_name")?,
        address: row.try_get("address")?,
        contact: row.try_get("contact")?,
        phone: row.try_get("phone")?,
        remark: row.try_get("remark")?,
        revision: row.try_get("revision")?,
    })
}

/// One customer.
pub(crate) async fn customer(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<Customer>, DeskError> {
    let sql = sqlx::AssertSqlSafe(format!("SELECT {COLUMNS} FROM customers WHERE id = $1"));
    let row = sqlx::query(sql).bind(id).fetch_optional(connection).await?;
    Ok(row.as_ref().map(customer_from).transpose()?)
}

/// The customer of exactly this name.
pub(crate) async fn id_of(
    connection: &mut Connection,
    name: &str,
) -> Result<Option<i64>, DeskError> {
    let row = sqlx::query("SELECT id FROM customers WHERE name = $1")
        .bind(name.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("id")).transpose()?)
}

/// The customers in whom `query` is found, by name.
pub(super) async fn list(
    connection: &mut Connection,
    query: &str,
) -> Result<Vec<Customer>, DeskError> {
    let sql = format!(
        "SELECT {COLUMNS} FROM customers \
         WHERE LOWER(name) LIKE $1 ESCAPE '\\' OR LOWER(short_name) LIKE $1 ESCAPE '\\' \
            OR LOWER(contact) LIKE $1 ESCAPE '\\' OR phone LIKE $1 ESCAPE '\\' \
         ORDER BY name LIMIT {MOST}"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(containing(query))
        .fetch_all(connection)
        .await?;
    Ok(rows.iter().map(customer_from).collect::<Result<_, _>>()?)
}

/// The LIKE pattern of whatever contains `query`, itself taken letter by letter.
pub(crate) fn containing(query: &str) -> String {
    let mut pattern = String::from("%");
    for letter in query.trim().to_ascii_lowercase().chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
