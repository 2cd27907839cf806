//! Positions in the database.

use sqlx::Row as _;

use super::outline::Outline;
use super::rules::Standing;
use crate::error::{DeskError, Failure};
use crate::files::Examined;
use crate::storage::{Connection, Row};

/// A position as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PositionRow {
    pub(crate) id: i64,
    /// Stays with it for good.
    pub(crate) key: String,
    /// Row key of its step of finishing.
    pub(crate) step: String,
    pub(crate) name: String,
    /// Foil or die.
    pub(crate) tool: String,
    pub(crate) on: MarkedOn,
}

/// What a position is marked on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MarkedOn {
    File {
        place: i64,
        /// Name of the newest version.
        file: String,
        sha256: String,
        page: u32,
        outline: Outline,
        standing: Standing,
    },
    Sample {
        sample: i64,
        number: String,
        words: String,
        standing: Standing,
    },
}

impl PositionRow {
    pub(crate) const fn standing(&self) -> Standing {
        match &self.on {
            MarkedOn::File { standing, .. } | MarkedOn::Sample { standing, .. } => *standing,
        }
    }
}

impl TryFrom<&Row> for PositionRow {
    type Error = DeskError;

    fn try_from(row: &Row) -> Result<Self, DeskError> {
        let unknown = |what: &'static str, value: String| Failure::UnknownValue { what, value };
        let on = match row.try_get::<Option<i64>, _>("place_id")? {
            Some(place) => {
                let outline: String = row.try_get("outline")?;
                let page: i64 = row.try_get("page")?;
                let sha256: String = row.try_get("sha256")?;
                let newest: String = row.try_get("newest")?;
                let out_reason: String = row.try_get("out_reason")?;
                MarkedOn::File {
                    place,
                    file: row.try_get("file")?,
                    page: u32::try_from(page)
                        .map_err(|_| unknown("positions.page", page.to_string()))?,
                    outline: serde_json::from_str(&outline)
                        .map_err(|_| unknown("positions.outline", outline))?,
                    standing: if !out_reason.is_empty() {
                        Standing::OutOfUse
                    } else if newest == sha256 {
                        Standing::Holds
                    } else {
                        Standing::Stale
                    },
                    sha256,
                }
            }
            None => MarkedOn::Sample {
                sample: row.try_get("sample_id")?,
                number: row.try_get("number")?,
                words: row.try_get("words")?,
                standing: match row.try_get::<Option<String>, _>("sample_out")? {
                    Some(reason) if !reason.is_empty() => Standing::OutOfUse,
                    _ => Standing::Holds,
                },
            },
        };
        Ok(Self {
            id: row.try_get("id")?,
            key: row.try_get("row_key")?,
            step: row.try_get("step")?,
            name: row.try_get("name")?,
            tool: row.try_get("tool")?,
            on,
        })
    }
}

/// The positions of an order, in the order they were marked.
pub(crate) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<PositionRow>, DeskError> {
    let rows = sqlx::query(
        "SELECT p.id, p.row_key, p.step, p.name, p.tool, p.place_id, p.sha256, p.page, p.outline, p.sample_id, p.words, \
         l.out_reason, f.sha256 AS newest, f.name AS file, s.number, s.out_reason AS sample_out \
         FROM positions p LEFT JOIN file_places l ON l.id = p.place_id \
         LEFT JOIN received_files f ON f.place_id = p.place_id \
           AND f.version = (SELECT MAX(n.version) FROM received_files n WHERE n.place_id = p.place_id) \
         LEFT JOIN samples s ON s.id = p.sample_id \
         WHERE p.order_id = $1 ORDER BY p.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    rows.iter().map(PositionRow::try_from).collect()
}

/// A received file, as far as positions ask.
#[derive(Clone, Debug)]
pub(super) struct FileToMark {
    pub(super) id: i64,
    pub(super) order: i64,
    pub(super) place: i64,
    pub(super) name: String,
    pub(super) version: i64,
    pub(super) sha256: String,
    pub(super) examined: Examined,
    /// The newest version of its place, and that in use.
    pub(super) in_use: bool,
}

pub(super) async fn file(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<FileToMark>, DeskError> {
    let row = sqlx::query(
        "SELECT f.id, f.order_id, f.place_id, f.name, f.version, f.sha256, f.inspected, p.out_reason, \
         (SELECT MAX(n.version) FROM received_files n WHERE n.place_id = f.place_id) AS newest \
         FROM received_files f JOIN file_places p ON p.id = f.place_id WHERE f.id = $1",
    )
    .bind(id)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let inspected: String = row.try_get("inspected")?;
        let version: i64 = row.try_get("version")?;
        let newest: i64 = row.try_get("newest")?;
        let out_reason: String = row.try_get("out_reason")?;
        Ok(FileToMark {
            id: row.try_get("id")?,
            order: row.try_get("order_id")?,
            place: row.try_get("place_id")?,
            name: row.try_get("name")?,
            sha256: row.try_get("sha256")?,
            examined: serde_json::from_str(&inspected).map_err(|_| Failure::UnknownValue {
                what: "received_files.inspected",
                value: inspected,
            })?,
            in_use: version == newest && out_reason.is_empty(),
            version,
        })
    })
    .transpose()
}

/// The order a position belongs to.
pub(super) async fn order_of(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<i64>, DeskError> {
    let row = sqlx::query("SELECT order_id FROM positions WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("order_id")).transpose()?)
}

/// Whether the sample is one of the order's, in use.
pub(super) async fn is_sample_of(
    connection: &mut Connection,
    sample: i64,
    order: i64,
) -> Result<bool, DeskError> {
    let row =
        sqlx::query("SELECT id FROM samples WHERE id = $1 AND order_id = $2 AND out_reason = ''")
            .bind(sample)
            .bind(order)
            .fetch_optional(connection)
            .await?;
    Ok(row.is_some())
}

/// A file of which the first page may be shown.
#[derive(Clone, Debug)]
pub(super) struct FileToShow {
    pub(super) place: i64,
    pub(super) name: String,
    pub(super) sha256: String,
    pub(super) examined: Examined,
}

impl FileToShow {
    /// How many pages could be counted.
    pub(super) fn pages(&self) -> u32 {
        self.examined.pages.unwrap_or_default()
    }
}

/// The files in use of an order, in the order of its components; those of the order as a whole last.
pub(super) async fn files_to_show(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<FileToShow>, DeskError> {
    let rows = sqlx::query(
        "SELECT p.id, f.name, f.sha256, f.inspected FROM file_places p \
         JOIN received_files f ON f.place_id = p.id \
           AND f.version = (SELECT MAX(n.version) FROM received_files n WHERE n.place_id = p.id) \
         LEFT JOIN components c ON c.order_id = p.order_id AND c.row_key = p.component \
         WHERE p.order_id = $1 AND p.out_reason = '' \
         ORDER BY CASE WHEN c.id IS NULL THEN 1 ELSE 0 END, c.position, p.position, p.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let file = |row: &Row| -> Result<FileToShow, DeskError> {
        let inspected: String = row.try_get("inspected")?;
        Ok(FileToShow {
            place: row.try_get("id")?,
            name: row.try_get("name")?,
            sha256: row.try_get("sha256")?,
            examined: serde_json::from_str(&inspected).map_err(|_| Failure::UnknownValue {
                what: "received_files.inspected",
                value: inspected,
            })?,
        })
    };
    rows.iter().map(file).collect()
}

/// Under which hash the thumbnail of a page is kept.
pub(super) async fn thumbnail(
    connection: &mut Connection,
    sha256: &str,
    page: u32,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query("SELECT kept FROM page_thumbnails WHERE sha256 = $1 AND page = $2")
        .bind(sha256.to_owned())
        .bind(i64::from(page))
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("kept")).transpose()?)
}
