//! Writing a specification into the tables.

use super::facts::PersonOfOrder;
use super::fields::Level;
use super::queries;
use super::refusals::OrderRefusal;
use super::specification::{Row, Specification, text};
use super::stored::cells;
use super::understand::FieldProblem;
use super::value::Value;
use crate::accounts::{self, Actor};
use crate::customers::{self, wire::Customer};
use crate::error::DeskError;
use crate::files;
use crate::storage::{Cell, Connection, NewRow, Question, Writer};

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
        let asked = Self::asked(writer.actor(), specification);
        Ok(asked.ask(writer).await??)
    }

    /// What finds them; the answer refuses names nobody has, all at once.
    pub(super) fn asked(
        actor: &Actor,
        specification: &Specification,
    ) -> Question<Result<Self, OrderRefusal>> {
        let named = |key| text(&specification.order, key);
        let customer = match named("customer_id") {
            "" => Question::known(None),
            name => customers::queries::named(name),
        };
        let must_be_found = specification.order.contains_key("customer_id");
        let [sales_rep, estimator, assistant] = PEOPLE.map(|key| person_called(actor, named(key)));
        let people = sales_rep.and(estimator).and(assistant);
        customer
            .and(people)
            .map(move |(customer, ((sales_rep, estimator), assistant))| {
                let mut fields = Vec::new();
                if customer.is_none() && must_be_found {
                    fields.push(FieldProblem::at("order.customer_id", "unknown_customer"));
                }
                for (key, found) in PEOPLE.iter().zip([&sales_rep, &estimator, &assistant]) {
                    if matches!(found, Called::Nobody) {
                        fields.push(FieldProblem::at(format!("order.{key}"), "unknown_person"));
                    }
                }
                Ok(match assistant {
                    Called::Found(assistant) if fields.is_empty() => Ok(Self {
                        customer,
                        sales_rep: sales_rep.found(),
                        estimator: estimator.found(),
                        assistant,
                    }),
                    _ => Err(OrderRefusal::NotUnderstood { fields }),
                })
            })
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

/// The people an order names.
const PEOPLE: [&str; 3] = ["sales_rep_id", "estimator_id", "assistant_id"];

/// Whom a name in the form means.
enum Called {
    /// No name stands there.
    NotNamed,
    /// Nobody is called so.
    Nobody,
    Found(PersonOfOrder),
}

impl Called {
    fn found(self) -> Option<PersonOfOrder> {
        match self {
            Self::Found(person) => Some(person),
            Self::NotNamed | Self::Nobody => None,
        }
    }
}

/// The one of this name. Whoever acts is known by the name of today already.
fn person_called(actor: &Actor, name: &str) -> Question<Called> {
    let found = match actor.id() {
        _ if name.is_empty() => return Question::known(Called::NotNamed),
        Some(id) if actor.name() == name => Question::known(Some(id)),
        _ => accounts::queries::id_of(name),
    };
    let name = name.to_owned();
    found.map(|id| {
        Ok(id.map_or(Called::Nobody, |id| {
            Called::Found(PersonOfOrder { id, name })
        }))
    })
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
    let mut rows: Vec<NewRow> = vec![(Level::Product.table(), product)];
    for level in Level::ROWS {
        for (position, row) in (0_i64..).zip(specification.rows(level)) {
            let mut columns = row_cells(level, position, row);
            columns.extend(of_order(order, row));
            rows.push((level.table(), columns));
        }
    }
    writer.insert_all(&rows).await
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
        for (position, row) in (0_i64..).zip(specification.rows(level)) {
            let mut columns = row_cells(level, position, row);
            if let Some((_, id)) = there.iter().find(|(key, _)| *key == row.key) {
                writer.update(level.table(), *id, &columns).await?;
            } else {
                refuse_spent_key(writer, level, order, &row.key).await?;
                columns.extend(of_order(order, row));
                writer.insert(level.table(), &columns).await?;
            }
        }
    }
    Ok(())
}

/// The columns of a row that stands at `position` of its level.
fn row_cells(level: Level, position: i64, row: &Row) -> Vec<(&'static str, Cell)> {
    let mut columns = cells(level, &row.values);
    columns.push(("position", position.into()));
    columns
}

/// What a row keeps from the first day to the last.
fn of_order(order: i64, row: &Row) -> [(&'static str, Cell); 2] {
    [
        ("order_id", order.into()),
        ("row_key", row.key.as_str().into()),
    ]
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
