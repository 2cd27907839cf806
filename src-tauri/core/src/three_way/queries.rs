//! Answers and passes in the database.

use sqlx::Row as _;

use super::rules::{Answer, Answered, Passed};
use crate::accounts::queries as people;
use crate::error::{DeskError, Failure};
use crate::storage::{Connection, Row};

/// What was said of an order's rows, the earliest first.
pub(super) async fn answers(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<Answered>, DeskError> {
    let rows = sqlx::query(
        "SELECT t.row_path, t.answer, t.said, t.held_against, t.compared_at, t.compared_by, a.name FROM three_way_answers t \
         JOIN accounts a ON a.id = t.compared_by WHERE t.order_id = $1 ORDER BY t.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let answered = |row: &Row| -> Result<Answered, DeskError> {
        let answer: String = row.try_get("answer")?;
        Ok(Answered {
            path: row.try_get("row_path")?,
            answer: Answer::from_code(&answer).ok_or(Failure::UnknownValue {
                what: "three_way_answers.answer",
                value: answer,
            })?,
            said: row.try_get("said")?,
            held_against: row.try_get("held_against")?,
            at: row.try_get("compared_at")?,
            by: row.try_get("name")?,
            account: row.try_get("compared_by")?,
        })
    };
    rows.iter().map(answered).collect()
}

/// The differences of an order that somebody let pass, the earliest first.
pub(super) async fn passes(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<Passed>, DeskError> {
    let rows = sqlx::query(
        "SELECT row_path, difference, reason, signature_id FROM three_way_passes WHERE order_id = $1 ORDER BY id",
    )
    .bind(order)
    .fetch_all(&mut *connection)
    .await?;
    let mut passes = Vec::with_capacity(rows.len());
    for row in &rows {
        passes.push(Passed {
            path: row.try_get("row_path")?,
            difference: row.try_get("difference")?,
            reason: row.try_get("reason")?,
            signature: people::signature(connection, row.try_get("signature_id")?).await?,
        });
    }
    Ok(passes)
}

/// What the first state of an order's sheet says of the comparison: from the issue on that stands; none while there is no sheet.
pub(super) async fn as_issued(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<Vec<String>>, DeskError> {
    let row = sqlx::query(
        "SELECT t.facts FROM sheet_states t JOIN task_sheets s ON s.id = t.task_sheet_id WHERE s.order_id = $1 ORDER BY t.id LIMIT 1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let facts: String = row.try_get("facts")?;
        let unknown = |_| Failure::UnknownValue {
            what: "sheet_states.facts",
            value: order.to_string(),
        };
        let facts: serde_json::Value = serde_json::from_str(&facts).map_err(unknown)?;
        let lines = facts
            .get("comparison")
            .and_then(serde_json::Value::as_array);
        let words = lines.into_iter().flatten().filter_map(|line| line.as_str());
        Ok(words.map(str::to_owned).collect())
    })
    .transpose()
}
