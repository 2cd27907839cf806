//! What waits, in the database.

use chrono::NaiveDate;
use sqlx::Row as _;

use super::rules::Open;
use super::wire::TodayOrder;
use crate::error::DeskError;
use crate::storage::{Connection, Row, in_steps, parameters};
use crate::task_sheets::waits_from;

const ORDER: &str = "o.id, o.number, o.kind, o.rush, COALESCE(o.confirmed_date, o.requested_date) AS due, \
     COALESCE(c.name, '') AS customer, p.name AS product, o.assistant_id, o.sales_rep_id";
const JOINED: &str =
    "orders o LEFT JOIN customers c ON c.id = o.customer_id JOIN products p ON p.order_id = o.id";
/// Worded as the index of the open orders is, so that it serves.
const OPEN: &str = "o.state NOT IN ('released', 'declined', 'converted', 'suspended', 'cancelled')";
/// Nothing is signed of what rests.
const MOVES: &str = "o.state NOT IN ('suspended', 'cancelled')";
/// What is made for stock waits behind every order of a customer (F4-5e): where not all are shown, it is what is left out.
const BY_TIME: &str = "CASE WHEN o.kind = 'of' THEN 1 ELSE 0 END, COALESCE(o.confirmed_date, o.requested_date) NULLS LAST, o.id";

fn order_from(row: &Row, today: NaiveDate) -> Result<TodayOrder, sqlx::Error> {
    let due: Option<String> = row.try_get("due")?;
    let day = due.as_ref().and_then(|due| due.parse::<NaiveDate>().ok());
    Ok(TodayOrder {
        id: row.try_get("id")?,
        number: row.try_get("number")?,
        kind: row.try_get("kind")?,
        customer: row.try_get("customer")?,
        product: row.try_get("product")?,
        rush: row.try_get::<Option<i64>, _>("rush")? == Some(1),
        days_left: day.map(|day| day.signed_duration_since(today).num_days()),
        due,
    })
}

/// What is looked for among the orders of others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// Lines of the check list.
    pub(super) codes: Vec<&'static str>,
    /// Roles whose lines are work.
    pub(super) roles: Vec<&'static str>,
    /// 业务员 checks the orders of his own customers alone (S-4.4.1).
    pub(super) own_checks: bool,
}

/// Open orders of `account` that are ready or one step from it, and those of everybody else on which something waits that is asked
/// for; in the order of [`BY_TIME`].
pub(super) async fn open_orders(
    connection: &mut Connection,
    account: i64,
    asked: &Asked,
    today: NaiveDate,
    most: i64,
) -> Result<Vec<(TodayOrder, Open)>, DeskError> {
    let codes = asked.codes.iter().map(|code| {
        let own = asked.own_checks && code.starts_with("check");
        (format!("%\"code\":\"{code}\"%"), own)
    });
    let roles = asked.roles.iter();
    let roles = roles.map(|role| (format!("%\"who\":\"{role}\"%"), false));
    let patterns: Vec<(String, bool)> = codes.chain(roles).collect();
    let waits: Vec<String> = patterns
        .iter()
        .enumerate()
        .map(|(place, (_, own))| {
            let of_mine = if *own { " AND o.sales_rep_id = $1" } else { "" };
            format!("(o.waits LIKE ${}{of_mine})", place + 3)
        })
        .collect();
    let others = match waits.as_slice() {
        [] => String::new(),
        waits => format!(" OR (o.assistant_id <> $1 AND ({}))", waits.join(" OR ")),
    };
    // Chosen by the order's own row; who it is for and what it is are read of the chosen alone.
    let chosen = format!(
        "SELECT o.id FROM orders o WHERE {OPEN} AND ((o.assistant_id = $1 AND o.blockers <= 1 AND o.kind <> 'op'){others}) ORDER BY {BY_TIME} LIMIT $2"
    );
    let sql = format!(
        "SELECT {ORDER}, o.blockers, o.waits FROM {JOINED} WHERE o.id IN ({chosen}) ORDER BY {BY_TIME}"
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(account)
        .bind(most);
    for (pattern, _) in patterns {
        query = query.bind(pattern);
    }
    let rows = query.fetch_all(connection).await?;
    let open = |row: &Row| -> Result<_, DeskError> {
        let open = Open {
            assistant: row.try_get("assistant_id")?,
            representative: row.try_get("sales_rep_id")?,
            blockers: row.try_get("blockers")?,
            waits: waits_from(&row.try_get::<String, _>("waits")?)?,
        };
        Ok((order_from(row, today)?, open))
    };
    rows.iter().map(open).collect()
}

/// How many open orders are this assistant's.
pub(super) async fn open_of(connection: &mut Connection, assistant: i64) -> Result<i64, DeskError> {
    let sql =
        format!("SELECT COUNT(*) AS orders FROM orders o WHERE {OPEN} AND o.assistant_id = $1");
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(assistant)
        .fetch_one(connection)
        .await?;
    Ok(row.try_get("orders")?)
}

/// Whether there is any order.
pub(super) async fn any(connection: &mut Connection) -> Result<bool, DeskError> {
    let row = sqlx::query("SELECT id FROM orders LIMIT 1")
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// A change nobody has decided about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PendingChange {
    pub(super) id: i64,
    pub(super) order: TodayOrder,
    pub(super) representative: Option<i64>,
    /// Whose signatures it waits for, those that were given among them.
    pub(super) needs: Vec<String>,
    /// What was signed, each with who signed it.
    pub(super) given: Vec<(String, Option<i64>)>,
    pub(super) requester: i64,
    pub(super) requested_by: String,
    pub(super) requested_at: String,
}

/// Every change that waits for an approval, the order due first first.
pub(super) async fn pending_changes(
    connection: &mut Connection,
    today: NaiveDate,
) -> Result<Vec<PendingChange>, DeskError> {
    let sql = format!(
        "SELECT {ORDER}, m.id AS change, m.needs, m.requested_by AS requester, a.name AS requested_by, m.requested_at, x.authority, g.account_id AS signer \
         FROM {JOINED} JOIN amendments m ON m.order_id = o.id JOIN accounts a ON a.id = m.requested_by \
         LEFT JOIN amendment_approvals x ON x.amendment_id = m.id LEFT JOIN signatures g ON g.id = x.signature_id \
         WHERE m.state = 'pending' AND {MOVES} ORDER BY {BY_TIME}, m.id, x.id"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .fetch_all(connection)
        .await?;
    let mut changes: Vec<PendingChange> = Vec::new();
    for row in &rows {
        let id: i64 = row.try_get("change")?;
        if changes.last().is_none_or(|last| last.id != id) {
            let needs: String = row.try_get("needs")?;
            let needs = needs.split(',').filter(|need| !need.is_empty());
            changes.push(PendingChange {
                id,
                order: order_from(row, today)?,
                representative: row.try_get("sales_rep_id")?,
                needs: needs.map(str::to_owned).collect(),
                given: Vec::new(),
                requester: row.try_get("requester")?,
                requested_by: row.try_get("requested_by")?,
                requested_at: row.try_get("requested_at")?,
            });
        }
        let signed: Option<String> = row.try_get("authority")?;
        if let (Some(change), Some(signed)) = (changes.last_mut(), signed) {
            change.given.push((signed, row.try_get("signer")?));
        }
    }
    Ok(changes)
}

/// A free proof nobody has approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct PendingProof {
    pub(super) id: i64,
    pub(super) order: TodayOrder,
    pub(super) requester: i64,
    pub(super) requested_by: String,
    pub(super) requested_at: String,
}

/// Every free proof that waits for an approval, the order due first first.
pub(super) async fn pending_proofs(
    connection: &mut Connection,
    today: NaiveDate,
) -> Result<Vec<PendingProof>, DeskError> {
    let sql = format!(
        "SELECT {ORDER}, f.id AS proof, f.requested_by AS requester, a.name AS requested_by, f.requested_at \
         FROM {JOINED} JOIN free_proofs f ON f.order_id = o.id JOIN accounts a ON a.id = f.requested_by \
         WHERE f.signature_id IS NULL AND f.withdrawn = '' AND {MOVES} ORDER BY {BY_TIME}, f.id"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .fetch_all(connection)
        .await?;
    let proof = |row: &Row| -> Result<_, DeskError> {
        Ok(PendingProof {
            id: row.try_get("proof")?,
            order: order_from(row, today)?,
            requester: row.try_get("requester")?,
            requested_by: row.try_get("requested_by")?,
            requested_at: row.try_get("requested_at")?,
        })
    };
    rows.iter().map(proof).collect()
}

/// These orders.
pub(super) async fn orders(
    connection: &mut Connection,
    ids: &[i64],
    today: NaiveDate,
) -> Result<Vec<TodayOrder>, DeskError> {
    let asked = in_steps(ids);
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let sql = format!(
        "SELECT {ORDER} FROM {JOINED} WHERE o.id IN ({}) ORDER BY {BY_TIME}",
        parameters(0, asked.len())
    );
    let mut query = sqlx::query(sqlx::AssertSqlSafe(sql));
    for order in asked {
        query = query.bind(order);
    }
    let rows = query.fetch_all(connection).await?;
    let order = |row: &Row| Ok(order_from(row, today)?);
    rows.iter().map(order).collect()
}

/// Suspended orders of `assistant` whose day has come, each with since when it rests (UTC) and by whom.
pub(super) async fn rested_long_enough(
    connection: &mut Connection,
    assistant: i64,
    today: NaiveDate,
) -> Result<Vec<(TodayOrder, String, String)>, DeskError> {
    let sql = format!(
        "SELECT {ORDER}, h.done_at, a.name AS done_by FROM {JOINED} JOIN order_halts h ON h.order_id = o.id JOIN accounts a ON a.id = h.done_by \
         WHERE o.state = 'suspended' AND o.assistant_id = $1 AND h.kind = 'suspend' AND h.expected_until <= $2 \
         AND h.id = (SELECT MAX(l.id) FROM order_halts l WHERE l.order_id = o.id) ORDER BY {BY_TIME}"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(assistant)
        .bind(today.to_string())
        .fetch_all(connection)
        .await?;
    let rested = |row: &Row| -> Result<_, DeskError> {
        Ok((
            order_from(row, today)?,
            row.try_get("done_at")?,
            row.try_get("done_by")?,
        ))
    };
    rows.iter().map(rested).collect()
}
