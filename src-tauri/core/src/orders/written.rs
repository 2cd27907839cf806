//! Writing a specification into the tables.

use super::facts::PersonOfOrder;
use super::fields::Level;
use super::queries;
use super::refusals::OrderRefusal;
use super::specification::{Specification, text};
use super::stored::cells;
use super::understand::FieldProblem;
use super::value::Value;
use crate::accounts;
use crate::customers::{self, wire::Customer};
use crate::error::DeskError;
use crate::files;
use crate::storage::{Cell, Connection, Writer};

/// The rows an order refers to by name.
#[derive(Clone, Debug)]
pub(super) struct Named {
    pub(super) customer: Option<Customer>,
    pub(super) sales_rep: Option<PersonOfOrder>,
    estimator: Option<PersonOfOrder>,
    pub(super) assistant: PersonOfOrder,
}

impl Named {
    /// Finds them.
    ///
    /// # Errors
    /// Refuses names nobody has, all at once.
    pub(super) async fn find(
        writer: &mut Writer,
        specification: &Specification,
    ) -> Result<Self, DeskError> {
        let named = |key| text(&specification.order, key);
        let mut fields = Vec::new();
        let customer = match named("customer_id") {
            "" => None,
            name => customers::queries::named(writer, name).await?,
        };
        if customer.is_none() && specification.order.contains_key("customer_id") {
            fields.push(FieldProblem::at("order.customer_id", "unknown_customer"));
        }
        let mut people = Vec::new();
        for key in ["sales_rep_id", "estimator_id", "assistant_id"] {
            let name = named(key);
            let found = match name {
                "" => None,
                name => {
                    // Whoever acts is known by the name of today already.
                    let id = match writer
                        .actor()
                        .id()
                        .filter(|_| writer.actor().name() == name)
                    {
                        Some(id) => Some(id),
                        None => accounts::queries::id_of(writer, name).await?,
                    };
                    id.map(|id| PersonOfOrder {
                        id,
                        name: name.to_owned(),
                    })
                }
            };
            if found.is_none() && !name.is_empty() {
                fields.push(FieldProblem::at(format!("order.{key}"), "unknown_person"));
            }
            people.push(found);
        }
        match <[_; 3]>::try_from(people) {
            Ok([sales_rep, estimator, Some(assistant)]) if fields.is_empty() => Ok(Self {
                customer,
                sales_rep,
                estimator,
                assistant,
            }),
            _ => Err(OrderRefusal::NotUnderstood { fields }.into()),
        }
    }

    fn cells(&self) -> [(&'static str, Cell); 4] {
        let id = |person: &Option<PersonOfOrder>| person.as_ref().map(|person| person.id);
        [
            (
                "customer_id",
                self.customer.as_ref().map(|customer| customer.id).into(),
            ),
            ("sales_rep_id", id(&self.sales_rep).into()),
            ("estimator_id", id(&self.estimator).into()),
            ("assistant_id", self.assistant.id.into()),
        ]
    }

    /// Calls the customer in `specification` as it is called today: a name may be that of a double that was merged away.
    pub(super) fn call_by_name(&self, specification: &mut Specification) {
        if let Some(customer) = &self.customer {
            let name = Value::Text(customer.name.clone());
            specification.order.insert("customer_id", name);
        }
    }
}

/// The columns of the order's own row.
pub(super) fn order_cells(
    specification: &Specification,
    named: &Named,
) -> Vec<(&'static str, Cell)> {
    let mut columns = cells(Level::Order, &specification.order);
    columns.extend(named.cells());
    columns
}

/// The product and all rows of a new order.
pub(super) async fn write_new(
    writer: &mut Writer,
    order: i64,
    specification: &Specification,
) -> Result<(), DeskError> {
    let mut product = cells(Level::Product, &specification.product);
    product.push(("order_id", order.into()));
    writer.insert(Level::Product.table(), &product).await?;
    for level in Level::ROWS {
        write_rows(writer, level, order, specification, None).await?;
    }
    Ok(())
}

/// The product and all rows of an order that is there: rows are changed by key, added and taken away.
pub(super) async fn write_changed(
    writer: &mut Writer,
    order: i64,
    specification: &Specification,
) -> Result<(), DeskError> {
    let product = queries::product_id(writer, order).await?;
    writer
        .update(
            Level::Product.table(),
            product,
            &cells(Level::Product, &specification.product),
        )
        .await?;
    for level in Level::ROWS {
        let there = queries::row_ids(writer, level, order).await?;
        for (key, id) in &there {
            if !specification.rows(level).iter().any(|row| row.key == *key) {
                writer.delete(level.table(), *id).await?;
            }
        }
        write_rows(writer, level, order, specification, Some(&there)).await?;
    }
    Ok(())
}

/// `there` are the rows the order has; none where it is new, and nothing can have been received for its keys.
async fn write_rows(
    writer: &mut Writer,
    level: Level,
    order: i64,
    specification: &Specification,
    there: Option<&[(String, i64)]>,
) -> Result<(), DeskError> {
    for (position, row) in (0_i64..).zip(specification.rows(level)) {
        let mut columns = cells(level, &row.values);
        columns.push(("position", position.into()));
        let known = there.unwrap_or_default();
        if let Some((_, id)) = known.iter().find(|(key, _)| *key == row.key) {
            writer.update(level.table(), *id, &columns).await?;
        } else {
            if there.is_some() {
                refuse_spent_key(writer, level, order, &row.key).await?;
            }
            columns.push(("order_id", order.into()));
            columns.push(("row_key", row.key.as_str().into()));
            writer.insert(level.table(), &columns).await?;
        }
    }
    Ok(())
}

/// A new component under the key of a removed one would inherit the file that was received for that.
async fn refuse_spent_key(
    connection: &mut Connection,
    level: Level,
    order: i64,
    key: &str,
) -> Result<(), DeskError> {
    if level == Level::Component && files::received_for(connection, order, key).await? {
        let path = format!("{}:{key}", level.code());
        let fields = vec![FieldProblem::at(path, "row_key_unusable")];
        return Err(OrderRefusal::NotUnderstood { fields }.into());
    }
    Ok(())
}

/// Puts a specification in the place of what stands on an order that is released: the end of a signed change.
///
/// # Errors
/// Refuses names nobody has; fails when the database does.
pub(crate) async fn put_in_force(
    writer: &mut Writer,
    order: i64,
    revision: i64,
    specification: &Specification,
) -> Result<(), DeskError> {
    let named = Named::find(writer, specification).await?;
    let mut columns = order_cells(specification, &named);
    columns.push(("revision", (revision + 1).into()));
    writer.update("orders", order, &columns).await?;
    write_changed(writer, order, specification).await
}
