//! Customers in the database.

use sqlx::Row as _;

use super::record::{Address, Contact, CustomerRecord, Due, Term};
use super::rules::{Marked, StandingFacts, standing};
use super::wire::{Customer, CustomerName, CustomerRow, MergedView};
use crate::error::{DeskError, Failure};
use crate::measures::Percent;
use crate::orders::{self, OrderState};
use crate::storage::{Connection, Question, Row};

/// A customer with all that stands on it.
pub(super) struct Stored {
    pub(super) id: i64,
    pub(super) revision: i64,
    pub(super) record: CustomerRecord,
    pub(super) marked: Option<Marked>,
    pub(super) merged_into: Option<i64>,
}

/// One customer, as an order knows it.
pub(crate) async fn customer(
    connection: &mut Connection,
    id: i64,
) -> Result<Option<Customer>, DeskError> {
    let row = sqlx::query("SELECT id, name, short_name, code, address, contact, phone, remark, direct_lane, revision FROM customers WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    Ok(row.as_ref().map(customer_from).transpose()?)
}

/// The customer whom this name means: the one that has it, or into which the one that had it was merged.
pub(crate) fn named(name: &str) -> Question<Option<Customer>> {
    let sql = "SELECT c.id, c.name, c.short_name, c.code, c.address, c.contact, c.phone, c.remark, c.direct_lane, c.revision \
         FROM customers n JOIN customers c ON c.id = COALESCE(n.merged_into, n.id) WHERE n.name = $1";
    Question::new(sql, [name.into()], |rows| {
        Ok(rows.first().map(customer_from).transpose()?)
    })
}

fn customer_from(row: &Row) -> Result<Customer, sqlx::Error> {
    Ok(Customer {
        id: row.try_get("id")?,
        name: row.try_get("name")?,
        short_name: row.try_get("short_name")?,
        code: row.try_get("code")?,
        address: row.try_get("address")?,
        contact: row.try_get("contact")?,
        phone: row.try_get("phone")?,
        remark: row.try_get("remark")?,
        direct_lane: row.try_get::<i64, _>("direct_lane")? == 1,
        revision: row.try_get("revision")?,
    })
}

/// The customer whom this name means: the one that has it, or into which the one that had it was merged.
pub(crate) async fn id_of(
    connection: &mut Connection,
    name: &str,
) -> Result<Option<i64>, DeskError> {
    let row = sqlx::query("SELECT COALESCE(merged_into, id) AS id FROM customers WHERE name = $1")
        .bind(name.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("id")).transpose()?)
}

/// The row that bears exactly this name, merged away or not.
pub(crate) async fn row_named(
    connection: &mut Connection,
    name: &str,
) -> Result<Option<i64>, DeskError> {
    let row = sqlx::query("SELECT id FROM customers WHERE name = $1")
        .bind(name.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("id")).transpose()?)
}

/// The row that bears this code.
pub(crate) async fn row_coded(
    connection: &mut Connection,
    code: &str,
) -> Result<Option<i64>, DeskError> {
    let row = sqlx::query("SELECT id FROM customers WHERE code = $1")
        .bind(code.to_owned())
        .fetch_optional(connection)
        .await?;
    Ok(row.map(|row| row.try_get("id")).transpose()?)
}

/// What a line of the list shows; `$1` is a pattern the former names are looked up by, `$2` the state that counts as issued.
const LINE: &str = "SELECT c.id, c.code, c.name, c.short_name, c.contact, c.phone, c.address, c.revision, c.established_at, \
    (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id) AS orders, \
    (SELECT COUNT(*) FROM orders o WHERE o.customer_id = c.id AND o.kind = 'od' AND (o.state = $2 OR (o.state = 'suspended' AND EXISTS (SELECT 1 FROM task_sheets t WHERE t.order_id = o.id)))) AS issued, \
    (SELECT MIN(m.name) FROM customers m WHERE m.merged_into = c.id AND LOWER(m.name) LIKE $1 ESCAPE '\\') AS former \
    FROM customers c";

/// The customers in whom `query` is found, by name; those merged away are found under the one they went to. Where that
/// leaves room they are followed by those whose name it abbreviates, by the initials of its pinyin or without its 市.
pub(super) async fn list(
    connection: &mut Connection,
    query: &str,
    most: i64,
    established_after: i64,
) -> Result<Vec<CustomerRow>, DeskError> {
    let sql = format!(
        "{LINE} WHERE c.merged_into IS NULL AND (LOWER(c.name) LIKE $1 ESCAPE '\\' OR LOWER(c.short_name) LIKE $1 ESCAPE '\\' \
            OR LOWER(c.code) LIKE $1 ESCAPE '\\' OR LOWER(c.contact) LIKE $1 ESCAPE '\\' OR c.phone LIKE $1 ESCAPE '\\' \
            OR EXISTS (SELECT 1 FROM customer_contacts k WHERE k.customer_id = c.id \
                       AND (LOWER(k.name) LIKE $1 ESCAPE '\\' OR k.phone LIKE $1 ESCAPE '\\' OR LOWER(k.message) LIKE $1 ESCAPE '\\')) \
            OR EXISTS (SELECT 1 FROM customers m WHERE m.merged_into = c.id AND LOWER(m.name) LIKE $1 ESCAPE '\\')) \
         ORDER BY c.name LIMIT $3"
    );
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(containing(query))
        .bind(OrderState::Released.code())
        .bind(most)
        .fetch_all(&mut *connection)
        .await?;
    let mut found: Vec<CustomerRow> = rows
        .iter()
        .map(|row| line(row, established_after))
        .collect::<Result<_, _>>()?;
    let room = usize::try_from(most)
        .unwrap_or(0)
        .saturating_sub(found.len());
    for id in abbreviated(connection, query, &found, room).await? {
        let row = sqlx::query(sqlx::AssertSqlSafe(format!("{LINE} WHERE c.id = $3")))
            .bind(containing(query))
            .bind(OrderState::Released.code())
            .bind(id)
            .fetch_one(&mut *connection)
            .await?;
        found.push(line(&row, established_after)?);
    }
    Ok(found)
}

/// At most this many are looked for by their initials: one more letter tells them apart.
const MOST_ABBREVIATED: usize = 20;

/// The customers whose name `query` abbreviates, without those that are `found` already, by name.
async fn abbreviated(
    connection: &mut Connection,
    query: &str,
    found: &[CustomerRow],
    room: usize,
) -> Result<Vec<i64>, DeskError> {
    if query.trim().is_empty() || room == 0 {
        return Ok(Vec::new());
    }
    let rows = sqlx::query(
        "SELECT id, name, short_name FROM customers WHERE merged_into IS NULL ORDER BY name",
    )
    .fetch_all(connection)
    .await?;
    let mut ids = Vec::new();
    for row in &rows {
        let id: i64 = row.try_get("id")?;
        let (name, short): (String, String) = (row.try_get("name")?, row.try_get("short_name")?);
        if orders::names(query, &[&name, &short]) && found.iter().all(|other| other.id != id) {
            ids.push(id);
            if ids.len() == room.min(MOST_ABBREVIATED) {
                break;
            }
        }
    }
    Ok(ids)
}

fn line(row: &Row, established_after: i64) -> Result<CustomerRow, sqlx::Error> {
    let facts = StandingFacts {
        orders: row.try_get("orders")?,
        issued: row.try_get("issued")?,
        marked: row
            .try_get::<Option<String>, _>("established_at")?
            .is_some(),
    };
    Ok(CustomerRow {
        id: row.try_get("id")?,
        code: row.try_get("code")?,
        name: row.try_get("name")?,
        short_name: row.try_get("short_name")?,
        contact: row.try_get("contact")?,
        phone: row.try_get("phone")?,
        address: row.try_get("address")?,
        revision: row.try_get("revision")?,
        orders: facts.orders,
        standing: standing(&facts, established_after).code(),
        former: row.try_get("former")?,
    })
}

/// Whether somebody marked a customer 老客户.
pub(crate) async fn is_marked(connection: &mut Connection, id: i64) -> Result<bool, DeskError> {
    let row = sqlx::query("SELECT id FROM customers WHERE id = $1 AND established_at IS NOT NULL")
        .bind(id)
        .fetch_optional(connection)
        .await?;
    Ok(row.is_some())
}

/// Issued and not cancelled, whether it rests or not: as SQL over `orders o`.
const ISSUED: &str = "(o.state = 'released' OR (o.state = 'suspended' AND EXISTS (SELECT 1 FROM task_sheets t WHERE t.order_id = o.id)))";

/// How many orders a customer has, and how many customer orders (OD) among them were issued: presales and samples make
/// nobody a 老客户 (F4-3b).
pub(super) async fn counts(
    connection: &mut Connection,
    customer: i64,
) -> Result<(i64, i64), DeskError> {
    let sql = format!(
        "SELECT (SELECT COUNT(*) FROM orders WHERE customer_id = $1) AS orders, \
                (SELECT COUNT(*) FROM orders o WHERE o.customer_id = $1 AND o.kind = 'od' AND {ISSUED}) AS issued"
    );
    let row = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(customer)
        .fetch_one(connection)
        .await?;
    Ok((row.try_get("orders")?, row.try_get("issued")?))
}

/// What decides the standing of a customer (S-4.3.1A), counted to the last order.
pub(super) async fn standing_facts(
    connection: &mut Connection,
    customer: i64,
) -> Result<StandingFacts, DeskError> {
    let (orders, issued) = counts(&mut *connection, customer).await?;
    Ok(StandingFacts {
        orders,
        issued,
        marked: is_marked(connection, customer).await?,
    })
}

/// As [`standing_facts`], counted no further than it decides: to the first order, and to the `enough`-th that was issued. A customer
/// may have thousands, and every order that is saved asks.
pub(crate) fn standing_facts_to(customer: i64, enough: i64) -> Question<StandingFacts> {
    let sql = format!(
        "SELECT CASE WHEN c.established_at IS NULL THEN 0 ELSE 1 END AS marked, \
                (SELECT COUNT(*) FROM (SELECT o.id FROM orders o WHERE o.customer_id = $1 LIMIT 1) f) AS orders, \
                (SELECT COUNT(*) FROM (SELECT o.id FROM orders o WHERE o.customer_id = $1 AND o.kind = 'od' AND {ISSUED} LIMIT $2) i) AS issued \
         FROM customers c WHERE c.id = $1"
    );
    Question::new(sql, [customer.into(), enough.into()], |rows| {
        // What the house makes for its own stock has no customer.
        rows.first().map_or(Ok(StandingFacts::default()), |row| {
            Ok(StandingFacts {
                orders: row.try_get("orders")?,
                issued: row.try_get("issued")?,
                marked: row.try_get::<i64, _>("marked")? == 1,
            })
        })
    })
}

/// Everything on a customer.
pub(super) async fn stored(connection: &mut Connection, id: i64) -> Result<Stored, DeskError> {
    let row = sqlx::query(
        "SELECT revision, name, short_name, code, address, remark, locality, direct_lane, long_term, tolerance, \
                invoice_title, invoice_tax_no, invoice_bank, invoice_address, established_at, established_by, established_how, merged_into \
         FROM customers WHERE id = $1",
    )
    .bind(id)
    .fetch_optional(&mut *connection)
    .await?
    .ok_or(Failure::Missing("customers"))?;
    let tolerance: Option<i64> = row.try_get("tolerance")?;
    let at: Option<String> = row.try_get("established_at")?;
    let (by, how) = (
        row.try_get("established_by")?,
        row.try_get("established_how")?,
    );
    let yes =
        |column: &str| -> Result<bool, sqlx::Error> { Ok(row.try_get::<i64, _>(column)? == 1) };
    Ok(Stored {
        id,
        revision: row.try_get("revision")?,
        marked: at.map(|at| Marked { by, at, how }),
        merged_into: row.try_get("merged_into")?,
        record: CustomerRecord {
            name: row.try_get("name")?,
            short_name: row.try_get("short_name")?,
            code: row.try_get("code")?,
            address: row.try_get("address")?,
            remark: row.try_get("remark")?,
            locality: row.try_get("locality")?,
            direct_lane: yes("direct_lane")?,
            long_term: yes("long_term")?,
            tolerance: tolerance.map(Percent),
            invoice_title: row.try_get("invoice_title")?,
            invoice_tax_no: row.try_get("invoice_tax_no")?,
            invoice_bank: row.try_get("invoice_bank")?,
            invoice_address: row.try_get("invoice_address")?,
            contacts: contacts(&mut *connection, id).await?,
            addresses: addresses(&mut *connection, id).await?,
            terms: terms(connection, id).await?,
        },
    })
}

async fn contacts(connection: &mut Connection, id: i64) -> Result<Vec<Contact>, DeskError> {
    let rows = sqlx::query("SELECT id, name, phone, message, purpose, is_default FROM customer_contacts WHERE customer_id = $1 ORDER BY position, id")
        .bind(id)
        .fetch_all(connection)
        .await?;
    let contact = |row: &Row| -> Result<Contact, sqlx::Error> {
        Ok(Contact {
            id: Some(row.try_get("id")?),
            name: row.try_get("name")?,
            phone: row.try_get("phone")?,
            message: row.try_get("message")?,
            purpose: row.try_get("purpose")?,
            is_default: row.try_get::<i64, _>("is_default")? == 1,
        })
    };
    Ok(rows.iter().map(contact).collect::<Result<_, _>>()?)
}

async fn addresses(connection: &mut Connection, id: i64) -> Result<Vec<Address>, DeskError> {
    let rows = sqlx::query("SELECT id, address, receiver, phone, note, is_default FROM customer_addresses WHERE customer_id = $1 ORDER BY position, id")
        .bind(id)
        .fetch_all(connection)
        .await?;
    let address = |row: &Row| -> Result<Address, sqlx::Error> {
        Ok(Address {
            id: Some(row.try_get("id")?),
            address: row.try_get("address")?,
            receiver: row.try_get("receiver")?,
            phone: row.try_get("phone")?,
            note: row.try_get("note")?,
            is_default: row.try_get::<i64, _>("is_default")? == 1,
        })
    };
    Ok(rows.iter().map(address).collect::<Result<_, _>>()?)
}

async fn terms(connection: &mut Connection, id: i64) -> Result<Vec<Term>, DeskError> {
    let rows = sqlx::query("SELECT percent, due, days FROM customer_instalments WHERE customer_id = $1 ORDER BY position, id")
        .bind(id)
        .fetch_all(connection)
        .await?;
    rows.iter()
        .map(|row| {
            let due: String = row.try_get("due")?;
            Ok(Term {
                percent: Percent(row.try_get("percent")?),
                due: Due::from_code(&due).ok_or(Failure::UnknownValue {
                    what: "customer_instalments.due",
                    value: due,
                })?,
                days: row.try_get("days")?,
            })
        })
        .collect()
}

/// The rows of a table that hang on a customer, in their order.
pub(super) async fn row_ids(
    connection: &mut Connection,
    table: &'static str,
    customer: i64,
) -> Result<Vec<i64>, DeskError> {
    let sql = format!("SELECT id FROM {table} WHERE customer_id = $1 ORDER BY position, id");
    let rows = sqlx::query(sqlx::AssertSqlSafe(sql))
        .bind(customer)
        .fetch_all(connection)
        .await?;
    Ok(rows
        .iter()
        .map(|row| row.try_get("id"))
        .collect::<Result<_, sqlx::Error>>()?)
}

/// The doubles that were merged into a customer, the first first.
pub(super) async fn merged_into(
    connection: &mut Connection,
    customer: i64,
) -> Result<Vec<MergedView>, DeskError> {
    let rows = sqlx::query("SELECT id, name, code, merged_at FROM customers WHERE merged_into = $1 ORDER BY merged_at, id")
        .bind(customer)
        .fetch_all(connection)
        .await?;
    let merged = |row: &Row| -> Result<MergedView, sqlx::Error> {
        Ok(MergedView {
            id: row.try_get("id")?,
            name: row.try_get("name")?,
            code: row.try_get("code")?,
            at: row.try_get("merged_at")?,
        })
    };
    Ok(rows.iter().map(merged).collect::<Result<_, _>>()?)
}

/// A customer by name.
pub(super) async fn name_of(
    connection: &mut Connection,
    id: i64,
) -> Result<CustomerName, DeskError> {
    let row = sqlx::query("SELECT name FROM customers WHERE id = $1")
        .bind(id)
        .fetch_optional(connection)
        .await?
        .ok_or(Failure::Missing("customers"))?;
    Ok(CustomerName {
        id,
        name: row.try_get("name")?,
    })
}

/// The LIKE pattern of whatever contains `query`, itself taken letter by letter.
pub(crate) fn containing(query: &str) -> String {
    let mut pattern = String::from("%");
    for letter in query.trim().to_ascii_lowercase().chars() {
        if matches!(letter, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(letter);
    }
    pattern.push('%');
    pattern
}
