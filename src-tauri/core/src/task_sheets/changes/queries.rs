//! Changes of an order and of its sheet in the database.

use chrono::{DateTime, Utc};
use sqlx::Row as _;

use super::super::agreement::{Liable, Loss};
use super::super::life::{GivenFor, Waiting};
use super::super::propose_change::ASSISTANT;
use super::super::queries::specification;
use crate::accounts::{Signature, queries as people};
use crate::error::{DeskError, Failure};
use crate::measures::Fen;
use crate::orders::{CustomersWord, Specification};
use crate::storage::{Connection, Row, parameters};

/// A changed place as it was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::task_sheets) struct PlaceRow {
    pub(in crate::task_sheets) path: String,
    pub(in crate::task_sheets) label: String,
    pub(in crate::task_sheets) old: String,
    pub(in crate::task_sheets) new: String,
    pub(in crate::task_sheets) authority: String,
}

/// A change that stands on the sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::task_sheets) struct ChangeInForce {
    pub(in crate::task_sheets) index: i64,
    pub(in crate::task_sheets) reason: String,
    /// 业务助理 who signed beside it (S-4.4.2a).
    pub(in crate::task_sheets) signed: Signature,
    pub(in crate::task_sheets) consent: Option<CustomersWord>,
    /// 未提前通知 (F7-11).
    pub(in crate::task_sheets) late_notice: bool,
    pub(in crate::task_sheets) loss: Loss,
    pub(in crate::task_sheets) places: Vec<PlaceRow>,
    pub(in crate::task_sheets) approvals: Vec<Signature>,
    /// What the sheet says since.
    pub(in crate::task_sheets) specification: Specification,
}

/// A change, whatever became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::task_sheets) struct AmendmentRow {
    pub(in crate::task_sheets) id: i64,
    pub(in crate::task_sheets) order: i64,
    /// None of a change made before there was a sheet.
    pub(in crate::task_sheets) sheet: Option<i64>,
    pub(in crate::task_sheets) state: String,
    pub(in crate::task_sheets) index: Option<i64>,
    pub(in crate::task_sheets) reason: String,
    pub(in crate::task_sheets) form: String,
    pub(in crate::task_sheets) content_hash: String,
    pub(in crate::task_sheets) needs: Vec<String>,
    pub(in crate::task_sheets) consent: Option<String>,
    pub(in crate::task_sheets) consent_at: Option<String>,
    pub(in crate::task_sheets) consent_how: Option<String>,
    /// 未提前通知 (F7-11).
    pub(in crate::task_sheets) late_notice: bool,
    pub(in crate::task_sheets) loss: Option<i64>,
    pub(in crate::task_sheets) liable: String,
    pub(in crate::task_sheets) outcome: String,
    pub(in crate::task_sheets) closing_note: String,
    pub(in crate::task_sheets) requested_by: i64,
    pub(in crate::task_sheets) requested_at: String,
}

impl AmendmentRow {
    /// As the rules of its life see it, with what it was given.
    pub(in crate::task_sheets) fn waiting<'a>(
        &'a self,
        given: &'a [(String, Signature)],
    ) -> Waiting<'a> {
        let beside = given.iter().find(|(authority, _)| authority == ASSISTANT);
        Waiting {
            pending: self.state == "pending",
            content_hash: &self.content_hash,
            requested_by: self.requested_by,
            beside: beside.and_then(|(_, signature)| signature.account),
            needs: &self.needs,
            given: given
                .iter()
                .map(|(authority, signature)| GivenFor {
                    authority,
                    content_hash: &signature.content_hash,
                })
                .collect(),
        }
    }

    /// When the change was asked for.
    pub(in crate::task_sheets) fn asked_at(&self) -> Result<DateTime<Utc>, Failure> {
        crate::clock::from_stored(&self.requested_at).map_err(|_| Failure::UnknownValue {
            what: "amendments.requested_at",
            value: self.requested_at.clone(),
        })
    }
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
pub(in crate::task_sheets) async fn amendment(
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

/// Who asked for the latest change that stands on each of these orders, and who signed beside it (S-4.4.2a); nobody while none does.
pub(in crate::task_sheets) async fn last_changed_by(
    connection: &mut Connection,
    orders: &[i64],
) -> Result<Vec<(i64, i64)>, DeskError> {
    let sql = format!(
        "SELECT m.order_id, m.requested_by, g.account_id FROM amendments m \
         LEFT JOIN amendment_approvals p ON p.amendment_id = m.id AND p.authority = $1 \
         LEFT JOIN signatures g ON g.id = p.signature_id WHERE m.id IN \
         (SELECT MAX(l.id) FROM amendments l WHERE l.state = 'in_force' AND l.order_id IN ({}) GROUP BY l.order_id)",
        parameters(1, orders.len())
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql)).bind(ASSISTANT);
    for order in orders {
        query = query.bind(*order);
    }
    let mut people = Vec::new();
    for row in &query.fetch_all(connection).await? {
        let order = row.try_get("order_id")?;
        people.push((order, row.try_get("requested_by")?));
        let beside: Option<i64> = row.try_get("account_id")?;
        people.extend(beside.map(|person| (order, person)));
    }
    Ok(people)
}

/// Names of the pieces of evidence of a signature.
pub(in crate::task_sheets) async fn evidence_of(
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
pub(in crate::task_sheets) async fn amendments(
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
pub(in crate::task_sheets) async fn places(
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
pub(in crate::task_sheets) async fn approvals(
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

/// The customer's consent to a change, where there was one.
pub(in crate::task_sheets) fn consent_from(
    row: &AmendmentRow,
) -> Result<Option<CustomersWord>, Failure> {
    let given = row.consent.clone().zip(row.consent_at.clone());
    given
        .map(|(who, at)| {
            let at = crate::clock::from_stored(&at).map_err(|_| Failure::UnknownValue {
                what: "amendments.consent_at",
                value: at,
            })?;
            let how = row.consent_how.clone().unwrap_or_default();
            Ok(CustomersWord { who, at, how })
        })
        .transpose()
}

/// The changes that stand on a version, in their order.
pub(in crate::task_sheets) async fn changes_in_force(
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
            .partition(|(authority, _)| authority == ASSISTANT);
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
                .filter(|(authority, _)| authority != super::super::agreement::CONSENT)
                .map(|(_, signature)| signature)
                .collect(),
            specification: specification(&row.form, &row.requested_at)?,
            consent: consent_from(&row)?,
            late_notice: row.late_notice,
            loss: Loss {
                amount: row.loss.map(Fen),
                liable: Liable::from_code(&row.liable).unwrap_or_default(),
                outcome: row.outcome,
            },
            reason: row.reason,
        });
    }
    Ok(changes)
}

/// Number and paper of the notice of a change; none where none was made.
pub(in crate::task_sheets) async fn notice(
    connection: &mut Connection,
    amendment: i64,
) -> Result<Option<(String, String)>, DeskError> {
    let row = sqlx::query("SELECT number, pdf_sha256 FROM change_notices WHERE amendment_id = $1")
        .bind(amendment)
        .fetch_optional(connection)
        .await?;
    row.map(|row| Ok((row.try_get("number")?, row.try_get("pdf_sha256")?)))
        .transpose()
}

/// What a version said before its change `index`; before the change that opened the next version (0), what it said last.
pub(in crate::task_sheets) async fn before(
    connection: &mut Connection,
    sheet: i64,
    index: i64,
) -> Result<Specification, DeskError> {
    let row = sqlx::query(
        "SELECT form, frozen_at FROM sheet_states WHERE task_sheet_id = $1 AND ($2 = 0 OR change_index < $2) \
         ORDER BY change_index DESC LIMIT 1",
    )
    .bind(sheet)
    .bind(index)
    .fetch_optional(connection)
    .await?
    .ok_or(Failure::Missing("sheet_states"))?;
    specification(
        &row.try_get::<String, _>("form")?,
        &row.try_get::<String, _>("frozen_at")?,
    )
}
