//! Task sheets, their states and prints in the database; their changes stand in `changes/queries.rs`.

use sqlx::Row as _;

use super::attached::Attached;
pub(super) use super::changes::queries::*;
use crate::accounts::{Signature, queries as people};
use crate::calendar::BusinessDay;
use crate::error::{DeskError, Failure};
use crate::orders::{OrderForm, Specification};
use crate::settings::HouseRules;
use crate::storage::{Cell, Connection, Row};

/// One version of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct SheetRow {
    pub(crate) id: i64,
    pub(crate) number: String,
    pub(crate) version: i64,
    pub(crate) voided: bool,
    pub(crate) issued_at: String,
    pub(crate) issued_by: i64,
    pub(crate) check_signature_id: i64,
}

/// One frozen state of a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct StateRow {
    pub(super) id: i64,
    pub(super) sheet: SheetRow,
    pub(super) change_index: i64,
    pub(super) content_hash: String,
    pub(super) pdf_sha256: String,
    pub(super) frozen_at: String,
}

/// A print that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PrintRow {
    pub(super) state: StateRow,
    pub(super) print_number: i64,
    pub(super) check_code: String,
    pub(super) holder: String,
    pub(super) printed_at: String,
    pub(super) printed_by: String,
    pub(super) pdf_sha256: String,
}

const SHEET: &str = "s.id AS sheet_id, s.number, s.version, s.voided_at, s.issued_at, s.issued_by, s.check_signature_id";
const STATE: &str =
    "t.id AS state_id, t.change_index, t.content_hash, t.pdf_sha256 AS state_pdf, t.frozen_at";

fn sheet_from(row: &Row) -> Result<SheetRow, sqlx::Error> {
    Ok(SheetRow {
        id: row.try_get("sheet_id")?,
        number: row.try_get("number")?,
        version: row.try_get("version")?,
        voided: row.try_get::<Option<String>, _>("voided_at")?.is_some(),
        issued_at: row.try_get("issued_at")?,
        issued_by: row.try_get("issued_by")?,
        check_signature_id: row.try_get("check_signature_id")?,
    })
}

fn state_from(row: &Row) -> Result<StateRow, sqlx::Error> {
    Ok(StateRow {
        id: row.try_get("state_id")?,
        sheet: sheet_from(row)?,
        change_index: row.try_get("change_index")?,
        content_hash: row.try_get("content_hash")?,
        pdf_sha256: row.try_get("state_pdf")?,
        frozen_at: row.try_get("frozen_at")?,
    })
}

/// One version.
pub(super) async fn sheet(connection: &mut Connection, id: i64) -> Result<SheetRow, DeskError> {
    let sql = format!("SELECT {SHEET} FROM task_sheets s WHERE s.id = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?
        .ok_or(Failure::Missing("task_sheets"))?;
    Ok(sheet_from(&row)?)
}

/// The version of an order's sheet that is in force.
pub(super) async fn in_force(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<SheetRow>, DeskError> {
    let sql =
        format!("SELECT {SHEET} FROM task_sheets s WHERE s.order_id = $1 AND s.voided_at IS NULL");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(sheet_from).transpose()?)
}

/// When somebody last signed for what the plant works from: the sheet in force, or its latest change (UTC, as stored); none
/// while there is no sheet.
pub(crate) async fn last_word(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query(
        "SELECT t.issued_at, (SELECT MAX(COALESCE(a.decided_at, a.requested_at)) FROM amendments a WHERE a.task_sheet_id = t.id AND a.state = 'in_force') AS changed_at \
         FROM task_sheets t WHERE t.order_id = $1 AND t.voided_at IS NULL",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?;
    row.map(|row| {
        let issued: String = row.try_get("issued_at")?;
        let changed: Option<String> = row.try_get("changed_at")?;
        Ok(changed.unwrap_or_default().max(issued))
    })
    .transpose()
}

/// What hangs on an order besides its form, and the columns of its row that say where it stood.
pub(super) async fn attached(
    connection: &mut Connection,
    order: i64,
) -> Result<(Attached, Vec<(&'static str, Cell)>), DeskError> {
    let row = sqlx::query(
        "SELECT o.state, o.effect_at, o.effect_hash, o.recheck_on, o.waits, o.next_step, o.blockers, COALESCE(c.direct_lane, 0) AS direct_lane, \
         CASE WHEN EXISTS (SELECT 1 FROM received_files t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS files, \
         CASE WHEN EXISTS (SELECT 1 FROM samples t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS samples, \
         CASE WHEN EXISTS (SELECT 1 FROM proof_lanes t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS lane, \
         CASE WHEN EXISTS (SELECT 1 FROM confirmations t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS answered, \
         CASE WHEN EXISTS (SELECT 1 FROM verifications t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS verified, \
         CASE WHEN EXISTS (SELECT 1 FROM material_findings t WHERE t.order_id = o.id) \
           OR EXISTS (SELECT 1 FROM material_audits t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS audited, \
         CASE WHEN EXISTS (SELECT 1 FROM reviews t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS review, \
         CASE WHEN EXISTS (SELECT 1 FROM order_natures t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS nature, \
         CASE WHEN EXISTS (SELECT 1 FROM review_waivers t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS waiver, \
         CASE WHEN EXISTS (SELECT 1 FROM effect_approvals t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS approved, \
         CASE WHEN EXISTS (SELECT 1 FROM customer_signatures t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS signed, \
         CASE WHEN EXISTS (SELECT 1 FROM amendments t WHERE t.order_id = o.id AND t.state = 'pending') THEN 1 ELSE 0 END AS change_waits, \
         CASE WHEN EXISTS (SELECT 1 FROM three_way_answers t WHERE t.order_id = o.id) \
           OR EXISTS (SELECT 1 FROM three_way_passes t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS compared, \
         CASE WHEN EXISTS (SELECT 1 FROM receipts t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS receipts, \
         CASE WHEN EXISTS (SELECT 1 FROM order_checks t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS checked, \
         CASE WHEN EXISTS (SELECT 1 FROM sent_back t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS sent_back, \
         CASE WHEN EXISTS (SELECT 1 FROM order_halts t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS halted, \
         CASE WHEN EXISTS (SELECT 1 FROM sale_papers t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS sale_paper \
         FROM orders o LEFT JOIN customers c ON c.id = o.customer_id WHERE o.id = $1",
    )
    .bind(order)
    .fetch_optional(connection)
    .await?
    .ok_or(Failure::Missing("orders"))?;
    let has = |column: &'static str| -> Result<bool, sqlx::Error> {
        Ok(row.try_get::<i64, _>(column)? != 0)
    };
    let mut stood: Vec<(&'static str, Cell)> = Vec::with_capacity(7);
    for name in ["state", "effect_at", "effect_hash", "recheck_on", "waits"] {
        stood.push((name, Cell::Text(row.try_get(name)?)));
    }
    for name in ["next_step", "blockers"] {
        stood.push((name, Cell::Int(row.try_get(name)?)));
    }
    let attached = Attached {
        direct_lane: has("direct_lane")?,
        files: has("files")?,
        samples: has("samples")?,
        lane: has("lane")?,
        answered: has("answered")?,
        verified: has("verified")?,
        audited: has("audited")?,
        review: has("review")?,
        nature: has("nature")?,
        waiver: has("waiver")?,
        approved: has("approved")?,
        signed: has("signed")?,
        change_waits: has("change_waits")?,
        compared: has("compared")?,
        receipts: has("receipts")?,
        checked: has("checked")?,
        sent_back: has("sent_back")?,
        halted: has("halted")?,
        sale_paper: has("sale_paper")?,
    };
    Ok((attached, stood))
}

/// Every frozen state of an order's sheet, the oldest first.
pub(super) async fn states(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<StateRow>, DeskError> {
    let sql = format!(
        "SELECT {SHEET}, {STATE} FROM sheet_states t JOIN task_sheets s ON s.id = t.task_sheet_id WHERE s.order_id = $1 ORDER BY t.id"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?;
    Ok(rows.iter().map(state_from).collect::<Result<_, _>>()?)
}

/// One frozen state.
pub(super) async fn state(connection: &mut Connection, id: i64) -> Result<StateRow, DeskError> {
    let sql = format!(
        "SELECT {SHEET}, {STATE} FROM sheet_states t JOIN task_sheets s ON s.id = t.task_sheet_id WHERE t.id = $1"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?
        .ok_or(Failure::Missing("sheet_states"))?;
    Ok(state_from(&row)?)
}

/// A frozen state with what was typed for it.
#[derive(Clone, Debug)]
pub(super) struct FrozenRow {
    pub(super) order: i64,
    pub(super) state: StateRow,
    pub(super) specification: Specification,
}

/// One frozen state, whole.
pub(super) async fn frozen(connection: &mut Connection, id: i64) -> Result<FrozenRow, DeskError> {
    let sql = format!(
        "SELECT {SHEET}, {STATE}, s.order_id, t.form FROM sheet_states t JOIN task_sheets s ON s.id = t.task_sheet_id WHERE t.id = $1"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?
        .ok_or(Failure::Missing("sheet_states"))?;
    let state = state_from(&row)?;
    Ok(FrozenRow {
        order: row.try_get("order_id")?,
        specification: specification(&row.try_get::<String, _>("form")?, &state.frozen_at)?,
        state,
    })
}

/// The change index of a version's newest state.
pub(super) async fn newest_change(
    connection: &mut Connection,
    sheet: i64,
) -> Result<i64, DeskError> {
    let row = sqlx::query(
        "SELECT change_index FROM sheet_states WHERE task_sheet_id = $1 ORDER BY change_index DESC LIMIT 1",
    )
    .bind(sheet)
    .fetch_optional(connection)
    .await?;
    Ok(row.ok_or(Failure::Missing("sheet_states"))?.try_get(0)?)
}

/// What a version was opened with; none while it is being opened.
pub(super) async fn base_of(
    connection: &mut Connection,
    sheet: i64,
) -> Result<Option<Specification>, DeskError> {
    let row = sqlx::query(
        "SELECT form, frozen_at FROM sheet_states WHERE task_sheet_id = $1 AND change_index = 0",
    )
    .bind(sheet)
    .fetch_optional(connection)
    .await?;
    row.map(|row| -> Result<_, DeskError> {
        specification(
            &row.try_get::<String, _>("form")?,
            &row.try_get::<String, _>("frozen_at")?,
        )
    })
    .transpose()
}

/// Reads a stored form as it was understood on its day. Its days are written out, so no calendar is asked.
pub(super) fn specification(form: &str, on: &str) -> Result<Specification, DeskError> {
    let unknown = || Failure::UnknownValue {
        what: "a stored form",
        value: form.chars().take(80).collect(),
    };
    let form: OrderForm = serde_json::from_str(form).map_err(|_| unknown())?;
    let day = crate::clock::from_stored(on)
        .map(|moment| crate::clock::in_shanghai(moment).date())
        .map_err(|_| unknown())?;
    let (specification, problems) =
        Specification::understand(&form, BusinessDay(day), &HouseRules::default());
    if problems.is_empty() {
        Ok(specification)
    } else {
        Err(unknown().into())
    }
}

/// The latest 审核 given to an order, whatever it was given to.
pub(super) async fn latest_check(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<Signature>, DeskError> {
    let row = sqlx::query(
        "SELECT signature_id FROM order_checks WHERE order_id = $1 ORDER BY id DESC LIMIT 1",
    )
    .bind(order)
    .fetch_optional(&mut *connection)
    .await?;
    match row {
        Some(row) => Ok(Some(
            people::signature(connection, row.try_get("signature_id")?).await?,
        )),
        None => Ok(None),
    }
}

/// Open orders on which something has turned by itself by `today`, the one that has waited longest first.
pub(super) async fn due_for_recheck(
    connection: &mut Connection,
    today: chrono::NaiveDate,
    most: i64,
) -> Result<Vec<i64>, DeskError> {
    let rows = sqlx::query(
        "SELECT id FROM orders WHERE recheck_on IS NOT NULL AND recheck_on <= $1 AND state NOT IN ('released', 'converted', 'suspended', 'cancelled') \
         ORDER BY recheck_on, id LIMIT $2",
    )
    .bind(today.to_string())
    .bind(most)
    .fetch_all(connection)
    .await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get("id"))
        .collect::<Result<_, sqlx::Error>>()?)
}

/// The name of somebody of the house.
pub(super) async fn name_of(
    connection: &mut Connection,
    account: i64,
) -> Result<String, DeskError> {
    Ok(people::person(connection, account)
        .await?
        .ok_or(Failure::Missing("accounts"))?
        .name)
}

const PRINTS: &str = "FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id JOIN task_sheets s ON s.id = t.task_sheet_id JOIN accounts a ON a.id = p.printed_by";
const PRINT: &str = "p.print_number, p.check_code, p.holder, p.printed_at, a.name AS printed_by, p.pdf_sha256 AS print_pdf";

fn print_from(row: &Row) -> Result<PrintRow, sqlx::Error> {
    Ok(PrintRow {
        state: state_from(row)?,
        print_number: row.try_get("print_number")?,
        check_code: row.try_get("check_code")?,
        holder: row.try_get("holder")?,
        printed_at: row.try_get("printed_at")?,
        printed_by: row.try_get("printed_by")?,
        pdf_sha256: row.try_get("print_pdf")?,
    })
}

/// Every print of an order's sheet, the latest first.
pub(super) async fn prints(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<PrintRow>, DeskError> {
    let sql = format!(
        "SELECT {SHEET}, {STATE}, {PRINT} {PRINTS} WHERE s.order_id = $1 ORDER BY p.id DESC"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?;
    Ok(rows.iter().map(print_from).collect::<Result<_, _>>()?)
}

/// How many prints a state has.
pub(super) async fn prints_of_state(
    connection: &mut Connection,
    state: i64,
) -> Result<i64, DeskError> {
    let row = sqlx::query("SELECT COUNT(*) FROM prints WHERE sheet_state_id = $1")
        .bind(state)
        .fetch_one(connection)
        .await?;
    Ok(row.try_get(0)?)
}
