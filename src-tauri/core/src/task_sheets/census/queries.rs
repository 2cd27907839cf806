//! Copies and what became of them, in the database.

use std::fmt::Write as _;

use sqlx::Row as _;

use super::rules::{Fate, InForce, PrintedCopy, Stand};
use super::wire::{CopiesFilter, CopiesQuery};
use crate::error::{DeskError, Failure};
use crate::orders::PageFrom;
use crate::storage::{Connection, Row};

/// A print with the place it has in the house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::task_sheets) struct CopyRow {
    pub(in crate::task_sheets) id: i64,
    pub(in crate::task_sheets) order: i64,
    pub(in crate::task_sheets) order_number: String,
    pub(in crate::task_sheets) customer: String,
    pub(in crate::task_sheets) product: String,
    /// 任务书号.
    pub(in crate::task_sheets) number: String,
    pub(in crate::task_sheets) sheet: i64,
    pub(in crate::task_sheets) state: InForce,
    pub(in crate::task_sheets) voided_at: Option<String>,
    pub(in crate::task_sheets) print_number: i64,
    pub(in crate::task_sheets) check_code: String,
    pub(in crate::task_sheets) holder: String,
    pub(in crate::task_sheets) printed_at: String,
    pub(in crate::task_sheets) printed_by: String,
    /// What holds of that order's sheet now; none where it is void.
    pub(in crate::task_sheets) in_force: Option<InForce>,
    pub(in crate::task_sheets) entries: Vec<EntryRow>,
    /// Whether it is in use and whether it owes something, as stored.
    pub(super) stored: Stand,
}

/// What became of a copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::task_sheets) struct EntryRow {
    pub(in crate::task_sheets) print: i64,
    pub(in crate::task_sheets) fate: Fate,
    /// The change that was written on it.
    pub(in crate::task_sheets) change: Option<i64>,
    /// The print that took its place: state and print number.
    pub(in crate::task_sheets) replaced_by: Option<(InForce, i64)>,
    pub(in crate::task_sheets) note: String,
    pub(in crate::task_sheets) at: String,
    pub(in crate::task_sheets) by: String,
}

impl CopyRow {
    /// As the rules see it.
    pub(super) fn printed(&self) -> PrintedCopy {
        let changes = self.entries.iter().filter_map(|entry| entry.change);
        PrintedCopy {
            state: self.state,
            written: changes.collect(),
            gone: self
                .entries
                .iter()
                .rev()
                .find_map(|entry| entry.fate.takes_out()),
        }
    }

    /// In use: neither exchanged nor taken back nor lost.
    pub(in crate::task_sheets) fn is_live(&self) -> bool {
        self.printed().gone.is_none()
    }
}

const COPIES: &str = "SELECT p.id, s.order_id, o.number AS order_number, COALESCE(c.name, '') AS customer, d.name AS product, \
     s.id AS sheet_id, s.number, s.version, s.voided_at, t.change_index, p.print_number, p.check_code, p.holder, p.printed_at, p.in_use, p.owes, \
     a.name AS printed_by, f.version AS now_version, \
     (SELECT MAX(n.change_index) FROM sheet_states n WHERE n.task_sheet_id = f.id) AS now_change \
     FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id JOIN task_sheets s ON s.id = t.task_sheet_id \
     JOIN orders o ON o.id = s.order_id LEFT JOIN customers c ON c.id = o.customer_id JOIN products d ON d.order_id = o.id \
     JOIN accounts a ON a.id = p.printed_by LEFT JOIN task_sheets f ON f.order_id = s.order_id AND f.voided_at IS NULL";

/// Given up for lost, and not come back: as SQL over `prints p`.
const LOST: &str = "p.id IN (SELECT e.print_id FROM copy_entries e WHERE e.kind = 'lost') \
     AND NOT EXISTS (SELECT 1 FROM copy_entries e WHERE e.print_id = p.id AND e.kind IN ('replaced', 'taken_back'))";

fn copy_from(row: &Row) -> Result<CopyRow, sqlx::Error> {
    let version: Option<i64> = row.try_get("now_version")?;
    let change: Option<i64> = row.try_get("now_change")?;
    Ok(CopyRow {
        id: row.try_get("id")?,
        order: row.try_get("order_id")?,
        order_number: row.try_get("order_number")?,
        customer: row.try_get("customer")?,
        product: row.try_get("product")?,
        number: row.try_get("number")?,
        sheet: row.try_get("sheet_id")?,
        state: InForce {
            version: row.try_get("version")?,
            change: row.try_get("change_index")?,
        },
        voided_at: row.try_get("voided_at")?,
        print_number: row.try_get("print_number")?,
        check_code: row.try_get("check_code")?,
        holder: row.try_get("holder")?,
        printed_at: row.try_get("printed_at")?,
        printed_by: row.try_get("printed_by")?,
        in_force: version
            .zip(change)
            .map(|(version, change)| InForce { version, change }),
        entries: Vec::new(),
        stored: Stand {
            in_use: row.try_get::<i64, _>("in_use")? == 1,
            owes: row.try_get::<i64, _>("owes")? == 1,
        },
    })
}

fn entry_from(row: &Row) -> Result<EntryRow, DeskError> {
    let kind: String = row.try_get("kind")?;
    let replacement: Option<i64> = row.try_get("print_number")?;
    let (version, change): (Option<i64>, Option<i64>) =
        (row.try_get("version")?, row.try_get("new_change")?);
    let state = version
        .zip(change)
        .map(|(version, change)| InForce { version, change });
    Ok(EntryRow {
        print: row.try_get("print_id")?,
        fate: Fate::from_code(&kind).ok_or(Failure::UnknownValue {
            what: "copy_entries.kind",
            value: kind,
        })?,
        change: row.try_get("change_index")?,
        replaced_by: state.zip(replacement),
        note: row.try_get("note")?,
        at: row.try_get("entered_at")?,
        by: row.try_get("entered_by")?,
    })
}

/// Gives each copy what became of it, in the order in which it was entered.
async fn with_entries(
    connection: &mut Connection,
    rows: &[Row],
) -> Result<Vec<CopyRow>, DeskError> {
    let mut copies: Vec<CopyRow> = rows.iter().map(copy_from).collect::<Result<_, _>>()?;
    if copies.is_empty() {
        return Ok(copies);
    }
    let ids: Vec<String> = copies.iter().map(|copy| copy.id.to_string()).collect();
    let sql = format!(
        "SELECT e.print_id, e.kind, m.change_index, r.print_number, v.version, n.change_index AS new_change, e.note, e.entered_at, \
         a.name AS entered_by FROM copy_entries e JOIN accounts a ON a.id = e.entered_by \
         LEFT JOIN amendments m ON m.id = e.amendment_id LEFT JOIN prints r ON r.id = e.replaced_by \
         LEFT JOIN sheet_states n ON n.id = r.sheet_state_id LEFT JOIN task_sheets v ON v.id = n.task_sheet_id \
         WHERE e.print_id IN ({}) ORDER BY e.id",
        ids.join(", ")
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .fetch_all(connection)
        .await?;
    for row in &rows {
        let entry = entry_from(row)?;
        if let Some(copy) = copies.iter_mut().find(|copy| copy.id == entry.print) {
            copy.entries.push(entry);
        }
    }
    Ok(copies)
}

/// One copy; none where there is no such print.
pub(super) async fn copy(
    connection: &mut Connection,
    print: i64,
) -> Result<Option<CopyRow>, DeskError> {
    let sql = format!("{COPIES} WHERE p.id = $1");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(print)
        .fetch_all(&mut *connection)
        .await?;
    Ok(with_entries(connection, &rows).await?.into_iter().next())
}

/// Every copy of an order's sheet, the latest first.
pub(in crate::task_sheets) async fn of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<CopyRow>, DeskError> {
    let sql = format!("{COPIES} WHERE s.order_id = $1 ORDER BY p.id DESC");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(&mut *connection)
        .await?;
    with_entries(connection, &rows).await
}

/// The print of that code, and of that number where one is given; none where two prints share the code.
pub(super) async fn print_of(
    connection: &mut Connection,
    number: Option<&str>,
    code: &str,
) -> Result<Option<i64>, DeskError> {
    let rows = sqlx::query(
        "SELECT p.id, s.number FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id \
         JOIN task_sheets s ON s.id = t.task_sheet_id WHERE p.check_code = $1 ORDER BY p.id",
    )
    .bind(code.to_owned())
    .fetch_all(connection)
    .await?;
    let mut found = Vec::new();
    for row in &rows {
        let printed: String = row.try_get("number")?;
        if number.is_none_or(|number| number == printed) {
            found.push(row.try_get("id")?);
        }
    }
    match found.as_slice() {
        [only] => Ok(Some(*only)),
        _ => Ok(None),
    }
}

/// The newest live print of the same 联 that holds and is newer than the copy.
pub(super) async fn replacement(
    connection: &mut Connection,
    copy: &CopyRow,
) -> Result<Option<i64>, DeskError> {
    let Some(now) = copy.in_force else {
        return Ok(None);
    };
    let sql = "SELECT MAX(p.id) AS id FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id JOIN task_sheets s ON s.id = t.task_sheet_id \
         WHERE s.order_id = $1 AND s.version = $2 AND s.voided_at IS NULL AND t.change_index = $3 AND p.holder = $4 AND p.id > $5 AND p.in_use = 1";
    let row = sqlx::query(sql)
        .bind(copy.order)
        .bind(now.version)
        .bind(now.change)
        .bind(copy.holder.clone())
        .bind(copy.id)
        .fetch_one(connection)
        .await?;
    Ok(row.try_get("id")?)
}

/// The change of a version by its number, and how many places it changes.
pub(super) async fn change_of(
    connection: &mut Connection,
    sheet: i64,
    change: i64,
) -> Result<Option<(i64, usize)>, DeskError> {
    let row = sqlx::query(
        "SELECT m.id, (SELECT COUNT(*) FROM amendment_places l WHERE l.amendment_id = m.id) AS places FROM amendments m \
         WHERE m.task_sheet_id = $1 AND m.state = 'in_force' AND m.change_index = $2 AND m.change_index > 0",
    )
    .bind(sheet)
    .bind(change)
    .fetch_optional(connection)
    .await?;
    row.map(|row| -> Result<_, DeskError> {
        let places: i64 = row.try_get("places")?;
        Ok((
            row.try_get("id")?,
            usize::try_from(places).unwrap_or(usize::MAX),
        ))
    })
    .transpose()
}

/// What a state was frozen with, as stored.
pub(super) async fn frozen_facts(
    connection: &mut Connection,
    sheet: i64,
    change: i64,
) -> Result<String, DeskError> {
    let row = sqlx::query(
        "SELECT facts FROM sheet_states WHERE task_sheet_id = $1 AND change_index = $2",
    )
    .bind(sheet)
    .bind(change)
    .fetch_optional(connection)
    .await?
    .ok_or(Failure::Missing("sheet_states"))?;
    Ok(row.try_get("facts")?)
}

/// Live copies, and of those how many owe something; copies that are lost; every 联 that was ever printed for.
pub(super) async fn summary(
    connection: &mut Connection,
) -> Result<(i64, i64, i64, Vec<String>), DeskError> {
    let live = sqlx::query(
        "SELECT COUNT(*) AS live, CAST(COALESCE(SUM(owes), 0) AS BIGINT) AS owing FROM prints WHERE in_use = 1",
    )
    .fetch_one(&mut *connection)
    .await?;
    let lost = format!("SELECT COUNT(*) AS lost FROM prints p WHERE {LOST}");
    let lost = sqlx::query(sqlx::AssertSqlSafe(lost))
        .fetch_one(&mut *connection)
        .await?;
    // From one 联 to the next: a house has a handful, and hundreds of thousands of prints.
    let holders = sqlx::query(
        "WITH RECURSIVE held (holder) AS (SELECT MIN(p.holder) FROM prints p UNION ALL \
         SELECT (SELECT MIN(p.holder) FROM prints p WHERE p.holder > h.holder) FROM held h WHERE h.holder IS NOT NULL) \
         SELECT holder FROM held WHERE holder IS NOT NULL ORDER BY holder",
    )
    .fetch_all(connection)
    .await?;
    let holders = holders
        .iter()
        .map(|row| row.try_get("holder"))
        .collect::<Result<_, sqlx::Error>>()?;
    Ok((
        live.try_get("live")?,
        live.try_get("owing")?,
        lost.try_get("lost")?,
        holders,
    ))
}

/// Which prints a query lets through, as a condition over `prints p`, and what it binds from `$1` on.
fn chosen(query: &CopiesQuery) -> (String, Vec<String>) {
    let mut sql = match query.filter {
        CopiesFilter::Live => "p.in_use = 1".to_owned(),
        CopiesFilter::Owing => "p.in_use = 1 AND p.owes = 1".to_owned(),
        CopiesFilter::Lost => LOST.to_owned(),
    };
    let mut texts = Vec::new();
    let holder = query.holder.trim();
    if !holder.is_empty() {
        texts.push(holder.to_owned());
        let _ = write!(sql, " AND p.holder = ${}", texts.len());
    }
    // As UPPER does on both databases: letters of ASCII alone.
    let about = query.about.trim().to_ascii_uppercase();
    if !about.is_empty() {
        let escaped: String = about
            .chars()
            .flat_map(|letter| {
                let escape = matches!(letter, '%' | '_' | '\\').then_some('\\');
                escape.into_iter().chain(std::iter::once(letter))
            })
            .collect();
        texts.push(format!("%{escaped}%"));
        let like = format!("LIKE ${} ESCAPE '\\'", texts.len());
        let _ = write!(
            sql,
            " AND p.sheet_state_id IN (SELECT t.id FROM task_sheets s JOIN orders o ON o.id = s.order_id \
             JOIN sheet_states t ON t.task_sheet_id = s.id WHERE UPPER(s.number) {like} OR UPPER(o.number) {like} \
             OR o.customer_id IN (SELECT c.id FROM customers c WHERE UPPER(c.name) {like}))"
        );
    }
    (sql, texts)
}

/// How many copies a query lets through.
pub(super) async fn count(
    connection: &mut Connection,
    query: &CopiesQuery,
) -> Result<i64, DeskError> {
    let (chosen, texts) = chosen(query);
    let sql = format!("SELECT COUNT(*) AS copies FROM prints p WHERE {chosen}");
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for text in texts {
        query = query.bind(text);
    }
    let row = query.fetch_one(connection).await?;
    Ok(row.try_get("copies")?)
}

/// A page of the copies a query lets through: those that owe something first, and of each the latest print first.
pub(super) async fn page(
    connection: &mut Connection,
    query: &CopiesQuery,
    from: PageFrom,
    limit: i64,
) -> Result<Vec<CopyRow>, DeskError> {
    let (chosen, texts) = chosen(query);
    let (limited, skipped, bound) = (texts.len() + 1, texts.len() + 2, texts.len() + 3);
    // Where all are alike the bound's number is enough, whatever was entered of it since it was shown. Of those in use the place of the
    // bound is where it stands now; the list is read anew with every act of this desk.
    let (key, of_bound) = match query.filter {
        CopiesFilter::Live => (
            "(p.owes, p.id)",
            format!("(SELECT b.owes, b.id FROM prints b WHERE b.id = ${bound})"),
        ),
        CopiesFilter::Owing | CopiesFilter::Lost => ("p.id", format!("${bound}")),
    };
    let (beyond, order) = match from {
        PageFrom::Newest | PageFrom::Skipping { .. } => (String::new(), "DESC"),
        PageFrom::After { .. } => (format!(" AND {key} < {of_bound}"), "DESC"),
        PageFrom::Before { .. } => (format!(" AND {key} > {of_bound}"), "ASC"),
        PageFrom::Oldest => (String::new(), "ASC"),
    };
    let sql = format!(
        "SELECT p.id FROM prints p WHERE {chosen}{beyond} ORDER BY p.owes {order}, p.id {order} LIMIT ${limited} OFFSET ${skipped}"
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for text in texts {
        query = query.bind(text);
    }
    query = match from {
        PageFrom::Skipping { rows } => query.bind(limit).bind(rows),
        PageFrom::After { id } | PageFrom::Before { id } => query.bind(limit).bind(0_i64).bind(id),
        PageFrom::Newest | PageFrom::Oldest => query.bind(limit).bind(0_i64),
    };
    let rows = query.fetch_all(&mut *connection).await?;
    let mut ids: Vec<i64> = rows
        .iter()
        .map(|row| row.try_get("id"))
        .collect::<Result<_, sqlx::Error>>()?;
    if order == "ASC" {
        ids.reverse();
    }
    let mut copies = these(connection, &ids).await?;
    copies.sort_by_key(|copy| ids.iter().position(|id| *id == copy.id));
    Ok(copies)
}

/// These copies.
async fn these(connection: &mut Connection, ids: &[i64]) -> Result<Vec<CopyRow>, DeskError> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<String> = ids.iter().map(i64::to_string).collect();
    let sql = format!("{COPIES} WHERE p.id IN ({})", ids.join(", "));
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .fetch_all(&mut *connection)
        .await?;
    with_entries(connection, &rows).await
}

/// The orders of `assistant` of whose sheets copies in use owe something, each with how many. The copies come first: few of all
/// there are owe anything, and CROSS JOIN keeps the order on SQLite; PostgreSQL counts for itself.
pub(crate) async fn owing_of(
    connection: &mut Connection,
    assistant: i64,
) -> Result<Vec<(i64, i64)>, DeskError> {
    let rows = sqlx::query(
        "SELECT s.order_id, COUNT(*) AS copies FROM prints p CROSS JOIN sheet_states t CROSS JOIN task_sheets s CROSS JOIN orders o \
         WHERE p.in_use = 1 AND p.owes = 1 AND t.id = p.sheet_state_id AND s.id = t.task_sheet_id AND o.id = s.order_id \
         AND o.assistant_id = $1 GROUP BY s.order_id ORDER BY s.order_id",
    )
    .bind(assistant)
    .fetch_all(connection)
    .await?;
    let owing = |row: &Row| Ok((row.try_get("order_id")?, row.try_get("copies")?));
    Ok(rows.iter().map(owing).collect::<Result<_, sqlx::Error>>()?)
}
