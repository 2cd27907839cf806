//! Everything a statement answers, in one row: of many rows each would wake whoever waits for it, and carry each of its columns
//! over alone. For what a person waits for while she types.

use serde::de::DeserializeOwned;
use sqlx::Row as _;

use super::engine::Engine;
use super::{Connection, Row};
use crate::error::{DeskError, Failure};

/// The statement whose one row holds `columns` of all rows that `rows` answers. Neither database promises their order.
pub(crate) fn in_one_row(connection: &Connection, columns: &str, rows: &str) -> String {
    match Engine::serving(connection) {
        Engine::Sqlite => format!(
            "SELECT json_group_array(json_array({columns})) AS gathered FROM ({rows}) AS each_row"
        ),
        Engine::Postgres => format!(
            "SELECT CAST(json_agg(json_build_array({columns})) AS TEXT) AS gathered FROM ({rows}) AS each_row"
        ),
    }
}

/// The rows of such a statement; the fields of `T` stand as its columns do.
///
/// # Errors
/// When there is another value in a column of `what` than `T` has.
pub(crate) fn gathered<T: DeserializeOwned>(
    row: &Row,
    what: &'static str,
) -> Result<Vec<T>, DeskError> {
    // PostgreSQL gathers nothing of nothing.
    let Some(rows) = row.try_get::<Option<String>, _>("gathered")? else {
        return Ok(Vec::new());
    };
    serde_json::from_str(&rows).map_err(|error| {
        // Where, not what: it may be a customer's name.
        let value = format!("column {}", error.column());
        Failure::UnknownValue { what, value }.into()
    })
}
