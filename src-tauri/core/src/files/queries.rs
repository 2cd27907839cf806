//! Received and stored files in the database.

use sqlx::Row as _;

use super::outgoing_paper::Outgoing;
use super::wire::ReceivedBefore;
use super::{Examined, Kept};
use crate::error::{DeskError, Failure};
use crate::storage::{Cell, Connection, Row, Writer};

/// A received file as its row has it.
#[derive(Clone, Debug)]
pub(super) struct ReceivedFile {
    pub(super) id: i64,
    pub(super) component: String,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) version: i64,
    pub(super) sha256: String,
    pub(super) size: i64,
    pub(super) from_whom: String,
    pub(super) how: String,
    pub(super) received_at: String,
    pub(super) examined: Examined,
}

impl TryFrom<&Row> for ReceivedFile {
    type Error = DeskError;

    fn try_from(row: &Row) -> Result<Self, DeskError> {
        let inspected: String = row.try_get("inspected")?;
        let examined = serde_json::from_str(&inspected).map_err(|_| Failure::UnknownValue {
            what: "received_files.inspected",
            value: inspected,
        })?;
        Ok(Self {
            id: row.try_get("id")?,
            component: row.try_get("component")?,
            name: row.try_get("name")?,
            label: row.try_get("label")?,
            version: row.try_get("version")?,
            sha256: row.try_get("sha256")?,
            size: row.try_get("size")?,
            from_whom: row.try_get("from_whom")?,
            how: row.try_get("how")?,
            received_at: row.try_get("received_at")?,
            examined,
        })
    }
}

/// The files of an order: component by component, the newest version first.
pub(super) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<ReceivedFile>, DeskError> {
    let rows = sqlx::query(
        "SELECT f.id, f.component, f.name, f.label, f.version, f.sha256, s.size, f.from_whom, f.how, f.received_at, f.inspected \
         FROM received_files f JOIN stored_files s ON s.sha256 = f.sha256 \
         WHERE f.order_id = $1 ORDER BY f.component, f.version DESC",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    rows.iter().map(ReceivedFile::try_from).collect()
}

/// Earlier receipts of the same content, the latest first.
pub(super) async fn received_before(
    connection: &mut Connection,
    file: &ReceivedFile,
) -> Result<Vec<ReceivedBefore>, DeskError> {
    let rows = sqlx::query(
        "SELECT f.order_id, f.received_at, o.number FROM received_files f JOIN orders o ON o.id = f.order_id \
         WHERE f.sha256 = $1 AND f.id < $2 ORDER BY f.id DESC LIMIT 3",
    )
    .bind(file.sha256.clone())
    .bind(file.id)
    .fetch_all(connection)
    .await?;
    let before = |row: &Row| {
        Ok(ReceivedBefore {
            order_id: row.try_get("order_id")?,
            number: row.try_get("number")?,
            received_at: row.try_get("received_at")?,
        })
    };
    Ok(rows
        .iter()
        .map(before)
        .collect::<Result<_, sqlx::Error>>()?)
}

/// Version and hash of the newest file of a component.
pub(super) async fn newest_version(
    connection: &mut Connection,
    order: i64,
    component: &str,
) -> Result<Option<(i64, String)>, DeskError> {
    let row = sqlx::query(
        "SELECT version, sha256 FROM received_files WHERE order_id = $1 AND component = $2 ORDER BY version DESC LIMIT 1",
    )
    .bind(order)
    .bind(component.to_owned())
    .fetch_optional(connection)
    .await?;
    row.map(|row| Ok((row.try_get("version")?, row.try_get("sha256")?)))
        .transpose()
}

/// Whether the order has a component of that row key.
pub(super) async fn component_exists(
    connection: &mut Connection,
    order: i64,
    component: &str,
) -> Result<bool, DeskError> {
    let row = sqlx::query("SELECT id FROM components WHERE order_id = $1 AND row_key = $2")
        .bind(order)
        .bind(component.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// Whether a file was received for the component of that key.
pub(crate) async fn received_for(
    connection: &mut Connection,
    order: i64,
    component: &str,
) -> Result<bool, DeskError> {
    let row =
        sqlx::query("SELECT id FROM received_files WHERE order_id = $1 AND component = $2 LIMIT 1")
            .bind(order)
            .bind(component)
            .fetch_optional(connection)
            .await?;
    Ok(row.is_some())
}

/// Enters a kept file among the stored ones, where it is not there already. Call it once the file is durable and
/// before a row names it.
///
/// # Errors
/// When the database refuses it.
pub async fn store_row(writer: &mut Writer, kept: &Kept) -> Result<(), DeskError> {
    let there = sqlx::query("SELECT id FROM stored_files WHERE sha256 = $1")
        .bind(kept.sha256.to_string())
        .fetch_optional(&mut **writer)
        .await?;
    if there.is_none() {
        let size = i64::try_from(kept.size).unwrap_or(i64::MAX);
        let columns: [(&'static str, Cell); 2] = [
            ("sha256", kept.sha256.as_str().into()),
            ("size", size.into()),
        ];
        writer.insert("stored_files", &columns).await?;
    }
    Ok(())
}

/// Tells what a kept paper is that is about to leave the desk.
pub(super) async fn outgoing(
    connection: &mut Connection,
    sha256: &str,
) -> Result<Outgoing, DeskError> {
    let frozen = sqlx::query("SELECT id FROM sheet_states WHERE pdf_sha256 = $1 LIMIT 1")
        .bind(sha256)
        .fetch_optional(&mut *connection)
        .await?;
    if frozen.is_some() {
        return Ok(Outgoing::FrozenSheet);
    }
    let print = sqlx::query(
        "SELECT s.voided_at, t.change_index, \
                (SELECT MAX(n.change_index) FROM sheet_states n WHERE n.task_sheet_id = t.task_sheet_id) AS newest \
         FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id JOIN task_sheets s ON s.id = t.task_sheet_id \
         WHERE p.pdf_sha256 = $1 LIMIT 1",
    )
    .bind(sha256)
    .fetch_optional(connection)
    .await?;
    let Some(print) = print else {
        return Ok(Outgoing::Paper);
    };
    let void: Option<String> = print.try_get("voided_at")?;
    let (index, newest): (i64, i64) = (print.try_get("change_index")?, print.try_get("newest")?);
    Ok(Outgoing::Print {
        holds: void.is_none() && index == newest,
    })
}
