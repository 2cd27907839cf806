//! The orders of a customer: listed on its page, moved when the customer was a double, and judged anew under another name
//! or standing.

use std::collections::BTreeSet;

use super::wire::OrderRow;
use super::{list, queries};
use crate::error::DeskError;
use crate::storage::{Connection, Subject, Writer};
use crate::task_sheets::stand_anew;

/// The orders of a customer, newest first.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn orders_of_customer(
    connection: &mut Connection,
    customer: i64,
    limit: i64,
) -> Result<Vec<OrderRow>, DeskError> {
    list::of_customer(connection, customer, limit).await
}

/// The orders of a customer by id.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn ids_of_customer(
    connection: &mut Connection,
    customer: i64,
) -> Result<Vec<i64>, DeskError> {
    queries::ids_of_customer(connection, customer).await
}

/// Who looked after the customer's latest order, if they still work here.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn last_sales_rep(
    connection: &mut Connection,
    customer: i64,
) -> Result<Option<String>, DeskError> {
    queries::last_sales_rep(connection, customer).await
}

/// Gives an order to another customer. The name of the customer is read back: an order that is not issued stands where
/// what was agreed to puts it (S-4.1.2b). What was issued and printed stays as it is.
///
/// # Errors
/// When the database fails.
pub(crate) async fn move_to_customer(
    writer: &mut Writer,
    order: i64,
    customer: i64,
) -> Result<(), DeskError> {
    writer
        .update("orders", order, &[("customer_id", customer.into())])
        .await?;
    writer.about(Subject::Order(order));
    let facts = queries::facts(writer, order).await?;
    if facts.state.is_closed() {
        return Ok(());
    }
    stand_anew(writer, order).await
}

/// Stores where the open orders of a customer now stand that is called, reached or billed otherwise: its name was read back, stamped
/// and checked, all of it stands on the papers it was given and signed, and they hold no more (S-4.1.2b, S-4.2.4b, F7-07b). Orders for which nobody has said or stamped anything are left alone.
///
/// # Errors
/// When the database fails.
pub(crate) async fn stand_by_customer(writer: &mut Writer, customer: i64) -> Result<(), DeskError> {
    let orders = queries::spoken_for(writer, customer).await?;
    stand_each(writer, orders).await
}

/// Stores where the open orders of a customer now stand that became 老客户, or no longer is (S-4.3.1A). Where a review was begun
/// the standing decides nothing any more.
///
/// # Errors
/// When the database fails.
pub(crate) async fn stand_by_standing(writer: &mut Writer, customer: i64) -> Result<(), DeskError> {
    let orders = queries::unreviewed_of_customer(writer, customer).await?;
    stand_each(writer, orders).await
}

/// Stores where the open orders now stand that go through one of these processes, which are 成熟 now, or no longer (S-4.3.1B).
///
/// # Errors
/// When the database fails.
pub(crate) async fn stand_by_process(
    writer: &mut Writer,
    processes: &[String],
) -> Result<(), DeskError> {
    let mut orders = BTreeSet::new();
    for process in processes {
        orders.extend(queries::unreviewed_with_process(writer, process).await?);
    }
    stand_each(writer, orders).await
}

/// Stores where the open orders for stock of a product now stand that is 常规畅销, or no longer is (F4-5a).
///
/// # Errors
/// When the database fails.
pub(crate) async fn stand_for_stock(writer: &mut Writer, product: &str) -> Result<(), DeskError> {
    let orders = queries::open_for_stock(writer, product).await?;
    stand_each(writer, orders).await
}

/// Stores where the open orders now stand that go by a rule in force from `from` on: those of that day and later, or all of them
/// (F1-22).
///
/// # Errors
/// When the database fails.
pub(crate) async fn stand_by_rules(
    writer: &mut Writer,
    from: Option<chrono::NaiveDate>,
) -> Result<(), DeskError> {
    let orders = queries::open_since(writer, from).await?;
    stand_each(writer, orders).await
}

async fn stand_each(
    writer: &mut Writer,
    orders: impl IntoIterator<Item = i64>,
) -> Result<(), DeskError> {
    for order in orders {
        stand_anew(writer, order).await?;
        writer.about(Subject::Order(order));
    }
    Ok(())
}
