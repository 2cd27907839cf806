//! Received and stored files in the database.

use std::collections::BTreeSet;

use sqlx::Row as _;

use super::counting::Ordered;
use super::outgoing_paper::Outgoing;
use super::wire::ReceivedBefore;
use super::{Counts, Examined, MadeBy};
use crate::error::{DeskError, Failure};
use crate::imposition::WorkStyle;
use crate::samples::Source;
use crate::storage::{Cell, Connection, Row};
use crate::task_sheets::{StoredStanding, waits_from};

/// A received file as its row and its place have it.
#[derive(Clone, Debug)]
pub(super) struct ReceivedFile {
    pub(super) id: i64,
    pub(super) place: i64,
    pub(super) component: String,
    pub(super) out_reason: String,
    pub(super) name: String,
    pub(super) label: String,
    pub(super) counts: Counts,
    pub(super) made_by: MadeBy,
    pub(super) version: i64,
    pub(super) sha256: String,
    pub(super) size: i64,
    pub(super) from_whom: String,
    pub(super) how: String,
    pub(super) received_at: String,
    pub(super) examined: Examined,
    /// Pages somebody counted who looked at it by hand.
    pub(super) pages_by_hand: Option<u32>,
    /// Who received it, where that is known.
    pub(super) received_by: Option<i64>,
    /// No later version stands in its place.
    pub(super) newest: bool,
}

impl ReceivedFile {
    /// The version the house works with.
    pub(super) fn in_use(&self) -> bool {
        self.newest && self.out_reason.is_empty()
    }

    /// P it brings to its component.
    pub(super) fn p(&self, ordered: Ordered) -> Option<i64> {
        let pages = self.pages()?;
        let narrow = self.examined.narrow_pages();
        Some(super::counting::p_of(self.counts, pages, narrow, ordered))
    }

    /// Its pages: as they were counted, else as somebody said.
    pub(super) fn pages(&self) -> Option<u32> {
        self.examined.pages.or(self.pages_by_hand)
    }
}

impl TryFrom<&Row> for ReceivedFile {
    type Error = DeskError;

    fn try_from(row: &Row) -> Result<Self, DeskError> {
        let inspected: String = row.try_get("inspected")?;
        let examined = serde_json::from_str(&inspected)
            .map_err(|_| unknown("received_files.inspected", inspected))?;
        let counts: String = row.try_get("counts")?;
        let made_by: String = row.try_get("made_by")?;
        Ok(Self {
            id: row.try_get("id")?,
            place: row.try_get("place_id")?,
            component: row.try_get("component")?,
            out_reason: row.try_get("out_reason")?,
            name: row.try_get("name")?,
            label: row.try_get("label")?,
            counts: Counts::from_code(&counts)
                .ok_or_else(|| unknown("received_files.counts", counts))?,
            made_by: MadeBy::from_code(&made_by)
                .ok_or_else(|| unknown("received_files.made_by", made_by))?,
            version: row.try_get("version")?,
            sha256: row.try_get("sha256")?,
            size: row.try_get("size")?,
            from_whom: row.try_get("from_whom")?,
            how: row.try_get("how")?,
            received_at: row.try_get("received_at")?,
            examined,
            pages_by_hand: row
                .try_get::<Option<i64>, _>("pages_by_hand")?
                .and_then(|pages| u32::try_from(pages).ok()),
            received_by: row.try_get("received_by")?,
            newest: false,
        })
    }
}

fn unknown(what: &'static str, value: String) -> Failure {
    Failure::UnknownValue { what, value }
}

/// The files of an order: component by component, place by place, the newest version first.
pub(super) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<ReceivedFile>, DeskError> {
    let rows = sqlx::query(
        "SELECT f.id, f.place_id, p.component, p.out_reason, f.name, f.label, f.counts, f.made_by, f.version, f.sha256, s.size, \
         f.from_whom, f.how, f.received_at, f.received_by, f.inspected, \
         (SELECT h.pages FROM preflights h WHERE h.by_hand = 1 AND h.id = (SELECT MAX(l.id) FROM preflights l WHERE l.file_id = f.id AND l.by_hand = 1)) AS pages_by_hand \
         FROM received_files f JOIN file_places p ON p.id = f.place_id JOIN stored_files s ON s.sha256 = f.sha256 \
         WHERE f.order_id = $1 ORDER BY p.component, p.position, p.id, f.version DESC",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let mut files: Vec<ReceivedFile> = Vec::with_capacity(rows.len());
    for row in &rows {
        let mut file = ReceivedFile::try_from(row)?;
        file.newest = files.last().is_none_or(|before| before.place != file.place);
        files.push(file);
    }
    Ok(files)
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

/// A place of a file in an order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Place {
    pub(super) id: i64,
    pub(super) order: i64,
    pub(super) component: String,
    pub(super) position: i64,
    pub(super) out_reason: String,
}

/// The place of that id.
pub(super) async fn place(connection: &mut Connection, id: i64) -> Result<Place, DeskError> {
    let row = sqlx::query(
        "SELECT id, order_id, component, position, out_reason FROM file_places WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(connection)
    .await?
    .ok_or(Failure::Missing("file_places"))?;
    place_of(&row)
}

/// The places of a component, in their order.
pub(super) async fn places(
    connection: &mut Connection,
    order: i64,
    component: &str,
) -> Result<Vec<Place>, DeskError> {
    let rows = sqlx::query(
        "SELECT id, order_id, component, position, out_reason FROM file_places \
         WHERE order_id = $1 AND component = $2 ORDER BY position, id",
    )
    .bind(order)
    .bind(component.to_owned())
    .fetch_all(connection)
    .await?;
    rows.iter().map(place_of).collect()
}

fn place_of(row: &Row) -> Result<Place, DeskError> {
    Ok(Place {
        id: row.try_get("id")?,
        order: row.try_get("order_id")?,
        component: row.try_get("component")?,
        position: row.try_get("position")?,
        out_reason: row.try_get("out_reason")?,
    })
}

/// A component of the order as its files need it: row key, and what it wants of them.
#[derive(Clone, Debug)]
pub(super) struct OrderedComponent {
    pub(super) key: String,
    pub(super) ordered: Ordered,
}

/// The components of an order, in their order.
pub(super) async fn components(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<OrderedComponent>, DeskError> {
    let rows = sqlx::query(
        "SELECT row_key, pages, colours_front, colours_back, spots_front, spots_back, work_style FROM components WHERE order_id = $1 ORDER BY position, id",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let component = |row: &Row| -> Result<OrderedComponent, DeskError> {
        let front: Option<i64> = row.try_get("colours_front")?;
        let back: Option<i64> = row.try_get("colours_back")?;
        let style: Option<String> = row.try_get("work_style")?;
        let spots =
            ["spots_front", "spots_back"].map(|side| row.try_get::<Option<String>, _>(side));
        let [front_spots, back_spots] = spots;
        let (front_spots, back_spots) = (front_spots?.is_some(), back_spots?.is_some());
        let unprinted = style.as_deref() == Some(WorkStyle::Unprinted.code());
        Ok(OrderedComponent {
            key: row.try_get("row_key")?,
            ordered: Ordered {
                pages: row.try_get("pages")?,
                printed: !unprinted
                    && ((front, back) != (Some(0), Some(0)) || front_spots || back_spots),
                back: back_spots || back.is_some_and(|colours| colours > 0),
            },
        })
    };
    rows.iter().map(component).collect()
}

/// Whether the order's customer is 直通 (S-4.2.1a): its files are locked.
pub(crate) async fn direct_lane(
    connection: &mut Connection,
    order: i64,
) -> Result<bool, DeskError> {
    let row = sqlx::query(
        "SELECT c.direct_lane FROM customers c JOIN orders o ON o.customer_id = c.id WHERE o.id = $1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?;
    // What the house makes for its own stock has no customer.
    match row {
        Some(row) => Ok(row.try_get::<i64, _>("direct_lane")? != 0),
        None => Ok(false),
    }
}

/// An open order on which it shows whether its customer's files are locked.
#[derive(Clone, Debug)]
pub(super) struct Touched {
    pub(super) stored: StoredStanding,
    pub(super) kind: String,
    /// A file of it was made in the house.
    pub(super) house_made: bool,
    /// A proof is made of it, or its samples are all printed in the house: the check list turns in more than one line.
    pub(super) proofed: bool,
    /// Its review was waived, which is for the direct lane alone (S-4.2.1c).
    pub(super) waived: bool,
}

/// The open orders of a customer on which it shows whether the files are locked: those with a file made in the house,
/// those whose review was waived, and those without a correct sample. On all others nothing of the check list turns.
pub(super) async fn touched_by_the_lock(
    connection: &mut Connection,
    customer: i64,
) -> Result<Vec<Touched>, DeskError> {
    let rows = sqlx::query(
        "SELECT * FROM (SELECT o.id, o.kind, o.next_step, o.blockers, o.waits, \
         (SELECT COUNT(*) FROM received_files f WHERE f.order_id = o.id AND f.made_by = $2) AS house_made, \
         (SELECT COUNT(*) FROM samples s WHERE s.order_id = o.id AND s.out_reason = '') AS sampled, \
         (SELECT COUNT(*) FROM samples s WHERE s.order_id = o.id AND s.out_reason = '' AND (s.source <> $3 OR s.taken_from IS NOT NULL)) AS correct, \
         (SELECT COUNT(*) FROM proof_lanes l WHERE l.order_id = o.id) AS laned, \
         (SELECT COUNT(*) FROM review_waivers w WHERE w.order_id = o.id) AS waived \
         FROM orders o WHERE o.customer_id = $1 AND o.state NOT IN ('released', 'converted', 'suspended', 'cancelled')) t WHERE house_made > 0 OR laned > 0 OR waived > 0 OR correct = 0 ORDER BY id",
    )
    .bind(customer)
    .bind(MadeBy::House.code())
    .bind(Source::InternalPrint.code())
    .fetch_all(connection)
    .await?;
    let touched = |row: &Row| -> Result<Touched, DeskError> {
        Ok(Touched {
            stored: StoredStanding {
                waits: waits_from(&row.try_get::<String, _>("waits")?)?,
                order: row.try_get("id")?,
                next_step: row.try_get("next_step")?,
                blockers: row.try_get("blockers")?,
            },
            kind: row.try_get("kind")?,
            house_made: row.try_get::<i64, _>("house_made")? > 0,
            proofed: row.try_get::<i64, _>("laned")? > 0 || row.try_get::<i64, _>("sampled")? > 0,
            waived: row.try_get::<i64, _>("waived")? > 0,
        })
    };
    rows.iter().map(touched).collect()
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

/// Row keys of the components two orders share: the same key under the same name.
pub(super) async fn shared_components(
    connection: &mut Connection,
    one: i64,
    other: i64,
) -> Result<BTreeSet<String>, DeskError> {
    let rows = sqlx::query(
        "SELECT a.row_key FROM components a JOIN components b ON b.row_key = a.row_key \
         AND COALESCE(b.name, '') = COALESCE(a.name, '') WHERE a.order_id = $1 AND b.order_id = $2",
    )
    .bind(one)
    .bind(other)
    .fetch_all(connection)
    .await?;
    let keys = rows.iter().map(|row| row.try_get("row_key"));
    Ok(keys.collect::<Result<_, sqlx::Error>>()?)
}

/// A received file as it is entered with another order, too.
#[derive(Clone, Debug)]
pub(super) struct FileToCopy {
    pub(super) place: i64,
    pub(super) component: String,
    pub(super) out_reason: String,
    /// What its content is.
    pub(super) examined: Examined,
    /// Its hash.
    pub(super) sha256: String,
    /// All of its row but order and place.
    pub(super) columns: Vec<(&'static str, Cell)>,
}

/// Every version of every file of an order, place by place, the oldest first.
pub(super) async fn rows_to_copy(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<FileToCopy>, DeskError> {
    const TEXTS: [&str; 9] = [
        "name",
        "label",
        "counts",
        "made_by",
        "sha256",
        "from_whom",
        "how",
        "received_at",
        "inspected",
    ];
    let rows = sqlx::query(
        "SELECT f.*, p.component, p.out_reason FROM received_files f JOIN file_places p ON p.id = f.place_id \
         WHERE f.order_id = $1 ORDER BY p.component, p.position, p.id, f.version",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let file = |row: &Row| -> Result<FileToCopy, DeskError> {
        let inspected: String = row.try_get("inspected")?;
        let version: i64 = row.try_get("version")?;
        let received_by: Option<i64> = row.try_get("received_by")?;
        let mut columns: Vec<(&'static str, Cell)> = vec![
            ("version", version.into()),
            ("received_by", received_by.into()),
        ];
        for name in TEXTS {
            columns.push((name, row.try_get::<String, _>(name)?.into()));
        }
        Ok(FileToCopy {
            place: row.try_get("place_id")?,
            component: row.try_get("component")?,
            out_reason: row.try_get("out_reason")?,
            examined: serde_json::from_str(&inspected)
                .map_err(|_| unknown("received_files.inspected", inspected))?,
            sha256: row.try_get("sha256")?,
            columns,
        })
    };
    rows.iter().map(file).collect()
}

/// Whether a file was received for the component of that key.
pub(crate) async fn received_for(
    connection: &mut Connection,
    order: i64,
    component: &str,
) -> Result<bool, DeskError> {
    let row =
        sqlx::query("SELECT id FROM file_places WHERE order_id = $1 AND component = $2 LIMIT 1")
            .bind(order)
            .bind(component)
            .fetch_optional(connection)
            .await?;
    Ok(row.is_some())
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
                (SELECT MAX(n.change_index) FROM sheet_states n WHERE n.task_sheet_id = t.task_sheet_id) AS newest, \
         (SELECT COUNT(*) FROM copy_entries e WHERE e.print_id = p.id AND e.kind <> 'by_hand') AS gone \
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
    let gone: i64 = print.try_get("gone")?;
    Ok(Outgoing::Print {
        holds: void.is_none() && index == newest && gone == 0,
    })
}
