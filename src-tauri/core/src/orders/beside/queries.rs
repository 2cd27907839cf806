//! Orders and drafts like the one being typed, in the database.

use chrono::NaiveDate;
use sqlx::Row as _;

use super::beside_form::last;
use super::{Double, DoubleKind, LastSame};
use crate::error::DeskError;
use crate::measures::Size;
use crate::orders::OrderKind;
use crate::orders::drafts::new_form_of;
use crate::orders::repeat::OrderLink;
use crate::storage::{Connection, Draft, Row};

/// Doubles of one kind named at most.
const MOST: i64 = 3;

/// What is looked for.
pub(super) struct Sought {
    /// Whose orders; 0 for those of the house itself, made for stock.
    pub(super) customer: i64,
    pub(super) product: String,
    /// The order whose form it is; 0 for a new one.
    pub(super) own: i64,
    /// The order it repeats on purpose; 0 for none.
    pub(super) repeated: i64,
    /// The presale or sample order it comes of; 0 for none. Neither that nor whatever else came of it is a double.
    pub(super) origin: i64,
}

fn found(rows: &[Row]) -> Result<Vec<(OrderLink, String)>, DeskError> {
    Ok(rows
        .iter()
        .map(|row| {
            let link = OrderLink {
                id: row.try_get("id")?,
                number: row.try_get("number")?,
            };
            Ok((link, row.try_get("recorded_at")?))
        })
        .collect::<Result<_, sqlx::Error>>()?)
}

/// Leaves out of the orders `o` what was cancelled, what the form under `own` comes of, `origin`, and whatever came of either.
fn no_kin(own: &str, origin: &str) -> String {
    format!(
        "o.state <> 'cancelled' AND o.id <> {origin} AND NOT EXISTS (SELECT 1 FROM conversions v WHERE v.order_id = o.id AND v.from_id IN ({own}, {origin}))"
    )
}

/// When an order was registered.
pub(super) async fn recorded_at(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query("SELECT recorded_at FROM orders WHERE id = $1")
        .bind(order)
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("recorded_at")).transpose()?)
}

/// Other orders of the customer under the same 客户单号.
pub(super) async fn same_po(
    connection: &mut Connection,
    sought: &Sought,
    po: &str,
) -> Result<Vec<(OrderLink, String)>, DeskError> {
    let sql = format!(
        "SELECT o.id, o.number, o.recorded_at FROM orders o \
         WHERE o.customer_id = $1 AND LOWER(o.customer_po) = LOWER($2) AND o.id <> $3 AND {} ORDER BY o.id DESC LIMIT $4",
        no_kin("$3", "$5")
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(sought.customer)
        .bind(po.to_owned())
        .bind(sought.own)
        .bind(MOST)
        .bind(sought.origin)
        .fetch_all(connection)
        .await?;
    found(&rows)
}

/// Other orders of the customer, or for stock, for the same product, size and quantity, registered from the first moment on and before
/// the second. What was repeated on purpose is none of them, seen from either order.
pub(super) async fn same_job(
    connection: &mut Connection,
    sought: &Sought,
    quantity: i64,
    size: Size,
    between: (&str, &str),
) -> Result<Vec<(OrderLink, String)>, DeskError> {
    let whose = if sought.customer == 0 {
        "o.kind = 'of' AND $5 = 0"
    } else {
        "o.customer_id = $5"
    };
    let sql = format!(
        "SELECT o.id, o.number, o.recorded_at FROM products p JOIN orders o ON o.id = p.order_id \
         WHERE p.name = $1 AND p.quantity = $2 AND p.width = $3 AND p.height = $4 AND {} \
           AND o.id <> $6 AND o.id <> $7 \
           AND NOT EXISTS (SELECT 1 FROM repeats r WHERE r.order_id = $6 AND r.repeated_id = o.id) \
           AND NOT EXISTS (SELECT 1 FROM repeats r WHERE r.order_id = o.id AND r.repeated_id = $6) \
           AND o.recorded_at >= $8 AND o.recorded_at < $9 AND {} \
         ORDER BY o.id DESC LIMIT $10",
        whose,
        no_kin("$6", "$11")
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(sought.product.clone())
        .bind(quantity)
        .bind(size.width.0)
        .bind(size.height.0)
        .bind(sought.customer)
        .bind(sought.own)
        .bind(sought.repeated)
        .bind(between.0.to_owned())
        .bind(between.1.to_owned())
        .bind(MOST)
        .bind(sought.origin)
        .fetch_all(connection)
        .await?;
    found(&rows)
}

/// The last order of the customer for a product of this name.
pub(super) async fn last_same(
    connection: &mut Connection,
    sought: &Sought,
) -> Result<Option<LastSame>, DeskError> {
    let sql = format!(
        "SELECT o.id, o.number, o.recorded_at FROM products p JOIN orders o ON o.id = p.order_id \
         WHERE p.name = $1 AND o.customer_id = $2 AND o.id <> $3 AND {} ORDER BY p.order_id DESC LIMIT 1",
        no_kin("$3", "$4")
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(sought.product.clone())
        .bind(sought.customer)
        .bind(sought.own)
        .bind(sought.origin)
        .fetch_all(connection)
        .await?;
    Ok(found(&rows)?.pop().map(last))
}

/// The other customer orders (OD) of the customer on that day, newest first; `own` is the order and its customer.
pub(super) async fn same_day(
    connection: &mut Connection,
    own: (i64, i64),
    day: NaiveDate,
) -> Result<Vec<OrderLink>, DeskError> {
    let rows = sqlx::query(
        "SELECT id, number, recorded_at FROM orders WHERE customer_id = $1 AND order_date = $2 AND kind = 'od' AND state <> 'cancelled' AND id <> $3 \
         ORDER BY id DESC LIMIT 50",
    )
    .bind(own.1)
    .bind(day.to_string())
    .bind(own.0)
    .fetch_all(connection)
    .await?;
    Ok(found(&rows)?.into_iter().map(|(link, _)| link).collect())
}

/// When customer orders of the product that were not cancelled were first issued, and for how many pieces (F4-5b).
pub(super) async fn sold(
    connection: &mut Connection,
    product: &str,
) -> Result<Vec<(String, i64)>, DeskError> {
    let rows = sqlx::query(
        "SELECT MIN(t.issued_at) AS issued_at, MIN(p.quantity) AS quantity \
         FROM products p JOIN orders o ON o.id = p.order_id JOIN task_sheets t ON t.order_id = o.id \
         WHERE p.name = $1 AND o.kind = 'od' AND o.state <> 'cancelled' AND p.quantity IS NOT NULL GROUP BY o.id ORDER BY o.id",
    )
    .bind(product.to_owned())
    .fetch_all(connection)
    .await?;
    let sold = |row: &Row| -> Result<(String, i64), sqlx::Error> {
        Ok((row.try_get("issued_at")?, row.try_get("quantity")?))
    };
    Ok(rows.iter().map(sold).collect::<Result<_, _>>()?)
}

/// New orders of the same product that somebody is typing, other than the one under `key`: of this customer, or without one
/// for stock.
pub(super) async fn open_drafts(
    connection: &mut Connection,
    key: &str,
    customer: Option<&str>,
    product: &str,
) -> Result<Vec<Double>, DeskError> {
    let mut doubles = Vec::new();
    for (draft, who) in Draft::of_everybody(connection).await? {
        if draft.key == key {
            continue;
        }
        let Some(form) = new_form_of(&draft)? else {
            continue;
        };
        let holds =
            |text: Option<&String>, wanted: &str| text.is_some_and(|text| text.trim() == wanted);
        // A draft keeps the customer that was typed before it was turned into one for stock.
        let for_stock = holds(form.order.get("kind"), OrderKind::Stock.code());
        let same_owner = customer.map_or(for_stock, |customer| {
            !for_stock && holds(form.order.get("customer_id"), customer)
        });
        if same_owner && holds(form.product.get("name"), product) {
            doubles.push(Double {
                kind: DoubleKind::OpenDraft,
                order: None,
                draft: Some(draft.key),
                who,
                at: draft.saved_at,
            });
        }
    }
    Ok(doubles)
}
