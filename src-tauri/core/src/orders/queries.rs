//! Orders in the database.

use sqlx::Row as _;

use super::facts::{OrderFacts, PersonOfOrder};
use super::fields::Level;
use super::kind::OrderKind;
use super::record_sheet::file_name;
use super::recording::recorded;
use super::specification::{self, Specification};
use super::state::OrderState;
use super::stored::{Columns, record_from};
use super::wire::ConfirmationEntry;
use super::wording::printed;
use crate::customers;
use crate::customers::wire::Customer;
use crate::documents::forms::record_sheet::ReceivedItem;
use crate::error::{DeskError, Failure};
use crate::files::Paper;
use crate::measures::Quantity;
use crate::settings;
use crate::storage::{Connection, Row};

impl Columns for Row {
    fn number(&self, column: &str) -> Result<Option<i64>, DeskError> {
        Ok(self.try_get(column)?)
    }

    fn text(&self, column: &str) -> Result<Option<String>, DeskError> {
        Ok(self.try_get(column)?)
    }
}

/// Everything that stands on an order.
pub(crate) async fn facts(connection: &mut Connection, id: i64) -> Result<OrderFacts, DeskError> {
    let row = sqlx::query(
        "SELECT o.*, c.name AS customer_id_name, a.name AS assistant_id_name, r.name AS sales_rep_id_name, \
                e.name AS estimator_id_name, \
                CASE WHEN EXISTS (SELECT 1 FROM task_sheets t WHERE t.order_id = o.id) THEN 1 ELSE 0 END AS issued \
         FROM orders o LEFT JOIN customers c ON c.id = o.customer_id JOIN accounts a ON a.id = o.assistant_id \
         LEFT JOIN accounts r ON r.id = o.sales_rep_id LEFT JOIN accounts e ON e.id = o.estimator_id WHERE o.id = $1",
    )
    .bind(id)
    .fetch_optional(&mut *connection)
    .await?
    .ok_or(Failure::Missing("orders"))?;
    let specification = specification(connection, id, &row).await?;
    let customer: Option<i64> = row.try_get("customer_id")?;
    let state: String = row.try_get("state")?;
    let sales_rep: Option<i64> = row.try_get("sales_rep_id")?;
    let name: Option<String> = row.try_get("sales_rep_id_name")?;
    let recorded_at: String = row.try_get("recorded_at")?;
    let day = match specification.order_date() {
        Some(day) => day.0,
        None => recorded(&recorded_at)?.date(),
    };
    Ok(OrderFacts {
        id,
        number: row.try_get("number")?,
        state: OrderState::from_code(&state)?,
        revision: row.try_get("revision")?,
        recorded_at,
        effect_at: row.try_get("effect_at")?,
        issued: row.try_get::<i64, _>("issued")? != 0,
        rules: settings::in_force(connection, day).await?,
        customer: match customer {
            Some(customer) => customers::queries::customer(connection, customer)
                .await?
                .ok_or(Failure::Missing("customers"))?,
            None => Customer::default(),
        },
        assistant: PersonOfOrder {
            id: row.try_get("assistant_id")?,
            name: row.try_get("assistant_id_name")?,
        },
        sales_rep: sales_rep
            .zip(name)
            .map(|(id, name)| PersonOfOrder { id, name }),
        specification,
    })
}

async fn specification(
    connection: &mut Connection,
    id: i64,
    order: &Row,
) -> Result<Specification, DeskError> {
    let product = sqlx::query("SELECT * FROM products WHERE order_id = $1")
        .bind(id)
        .fetch_optional(&mut *connection)
        .await?;
    let product = product.ok_or(Failure::Missing("products"))?;
    let mut specification = Specification {
        order: record_from(Level::Order, order)?,
        product: record_from(Level::Product, &product)?,
        ..Specification::default()
    };
    for level in Level::ROWS {
        let mut rows = Vec::new();
        for row in list_rows(connection, level, id).await? {
            rows.push(specification::Row {
                key: row.try_get("row_key")?,
                values: record_from(level, &row)?,
            });
        }
        specification.put_rows(level, rows);
    }
    Ok(specification)
}

async fn list_rows(
    connection: &mut Connection,
    level: Level,
    order: i64,
) -> Result<Vec<Row>, DeskError> {
    let sql = format!(
        "SELECT * FROM {} WHERE order_id = $1 ORDER BY position, id",
        level.table()
    );
    Ok(sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(order)
        .fetch_all(connection)
        .await?)
}

/// The rows of a list by key, with their ids.
pub(super) async fn row_ids(
    connection: &mut Connection,
    level: Level,
    order: i64,
) -> Result<Vec<(String, i64)>, DeskError> {
    let rows = list_rows(connection, level, order).await?;
    Ok(rows
        .iter()
        .map(|row| Ok((row.try_get("row_key")?, row.try_get("id")?)))
        .collect::<Result<_, sqlx::Error>>()?)
}

/// The row of the order's product.
pub(super) async fn product_id(connection: &mut Connection, order: i64) -> Result<i64, DeskError> {
    let row = sqlx::query("SELECT id FROM products WHERE order_id = $1")
        .bind(order)
        .fetch_optional(connection)
        .await?;
    Ok(row.ok_or(Failure::Missing("products"))?.try_get("id")?)
}

/// The revision of an order.
pub(super) async fn revision(connection: &mut Connection, id: i64) -> Result<i64, DeskError> {
    let row = sqlx::query("SELECT revision FROM orders WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    Ok(row.ok_or(Failure::Missing("orders"))?.try_get("revision")?)
}

/// The orders of a customer by id.
pub(super) async fn ids_of_customer(
    connection: &mut Connection,
    customer: i64,
) -> Result<Vec<i64>, DeskError> {
    let rows = sqlx::query("SELECT id FROM orders WHERE customer_id = $1 ORDER BY id")
        .bind(customer)
        .fetch_all(connection)
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get("id"))
        .collect::<Result<_, sqlx::Error>>()?)
}

/// The open orders of a customer in whose review nobody has spoken.
pub(super) async fn unreviewed_of_customer(
    connection: &mut Connection,
    customer: i64,
) -> Result<Vec<i64>, DeskError> {
    let rows = sqlx::query(
        "SELECT o.id FROM orders o WHERE o.customer_id = $1 AND o.state NOT IN ('released', 'converted', 'suspended', 'cancelled') \
         AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.order_id = o.id) ORDER BY o.id",
    )
    .bind(customer)
    .fetch_all(connection)
    .await?;
    ids(&rows)
}

/// The open orders that go through a process and in whose review nobody has spoken.
pub(super) async fn unreviewed_with_process(
    connection: &mut Connection,
    process: &str,
) -> Result<Vec<i64>, DeskError> {
    let rows = sqlx::query(
        "SELECT o.id FROM orders o WHERE o.state NOT IN ('released', 'converted', 'suspended', 'cancelled') \
         AND EXISTS (SELECT 1 FROM finishing_steps f WHERE f.order_id = o.id AND f.process = $1) \
         AND NOT EXISTS (SELECT 1 FROM reviews r WHERE r.order_id = o.id) ORDER BY o.id",
    )
    .bind(process.to_owned())
    .fetch_all(connection)
    .await?;
    ids(&rows)
}

/// The open orders of a product for stock.
pub(super) async fn open_for_stock(
    connection: &mut Connection,
    product: &str,
) -> Result<Vec<i64>, DeskError> {
    let rows = sqlx::query(
        "SELECT o.id FROM products p JOIN orders o ON o.id = p.order_id WHERE p.name = $1 AND o.kind = $2 AND o.state NOT IN ('released', 'converted', 'suspended', 'cancelled') ORDER BY o.id",
    )
    .bind(product.to_owned())
    .bind(OrderKind::Stock.code())
    .fetch_all(connection)
    .await?;
    ids(&rows)
}

/// The open orders dated `from` or later, or not dated; without a day all of them.
pub(super) async fn open_since(
    connection: &mut Connection,
    from: Option<chrono::NaiveDate>,
) -> Result<Vec<i64>, DeskError> {
    let rows = sqlx::query(
        "SELECT o.id FROM orders o WHERE o.state NOT IN ('released', 'converted', 'suspended', 'cancelled') AND (o.order_date IS NULL OR o.order_date >= $1) ORDER BY o.id",
    )
    .bind(from.map(|day| day.to_string()).unwrap_or_default())
    .fetch_all(connection)
    .await?;
    ids(&rows)
}

fn ids(rows: &[Row]) -> Result<Vec<i64>, DeskError> {
    let ids = rows.iter().map(|row| row.try_get("id"));
    Ok(ids.collect::<Result<_, sqlx::Error>>()?)
}

/// The open orders of a customer that were read back, checked or signed, or have a sample or a paper.
pub(super) async fn spoken_for(
    connection: &mut Connection,
    customer: i64,
) -> Result<Vec<i64>, DeskError> {
    let rows = sqlx::query(
        "SELECT o.id FROM orders o WHERE o.customer_id = $1 AND o.state NOT IN ('released', 'converted', 'suspended', 'cancelled') AND \
         (EXISTS (SELECT 1 FROM confirmations n WHERE n.order_id = o.id) \
         OR EXISTS (SELECT 1 FROM samples s WHERE s.order_id = o.id) \
         OR EXISTS (SELECT 1 FROM customer_signatures g WHERE g.order_id = o.id) \
         OR EXISTS (SELECT 1 FROM sale_papers p WHERE p.order_id = o.id) \
         OR EXISTS (SELECT 1 FROM order_checks k WHERE k.order_id = o.id)) ORDER BY o.id",
    )
    .bind(customer)
    .fetch_all(connection)
    .await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get("id"))
        .collect::<Result<_, sqlx::Error>>()?)
}

/// Who looked after the customer's latest order, if they still work here.
pub(super) async fn last_sales_rep(
    connection: &mut Connection,
    customer: i64,
) -> Result<Option<String>, DeskError> {
    let row = sqlx::query(
        "SELECT a.name FROM orders o JOIN accounts a ON a.id = o.sales_rep_id \
         WHERE o.customer_id = $1 AND a.active = 1 ORDER BY o.id DESC LIMIT 1",
    )
    .bind(customer)
    .fetch_optional(connection)
    .await?;
    Ok(row.map(|row| row.try_get("name")).transpose()?)
}

/// An answer of the customer, with what was read back.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) hash: String,
    /// `[[path, text], …]` as JSON.
    pub(super) places: String,
    pub(super) entry: ConfirmationEntry,
}

/// The record kept with an answer that was only spoken.
fn record_paper(row: &Row) -> Result<Option<Paper>, sqlx::Error> {
    let kept: Option<String> = row.try_get("paper_sha256")?;
    let pages: Option<i64> = row.try_get("paper_pages")?;
    let number: String = row.try_get("number")?;
    Ok(kept.zip(pages).map(|(sha256, pages)| Paper {
        sha256,
        file_name: file_name(&number),
        pages: u32::try_from(pages).unwrap_or(1),
    }))
}

/// All answers to an order, the latest first.
pub(super) async fn answers(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<Answer>, DeskError> {
    let rows = sqlx::query(
        "SELECT n.content_hash, n.places, n.who, n.confirmed_at, n.how, n.result, n.note, a.name AS recorded_by, n.signature_id, n.paper_sha256, n.paper_pages, o.number, \
         CASE WHEN n.signature_id IS NOT NULL THEN (SELECT COUNT(*) FROM evidence_pieces e WHERE e.signature_id = n.signature_id) END AS evidence \
         FROM confirmations n JOIN accounts a ON a.id = n.recorded_by JOIN orders o ON o.id = n.order_id WHERE n.order_id = $1 ORDER BY n.id DESC",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let answer = |row: &Row| -> Result<Answer, sqlx::Error> {
        Ok(Answer {
            hash: row.try_get("content_hash")?,
            places: row.try_get("places")?,
            entry: ConfirmationEntry {
                who: row.try_get("who")?,
                at: row.try_get("confirmed_at")?,
                how: row.try_get("how")?,
                result: row.try_get("result")?,
                note: row.try_get("note")?,
                recorded_by: row.try_get("recorded_by")?,
                evidence: row.try_get("evidence")?,
                signature: row.try_get("signature_id")?,
                paper: record_paper(row)?,
                stale: false,
            },
        })
    };
    Ok(rows.iter().map(answer).collect::<Result<_, _>>()?)
}

/// The highest running number among the new drafts of one person.
pub(super) async fn last_new_draft(
    connection: &mut Connection,
    account: i64,
) -> Result<u64, DeskError> {
    let prefix = format!("new:{account}-");
    let rows = sqlx::query("SELECT form_key FROM drafts WHERE account_id = $1")
        .bind(account)
        .fetch_all(connection)
        .await?;
    let mut last = 0;
    for row in &rows {
        let key: String = row.try_get("form_key")?;
        last = last.max(
            key.strip_prefix(&prefix)
                .and_then(|number| number.parse().ok())
                .unwrap_or(0),
        );
    }
    Ok(last)
}

/// Files and samples that came with the order, as the record of the order lists them (S-4.1.1b, c).
pub(super) async fn received(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<ReceivedItem>, DeskError> {
    let files = sqlx::query("SELECT name, label, version, from_whom, received_at FROM received_files WHERE order_id = $1 ORDER BY id")
        .bind(order)
        .fetch_all(&mut *connection)
        .await?;
    let samples = sqlx::query("SELECT number, type, description, quantity, registered_at FROM samples WHERE order_id = $1 ORDER BY id")
        .bind(order)
        .fetch_all(connection)
        .await?;
    let file = |row: &Row| -> Result<ReceivedItem, DeskError> {
        let (label, version): (String, i64) = (row.try_get("label")?, row.try_get("version")?);
        let (from, at): (String, String) = (row.try_get("from_whom")?, row.try_get("received_at")?);
        Ok(ReceivedItem {
            kind: "文件".to_owned(),
            name: row.try_get("name")?,
            version: format!("{label} V{version}").trim_start().to_owned(),
            quantity: String::new(),
            from: format!("{from} {}", printed(&at)).trim_start().to_owned(),
        })
    };
    let sample = |row: &Row| -> Result<ReceivedItem, DeskError> {
        let kind: String = row.try_get("type")?;
        let (quantity, at): (i64, String) =
            (row.try_get("quantity")?, row.try_get("registered_at")?);
        Ok(ReceivedItem {
            kind: match kind.as_str() {
                "content" => "内容样",
                "colour" => "颜色样",
                "die" => "模切样",
                _ => "其他样",
            }
            .to_owned(),
            name: row.try_get("description")?,
            version: row.try_get("number")?,
            quantity: Quantity(quantity).to_string(),
            from: printed(&at),
        })
    };
    files
        .iter()
        .map(file)
        .chain(samples.iter().map(sample))
        .collect()
}
