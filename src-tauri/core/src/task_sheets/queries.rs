//! Task sheets, their states, changes and prints in the database.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use crate::accounts::{Signature, queries as people};
use crate::calendar::BusinessDay;
use crate::error::{DeskError, Failure};
use crate::orders::{OrderForm, Specification};
use crate::settings::HouseRules;
use crate::storage::{Connection, Row};

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
    pub(super) order: i64,
    pub(super) print_number: i64,
    pub(super) check_code: String,
    pub(super) holder: String,
    pub(super) printed_at: String,
    pub(super) printed_by: String,
    pub(super) pdf_sha256: String,
}

/// A changed place as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PlaceRow {
    pub(super) path: String,
    pub(super) label: String,
    pub(super) old: String,
    pub(super) new: String,
    pub(super) authority: String,
}

/// A change that stands on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ChangeInForce {
    pub(super) index: i64,
    pub(super) reason: String,
    /// 业务助理 who signed beside it (S-4.4.2a).
    pub(super) signed: Signature,
    pub(super) consent: Option<String>,
    pub(super) places: Vec<PlaceRow>,
    pub(super) approvals: Vec<Signature>,
}

/// A change, whatever became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct AmendmentRow {
    pub(super) id: i64,
    pub(super) order: i64,
    /// None of a change made before there was a sheet.
    pub(super) sheet: Option<i64>,
    pub(super) state: String,
    pub(super) index: Option<i64>,
    pub(super) reason: String,
    pub(super) form: String,
    pub(super) content_hash: String,
    pub(super) needs: Vec<String>,
    pub(super) consent: Option<String>,
    pub(super) consent_at: Option<String>,
    pub(super) consent_how: Option<String>,
    /// 未提前通知 (F7-11).
    pub(super) late_notice: bool,
    pub(super) loss: Option<i64>,
    pub(super) liable: String,
    pub(super) outcome: String,
    pub(super) closing_note: String,
    pub(super) requested_by: i64,
    pub(super) requested_at: String,
}

impl AmendmentRow {
    /// When the change was asked for.
    pub(super) fn asked_at(&self) -> Result<DateTime<Utc>, Failure> {
        crate::clock::from_stored(&self.requested_at).map_err(|_| Failure::UnknownValue {
            what: "amendments.requested_at",
            value: self.requested_at.clone(),
        })
    }
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

const AMENDMENT: &str = "id, order_id, task_sheet_id, state, change_index, reason, form, content_hash, needs, consent_who, consent_at, consent_how, late_notice, loss, liable, outcome, closing_note, requested_by, requested_at";

fn amendment_from(row: &Row) -> Result<AmendmentRow, sqlx::Error> {
    let needs: String = row.try_get("needs")?;
    Ok(AmendmentRow {
        id: row.try_get("id")?,
        order: row.try_get("order_id")?,
        sheet: row.try_get("task_sheet_id")?,
        state: row.try_get("state")?,
        index: row.try_get("change_index")?,
        reason: row.try_get("reason")?,
        form: row.try_get("form")?,
        content_hash: row.try_get("content_hash")?,
        needs: needs
            .split(',')
            .filter(|need| !need.is_empty())
            .map(str::to_owned)
            .collect(),
        consent: row.try_get("consent_who")?,
        consent_at: row.try_get("consent_at")?,
        consent_how: row.try_get("consent_how")?,
        late_notice: row.try_get::<i64, _>("late_notice")? == 1,
        loss: row.try_get("loss")?,
        liable: row.try_get("liable")?,
        outcome: row.try_get("outcome")?,
        closing_note: row.try_get("closing_note")?,
        requested_by: row.try_get("requested_by")?,
        requested_at: row.try_get("requested_at")?,
    })
}

/// One change.
pub(super) async fn amendment(
    connection: &mut Connection,
    id: i64,
) -> Result<AmendmentRow, DeskError> {
    let sql = format!("SELECT {AMENDMENT} FROM amendments WHERE id = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(id)
        .fetch_optional(connection)
        .await?
        .ok_or(Failure::Missing("amendments"))?;
    Ok(amendment_from(&row)?)
}

/// Whether a change of the order waits for its signatures.
pub(super) async fn is_waiting(connection: &mut Connection, order: i64) -> Result<bool, DeskError> {
    let waiting =
        sqlx::query("SELECT id FROM amendments WHERE order_id = $1 AND state = 'pending'")
            .bind(order)
            .fetch_optional(connection)
            .await?;
    Ok(waiting.is_some())
}

/// Names of the pieces of evidence of a signature.
pub(super) async fn evidence_of(
    connection: &mut Connection,
    signature: i64,
) -> Result<Vec<String>, DeskError> {
    let rows = sqlx::query("SELECT name FROM evidence_pieces WHERE signature_id = $1 ORDER BY id")
        .bind(signature)
        .fetch_all(connection)
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get("name"))
        .collect::<Result<_, sqlx::Error>>()?)
}

/// Every change of an order, the latest first.
pub(super) async fn amendments(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<AmendmentRow>, DeskError> {
    let sql = format!("SELECT {AMENDMENT} FROM amendments WHERE order_id = $1 ORDER BY id DESC");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?;
    Ok(rows.iter().map(amendment_from).collect::<Result<_, _>>()?)
}

/// The places of a change, in the order of the sheet.
pub(super) async fn places(
    connection: &mut Connection,
    amendment: i64,
) -> Result<Vec<PlaceRow>, DeskError> {
    let rows = sqlx::query("SELECT path, label, old_text, new_text, authority FROM amendment_places WHERE amendment_id = $1 ORDER BY id").bind(amendment).fetch_all(connection).await?;
    let place = |row: &Row| -> Result<PlaceRow, DeskError> {
        Ok(PlaceRow {
            path: row.try_get("path")?,
            label: row.try_get("label")?,
            old: row.try_get("old_text")?,
            new: row.try_get("new_text")?,
            authority: row.try_get("authority")?,
        })
    };
    rows.iter().map(place).collect()
}

/// The signatures a change has: authority and signature.
pub(super) async fn approvals(
    connection: &mut Connection,
    amendment: i64,
) -> Result<Vec<(String, Signature)>, DeskError> {
    let rows = sqlx::query("SELECT authority, signature_id FROM amendment_approvals WHERE amendment_id = $1 ORDER BY id").bind(amendment).fetch_all(&mut *connection).await?;
    let mut approvals = Vec::with_capacity(rows.len());
    for row in rows {
        approvals.push((
            row.try_get("authority")?,
            people::signature(connection, row.try_get("signature_id")?).await?,
        ));
    }
    Ok(approvals)
}

/// The changes that stand on a version, in their order.
pub(super) async fn changes_in_force(
    connection: &mut Connection,
    sheet: i64,
) -> Result<Vec<ChangeInForce>, DeskError> {
    let sql = format!(
        "SELECT {AMENDMENT} FROM amendments WHERE task_sheet_id = $1 AND state = 'in_force' ORDER BY change_index"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(sheet)
        .fetch_all(&mut *connection)
        .await?;
    let mut changes = Vec::with_capacity(rows.len());
    for row in &rows {
        let row = amendment_from(row)?;
        let (own, approvals): (Vec<_>, Vec<_>) = approvals(connection, row.id)
            .await?
            .into_iter()
            .partition(|(authority, _)| authority == super::propose_change::ASSISTANT);
        let signed = own
            .into_iter()
            .next()
            .ok_or(Failure::Missing("amendment_approvals"))?
            .1;
        changes.push(ChangeInForce {
            index: row.index.unwrap_or_default(),
            places: places(connection, row.id).await?,
            signed,
            // The customer's consent has its own words on the sheet.
            approvals: approvals
                .into_iter()
                .filter(|(authority, _)| authority != super::agreement::CONSENT)
                .map(|(_, signature)| signature)
                .collect(),
            reason: row.reason,
            consent: row.consent,
        });
    }
    Ok(changes)
}

const PRINTS: &str = "FROM prints p JOIN sheet_states t ON t.id = p.sheet_state_id JOIN task_sheets s ON s.id = t.task_sheet_id JOIN accounts a ON a.id = p.printed_by";
const PRINT: &str = "p.print_number, p.check_code, p.holder, p.printed_at, a.name AS printed_by, p.pdf_sha256 AS print_pdf, s.order_id";

fn print_from(row: &Row) -> Result<PrintRow, sqlx::Error> {
    Ok(PrintRow {
        state: state_from(row)?,
        order: row.try_get("order_id")?,
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

/// The print of that code, and of that number where one is given; none where two prints share the code.
pub(super) async fn print_of(
    connection: &mut Connection,
    number: Option<&str>,
    code: &str,
) -> Result<Option<PrintRow>, DeskError> {
    let sql =
        format!("SELECT {SHEET}, {STATE}, {PRINT} {PRINTS} WHERE p.check_code = $1 ORDER BY p.id");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(code.to_owned())
        .fetch_all(connection)
        .await?;
    let mut prints = Vec::new();
    for row in &rows {
        let print = print_from(row)?;
        if number.is_none_or(|number| number == print.state.sheet.number) {
            prints.push(print);
        }
    }
    let mut prints = prints.into_iter();
    match (prints.next(), prints.next()) {
        (Some(only), None) => Ok(Some(only)),
        _ => Ok(None),
    }
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
