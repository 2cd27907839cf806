//! Positions in the database.

use std::collections::BTreeSet;

use serde::Deserialize;
use sqlx::Row as _;

use super::finish::needs_position;
use super::outline::Outline;
use super::rules::Standing;
use crate::error::{DeskError, Failure};
use crate::files::Examined;
use crate::settings::{self, HouseRules, Rule};
use crate::storage::{Connection, Row};

/// A position as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct PositionRow {
    pub(crate) id: i64,
    /// Stays with it for good.
    pub(crate) key: String,
    /// Row key of its step of finishing.
    pub(crate) step: String,
    /// What its step was when it was marked.
    pub(super) marked_for: MarkedFor,
    pub(crate) name: String,
    /// Foil or die.
    pub(crate) tool: String,
    pub(crate) on: MarkedOn,
}

/// A step of finishing as it was when a position was marked for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MarkedFor {
    pub(super) process: String,
    /// As it stands on the order.
    pub(super) component: String,
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
        let marked_for = MarkedFor {
            process: row.try_get("process")?,
            component: row.try_get("component")?,
        };
        // A step that left the order asks nothing more.
        let changed = row.try_get::<i64, _>("step_stands")? != 0 && {
            let [process, component] = ["process_now", "component_now"]
                .map(|column| row.try_get::<Option<String>, _>(column));
            marked_for.process != process?.unwrap_or_default()
                || marked_for.component != component?.unwrap_or_default()
        };
        let judged = |out_of_use: bool, content_changed: bool| match (out_of_use, content_changed) {
            (true, _) => Standing::OutOfUse,
            (false, true) => Standing::Stale,
            (false, false) if changed => Standing::Stale,
            (false, false) => Standing::Holds,
        };
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
                    standing: judged(!out_reason.is_empty(), newest != sha256),
                    sha256,
                }
            }
            None => MarkedOn::Sample {
                sample: row.try_get("sample_id")?,
                number: row.try_get("number")?,
                words: row.try_get("words")?,
                standing: judged(
                    row.try_get::<Option<String>, _>("sample_out")?
                        .is_some_and(|reason| !reason.is_empty()),
                    false,
                ),
            },
        };
        Ok(Self {
            id: row.try_get("id")?,
            key: row.try_get("row_key")?,
            step: row.try_get("step")?,
            marked_for,
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
        "SELECT p.id, p.row_key, p.step, p.process, p.component, \
         CASE WHEN g.id IS NULL THEN 0 ELSE 1 END AS step_stands, g.process AS process_now, g.component AS component_now, p.name, p.tool, p.place_id, p.sha256, p.page, p.outline, p.sample_id, p.words, \
         l.out_reason, f.sha256 AS newest, f.name AS file, s.number, s.out_reason AS sample_out \
         FROM positions p LEFT JOIN file_places l ON l.id = p.place_id \
         LEFT JOIN received_files f ON f.place_id = p.place_id \
           AND f.version = (SELECT MAX(n.version) FROM received_files n WHERE n.place_id = p.place_id) \
         LEFT JOIN samples s ON s.id = p.sample_id \
         LEFT JOIN finishing_steps g ON g.order_id = p.order_id AND g.row_key = p.step \
         WHERE p.order_id = $1 ORDER BY p.id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    rows.iter().map(PositionRow::try_from).collect()
}

/// The open orders of a customer with a process that needs a position by any rule the house ever had: which rule an order
/// goes by is told by its date.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn may_need_positions(
    connection: &mut Connection,
    customer: i64,
) -> Result<BTreeSet<i64>, DeskError> {
    let mut asked = HouseRules::default().position_processes;
    for change in settings::history(connection, Rule::PositionProcesses).await? {
        let mut rules = HouseRules::default();
        rules.take(Rule::PositionProcesses, &change.value)?;
        asked.extend(rules.position_processes);
    }
    let rows = sqlx::query(
        "SELECT g.order_id, g.process FROM finishing_steps g JOIN orders o ON o.id = g.order_id \
         WHERE o.customer_id = $1 AND o.state NOT IN ('released', 'converted', 'suspended', 'cancelled') AND g.process IS NOT NULL",
    )
    .bind(customer)
    .fetch_all(connection)
    .await?;
    let mut orders = BTreeSet::new();
    for row in &rows {
        if needs_position(&row.try_get::<String, _>("process")?, &asked) {
            orders.insert(row.try_get("order_id")?);
        }
    }
    Ok(orders)
}

/// A received file, as far as positions ask.
#[derive(Clone, Debug)]
pub(super) struct FileToMark {
    pub(super) id: i64,
    pub(super) order: i64,
    pub(super) place: i64,
    /// Row key of its component; empty for the order as a whole.
    pub(super) component: String,
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
        "SELECT f.id, f.order_id, f.place_id, f.name, f.version, f.sha256, f.inspected, p.component, p.out_reason, \
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
            component: row.try_get("component")?,
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

/// How the positions are worded on the states of the sheet in force.
///
/// # Errors
/// When the database cannot be read, or holds a sheet that cannot be.
pub(super) async fn words_on_sheet(
    connection: &mut Connection,
    order: i64,
) -> Result<BTreeSet<String>, DeskError> {
    /// As much of a frozen sheet as is asked for; one of before positions were printed has none.
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct Sheet {
        first_page: FirstPage,
    }
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct FirstPage {
        positions: Vec<Words>,
    }
    #[derive(Deserialize)]
    struct Words {
        words: String,
    }
    let rows = sqlx::query(
        "SELECT t.facts FROM sheet_states t JOIN task_sheets s ON s.id = t.task_sheet_id \
         WHERE s.order_id = $1 AND s.voided_at IS NULL",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let mut found = BTreeSet::new();
    for row in rows {
        let facts: String = row.try_get("facts")?;
        let sheet: Sheet = serde_json::from_str(&facts).map_err(|_| Failure::UnknownValue {
            what: "sheet_states.facts",
            value: facts,
        })?;
        found.extend(sheet.first_page.positions.into_iter().map(|it| it.words));
    }
    Ok(found)
}
