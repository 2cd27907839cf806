//! Copies and what became of them, in the database.

use sqlx::Row as _;

use super::rules::{Fate, InForce, PrintedCopy};
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
     s.id AS sheet_id, s.number, s.version, s.voided_at, t.change_index, p.print_number, p.check_code, p.holder, p.printed_at, \
     a.name AS printed_by, f.version AS now_version, \
     (SELECT MAX(n.change_index) FROM sheet_states n WHERE n.task_sheet_id = f.id) AS now_change \
     FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id JOIN task_sheets s ON s.id = t.task_sheet_id \
     JOIN orders o ON o.id = s.order_id LEFT JOIN customers c ON c.id = o.customer_id JOIN products d ON d.order_id = o.id \
     JOIN accounts a ON a.id = p.printed_by LEFT JOIN task_sheets f ON f.order_id = s.order_id AND f.voided_at IS NULL";

/// Neither exchanged nor taken back nor lost: as SQL over `prints p`.
const LIVE: &str =
    "NOT EXISTS (SELECT 1 FROM copy_entries e WHERE e.print_id = p.id AND e.kind <> 'by_hand')";

/// Given up for lost, and not come back.
const LOST: &str = "EXISTS (SELECT 1 FROM copy_entries e WHERE e.print_id = p.id AND e.kind = 'lost') \
     AND NOT EXISTS (SELECT 1 FROM copy_entries e WHERE e.print_id = p.id AND e.kind IN ('replaced', 'taken_back'))";

/// 1 where a live copy owes something ([`PrintedCopy::owes`]): as SQL over prints, their states and versions.
const OWES: &str = "CASE WHEN s.voided_at IS NOT NULL THEN 1 WHEN EXISTS (SELECT 1 FROM sheet_states n \
     WHERE n.task_sheet_id = s.id AND n.change_index > t.change_index AND NOT EXISTS (SELECT 1 FROM copy_entries h \
     JOIN amendments m ON m.id = h.amendment_id WHERE h.print_id = p.id AND m.change_index = n.change_index)) \
     THEN 1 ELSE 0 END";

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
    let sql = format!(
        "SELECT MAX(p.id) AS id FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id JOIN task_sheets s ON s.id = t.task_sheet_id \
         WHERE s.order_id = $1 AND s.version = $2 AND s.voided_at IS NULL AND t.change_index = $3 AND p.holder = $4 AND p.id > $5 AND {LIVE}"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
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

/// Live copies, and of those how many owe something; copies that are lost; every 联 that has one of these.
pub(super) async fn summary(
    connection: &mut Connection,
) -> Result<(i64, i64, i64, Vec<String>), DeskError> {
    let from = "FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id JOIN task_sheets s ON s.id = t.task_sheet_id";
    let sql = format!(
        "SELECT COUNT(*) AS live, CAST(COALESCE(SUM({OWES}), 0) AS BIGINT) AS owing {from} WHERE {LIVE}"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .fetch_one(&mut *connection)
        .await?;
    let lost = format!("SELECT COUNT(*) AS lost FROM prints p WHERE {LOST}");
    let lost = sqlx::query(sqlx::AssertSqlSafe(lost))
        .fetch_one(&mut *connection)
        .await?;
    let holders = sqlx::query("SELECT DISTINCT holder FROM prints ORDER BY holder")
        .fetch_all(connection)
        .await?;
    let holders = holders
        .iter()
        .map(|row| row.try_get("holder"))
        .collect::<Result<_, sqlx::Error>>()?;
    Ok((
        row.try_get("live")?,
        row.try_get("owing")?,
        lost.try_get("lost")?,
        holders,
    ))
}

/// The copies a query lets through, as a table `chosen` of ids and whether they owe something, and what it binds: `$1`, `$2`.
fn chosen(query: &CopiesQuery) -> (String, [String; 2]) {
    // As UPPER does on both databases: letters of ASCII alone.
    let about = query.about.trim().to_ascii_uppercase();
    let escaped: String = about
        .chars()
        .flat_map(|letter| {
            let escape = matches!(letter, '%' | '_' | '\\').then_some('\\');
            escape.into_iter().chain(std::iter::once(letter))
        })
        .collect();
    let state = match query.filter {
        CopiesFilter::Live => LIVE.to_owned(),
        CopiesFilter::Owing => format!("{LIVE} AND {OWES} = 1"),
        CopiesFilter::Lost => LOST.to_owned(),
    };
    let sql = format!(
        "WITH chosen AS (SELECT p.id, {OWES} AS owes FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id \
         JOIN task_sheets s ON s.id = t.task_sheet_id JOIN orders o ON o.id = s.order_id LEFT JOIN customers c ON c.id = o.customer_id \
         WHERE {state} AND ($1 = '' OR p.holder = $1) AND ($2 = '%%' OR UPPER(s.number) LIKE $2 ESCAPE '\\' \
         OR UPPER(o.number) LIKE $2 ESCAPE '\\' OR UPPER(COALESCE(c.name, '')) LIKE $2 ESCAPE '\\'))"
    );
    (
        sql,
        [query.holder.trim().to_owned(), format!("%{escaped}%")],
    )
}

/// How many copies a query lets through.
pub(super) async fn count(
    connection: &mut Connection,
    query: &CopiesQuery,
) -> Result<i64, DeskError> {
    let (chosen, [holder, about]) = chosen(query);
    let sql = format!("{chosen} SELECT COUNT(*) AS copies FROM chosen");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(holder)
        .bind(about)
        .fetch_one(connection)
        .await?;
    Ok(row.try_get("copies")?)
}

/// A page of the copies a query lets through: those that owe something first, and of each the latest print first.
pub(super) async fn page(
    connection: &mut Connection,
    query: &CopiesQuery,
    from: PageFrom,
    limit: i64,
) -> Result<Vec<CopyRow>, DeskError> {
    let (chosen, [holder, about]) = chosen(query);
    // Of the bound itself, which another desk may have retired meanwhile.
    let of_bound = format!(
        "(SELECT {OWES} FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id JOIN task_sheets s ON s.id = t.task_sheet_id WHERE p.id = $3)"
    );
    let behind = format!("(x.owes < {of_bound} OR (x.owes = {of_bound} AND x.id < $3))");
    let before = format!("(x.owes > {of_bound} OR (x.owes = {of_bound} AND x.id > $3))");
    let (key, order, bound, skip) = match from {
        PageFrom::Newest => ("x.id > $3", "DESC", 0, 0),
        PageFrom::After { id } => (behind.as_str(), "DESC", id, 0),
        PageFrom::Before { id } => (before.as_str(), "ASC", id, 0),
        PageFrom::Oldest => ("x.id > $3", "ASC", 0, 0),
        PageFrom::Skipping { rows } => ("x.id > $3", "DESC", 0, rows),
    };
    let sql = format!(
        "{chosen} SELECT x.id, x.owes FROM chosen x WHERE {key} ORDER BY x.owes {order}, x.id {order} LIMIT $4 OFFSET $5"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(holder)
        .bind(about)
        .bind(bound)
        .bind(limit)
        .bind(skip)
        .fetch_all(&mut *connection)
        .await?;
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

/// The orders of `assistant` of whose sheets live copies owe something, each with how many. Only sheets that were changed or are
/// void are looked at: of all others nothing is owed.
pub(crate) async fn owing_of(
    connection: &mut Connection,
    assistant: i64,
) -> Result<Vec<(i64, i64)>, DeskError> {
    let sql = format!(
        "SELECT s.order_id, COUNT(*) AS copies FROM task_sheets s JOIN sheet_states t ON t.task_sheet_id = s.id JOIN prints p ON p.sheet_state_id = t.id \
         WHERE s.id IN (SELECT m.task_sheet_id FROM amendments m WHERE m.state = 'in_force' UNION SELECT v.id FROM task_sheets v WHERE v.voided_at IS NOT NULL) \
         AND s.order_id IN (SELECT o.id FROM orders o WHERE o.assistant_id = $1) AND {LIVE} AND {OWES} = 1 GROUP BY s.order_id ORDER BY s.order_id"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(assistant)
        .fetch_all(connection)
        .await?;
    let owing = |row: &Row| Ok((row.try_get("order_id")?, row.try_get("copies")?));
    Ok(rows.iter().map(owing).collect::<Result<_, sqlx::Error>>()?)
}
