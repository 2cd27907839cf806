//! Ticks in the database.

use sqlx::Row as _;

use super::rules::{Item, Tick, open_items};
use super::wire::{VerificationItem, VerificationView};
use crate::error::{DeskError, Failure};
use crate::orders::OrderFacts;
use crate::orders::specification::Specification;
use crate::settings::HouseRules;
use crate::storage::{Connection, Row};

/// A tick with who gave it, when and how.
struct Given {
    tick: Tick,
    by: String,
    at: String,
    how: String,
}

/// All ticks of an order, the latest first.
async fn given(connection: &mut Connection, order: i64) -> Result<Vec<Given>, DeskError> {
    let rows = sqlx::query(
        "SELECT v.item, v.content_hash, v.how, v.verified_at, a.name FROM verifications v \
         JOIN accounts a ON a.id = v.verified_by WHERE v.order_id = $1 ORDER BY v.id DESC",
    )
    .bind(order)
    .fetch_all(connection)
    .await?;
    let given = |row: &Row| -> Result<Given, DeskError> {
        let code: String = row.try_get("item")?;
        let item = Item::from_code(&code).ok_or(Failure::UnknownValue {
            what: "verifications.item",
            value: code,
        })?;
        Ok(Given {
            tick: Tick {
                item,
                hash: row.try_get("content_hash")?,
            },
            by: row.try_get("name")?,
            at: row.try_get("verified_at")?,
            how: row.try_get("how")?,
        })
    };
    rows.iter().map(given).collect()
}

/// Whether nothing of an order is left to be verified by the `rules` of its house.
pub(in crate::orders) async fn is_verified(
    connection: &mut Connection,
    order: i64,
    specification: &Specification,
    rules: &HouseRules,
) -> Result<bool, DeskError> {
    if !rules.verify_orders || !specification.kind().is_read_back() {
        return Ok(true);
    }
    let ticks = given(connection, order).await?;
    let ticks: Vec<Tick> = ticks.into_iter().map(|given| given.tick).collect();
    Ok(open_items(specification, &ticks).is_empty())
}

/// The items of an order that hold, by the ticks that were given.
pub(super) async fn holding(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Vec<Item>, DeskError> {
    let ticks = given(connection, facts.id).await?;
    let ticks: Vec<Tick> = ticks.into_iter().map(|given| given.tick).collect();
    let open = open_items(&facts.specification, &ticks);
    Ok(Item::ALL
        .into_iter()
        .filter(|item| !open.contains(item))
        .collect())
}

/// What was verified of an order, as its page shows it.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn verification_view(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<VerificationView, DeskError> {
    Ok(view_of(facts, &given(connection, facts.id).await?))
}

/// The same of an order of which nothing was verified.
pub(crate) fn never_verified(facts: &OrderFacts) -> VerificationView {
    view_of(facts, &[])
}

fn view_of(facts: &OrderFacts, given: &[Given]) -> VerificationView {
    let ticks: Vec<Tick> = given.iter().map(|given| given.tick.clone()).collect();
    let open = open_items(&facts.specification, &ticks);
    let items = Item::ALL.into_iter().map(|item| {
        let latest = given.iter().find(|given| given.tick.item == item);
        let text = |of: fn(&Given) -> &String| latest.map(of).cloned().unwrap_or_default();
        VerificationItem {
            item: item.code(),
            holds: !open.contains(&item),
            by: text(|given| &given.by),
            at: text(|given| &given.at),
            how: text(|given| &given.how),
        }
    });
    VerificationView {
        required: facts.rules.verify_orders && facts.kind().is_read_back(),
        up_to_date: open.is_empty(),
        items: items.collect(),
    }
}
