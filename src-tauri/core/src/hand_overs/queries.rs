//! Hand-overs in the database.

use sqlx::Row as _;

use super::wire::Occasion;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Row};

/// A line of the log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) id: i64,
    pub(super) order: i64,
    pub(super) occasion: Occasion,
    pub(super) department: String,
    pub(super) person: String,
    pub(super) content: String,
    pub(super) at: String,
    pub(super) by: String,
    pub(super) received_by: Option<String>,
    pub(super) received_at: Option<String>,
}

const LINES: &str = "SELECT h.id, h.order_id, h.occasion, h.department, h.person, h.content, h.handed_at, h.received_by, \
     h.received_at, a.name AS handed_by FROM hand_overs h JOIN accounts a ON a.id = h.handed_by";

fn line_from(row: &Row) -> Result<Line, DeskError> {
    let occasion: String = row.try_get("occasion")?;
    Ok(Line {
        id: row.try_get("id")?,
        order: row.try_get("order_id")?,
        occasion: Occasion::from_code(&occasion).ok_or(Failure::UnknownValue {
            what: "hand_overs.occasion",
            value: occasion,
        })?,
        department: row.try_get("department")?,
        person: row.try_get("person")?,
        content: row.try_get("content")?,
        at: row.try_get("handed_at")?,
        by: row.try_get("handed_by")?,
        received_by: row.try_get("received_by")?,
        received_at: row.try_get("received_at")?,
    })
}

/// One line.
pub(super) async fn line(connection: &mut Connection, id: i64) -> Result<Option<Line>, DeskError> {
    let sql = format!("{LINES} WHERE h.id = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?;
    row.as_ref().map(line_from).transpose()
}

/// The departments the first issue of an order's sheet was handed to, each once, in the order it was.
pub(super) async fn released_to(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<String>, DeskError> {
    let mut departments: Vec<String> = Vec::new();
    for line in lines(connection, order).await?.into_iter().rev() {
        let known = departments.contains(&line.department);
        if line.occasion == Occasion::Release && !known {
            departments.push(line.department);
        }
    }
    Ok(departments)
}

/// Every line of an order, the latest first.
pub(super) async fn lines(connection: &mut Connection, order: i64) -> Result<Vec<Line>, DeskError> {
    let sql = format!("{LINES} WHERE h.order_id = $1 ORDER BY h.id DESC");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?;
    rows.iter().map(line_from).collect()
}
