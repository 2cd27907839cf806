//! Converting: a new draft with all that is known, and the part it takes of the presale once it is registered.

use super::rules::{Presale, Rest, Taken, converted};
use super::{ConversionView, ConvertedOrder, ConvertedPart, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::clock::in_shanghai;
use crate::error::DeskError;
use crate::files::take_over_files;
use crate::measures::Quantity;
use crate::orders::drafts::Ties;
use crate::orders::facts::OrderFacts;
use crate::orders::kind::OrderKind;
use crate::orders::order_facts;
use crate::orders::refusals::{OrderRefusal, must_be_open};
use crate::orders::repeat::{OrderLink, taken_over};
use crate::orders::specification::{Specification, number};
use crate::orders::state::OrderState;
use crate::orders::understand::FieldProblem;
use crate::orders::wire::OpenDraft;
use crate::positions::{TakenOver, take_over_positions};
use crate::samples::take_over_samples;
use crate::settings;
use crate::storage::{Connection, Subject, Topic, Writer};
use crate::task_sheets::stand_anew;
use crate::wire::Done;

/// What a customer order must have when it comes of another order (F4-3d).
const FIRM: [(&str, &str); 3] = [
    ("product", "quantity"),
    ("order", "unit_price"),
    ("order", "requested_date"),
];

impl Desk {
    /// Opens the draft of the customer order that the presale or sample order `id` becomes: all that is known stands in
    /// it, of a presale with the quantity that is left.
    ///
    /// # Errors
    /// Refuses an order of another kind, a presale that is not confirmed, and one that is converted whole.
    pub async fn convert_order(
        &self,
        actor: &Actor,
        id: i64,
    ) -> Result<Done<OpenDraft>, DeskError> {
        let mut reader = self.read().await?;
        let facts = order_facts(&mut reader, id).await?;
        may_be_converted(&facts)?;
        let rest = rest_of(&mut reader, &facts).await?;
        let now = in_shanghai(self.now());
        let terms = settings::in_force(&mut reader, now.date())
            .await?
            .usual_terms;
        drop(reader);
        let call = Taken {
            assistant: actor.name(),
            terms: &terms,
            now,
        };
        let form = converted(&facts.specification, rest, &call);
        let key = self.new_key(actor).await?;
        let ties = Ties {
            converts: Some(id),
            ..Ties::default()
        };
        self.keep(actor, &key, &form, None, ties).await?;
        Ok(Done {
            value: self.open_draft(actor, &key).await?,
            changed: vec![Topic::drafts()],
        })
    }
}

/// What the draft that converts `from` shows of it.
///
/// # Errors
/// When there is no such order, or the database cannot be read.
pub(in crate::orders) async fn converts(
    connection: &mut Connection,
    from: i64,
) -> Result<ConvertedOrder, DeskError> {
    let facts = order_facts(connection, from).await?;
    let rest = rest_of(connection, &facts).await?;
    let mut taken = taken_over(&facts.specification);
    taken.remove("product.quantity");
    if let Some(rest) = rest {
        taken.insert("product.quantity".to_owned(), rest.to_string());
    }
    Ok(ConvertedOrder {
        kind: facts.kind().code(),
        rest: rest.map(|rest| rest.to_string()),
        taken,
        order: OrderLink {
            id: from,
            number: facts.number,
        },
    })
}

/// The customer orders that an order became; none of a kind that becomes none.
///
/// # Errors
/// When the database cannot be read.
pub(in crate::orders) async fn view(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<ConversionView>, DeskError> {
    if !facts.kind().converts() {
        return Ok(None);
    }
    let (pieces, _) = queries::converted(connection, facts.id).await?;
    Ok(Some(ConversionView {
        converted: pieces.to_string(),
        rest: rest_of(connection, facts)
            .await?
            .map(|rest| rest.to_string()),
        open: may_be_converted(facts).is_ok(),
        parts: queries::parts(connection, facts.id).await?,
    }))
}

/// What an order came of.
///
/// # Errors
/// When the database cannot be read.
pub(in crate::orders) async fn converted_from(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<OrderLink>, DeskError> {
    queries::from(connection, order).await
}

/// What a customer order took of which presale or sample order: its row, its number, and how many pieces.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn taken_from(
    connection: &mut Connection,
    order: i64,
) -> Result<Option<(i64, String, Quantity)>, DeskError> {
    queries::taken(connection, order).await
}

/// The customer orders that an order became and that were not cancelled.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn parts_of(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<ConvertedPart>, DeskError> {
    queries::parts(connection, order).await
}

/// Takes what `order` is made of from `from`, in the act that registers it, with its files, samples and positions. A presale of which
/// nothing is left is 已转单.
///
/// # Errors
/// Refuses an order without quantity, price or date, more than is left, and whatever can no longer be converted.
pub(in crate::orders) async fn convert(
    writer: &mut Writer,
    from: i64,
    order: i64,
    specification: &Specification,
) -> Result<(), DeskError> {
    let facts = order_facts(writer, from).await?;
    may_be_converted(&facts)?;
    if specification.kind() != OrderKind::Order {
        return Err(OrderRefusal::KindFixed.into());
    }
    let quantity = firm(specification)?;
    if facts.kind() == OrderKind::Presale {
        presale(writer, &facts).await?.after(quantity)?;
        let revision = [("revision", (facts.revision + 1).into())];
        writer.update("orders", from, &revision).await?;
    }
    queries::note(writer, from, order, quantity).await?;
    let taken = TakenOver {
        places: &take_over_files(writer, from, order).await?,
        samples: &take_over_samples(writer, from, order).await?,
    };
    take_over_positions(writer, from, order, taken).await?;
    stand_anew(writer, from).await?;
    writer.about(Subject::Order(from));
    writer.note("from", facts.number);
    writer.note("quantity", quantity.to_string());
    Ok(())
}

/// Whether a presale may have the quantity it is changed to; an order of another kind may.
///
/// # Errors
/// Refuses less than has become customer orders.
pub(in crate::orders) async fn presale_may_be(
    connection: &mut Connection,
    id: i64,
    specification: &Specification,
) -> Result<(), DeskError> {
    if specification.kind() == OrderKind::Presale {
        let (converted, parts) = queries::converted(connection, id).await?;
        let quantity = quantity_of(specification);
        let presale = Presale {
            quantity,
            converted,
            parts,
        };
        presale.with_quantity(quantity)?;
    }
    Ok(())
}

/// Whether an order is a presale of which nothing is left (F4-3d).
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn nothing_left(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<bool, DeskError> {
    Ok(facts.kind() == OrderKind::Presale
        && presale(connection, facts).await?.rest() == Rest::Whole)
}

/// Quantity, price and date are no longer 待定 (F4-3d).
fn firm(specification: &Specification) -> Result<Quantity, OrderRefusal> {
    let missing: Vec<FieldProblem> = FIRM
        .into_iter()
        .filter(|(level, key)| {
            let record = if *level == "order" {
                &specification.order
            } else {
                &specification.product
            };
            !record.contains_key(key)
        })
        .map(|(level, key)| FieldProblem::needed(format!("{level}.{key}")))
        .collect();
    match quantity_of(specification) {
        Some(quantity) if missing.is_empty() => Ok(quantity),
        _ => Err(OrderRefusal::Needed { fields: missing }),
    }
}

fn may_be_converted(facts: &OrderFacts) -> Result<(), OrderRefusal> {
    match (facts.kind(), facts.state) {
        // Whatever rests, rests.
        (_, OrderState::Suspended | OrderState::Cancelled) => must_be_open(facts.state),
        (OrderKind::Sample, _) | (OrderKind::Presale, OrderState::RequirementsConfirmed) => Ok(()),
        (OrderKind::Presale, state) => {
            must_be_open(state)?;
            Err(OrderRefusal::PresaleNotConfirmed)
        }
        (OrderKind::Order | OrderKind::Stock, _) => Err(OrderRefusal::NotConverting),
    }
}

async fn presale(connection: &mut Connection, facts: &OrderFacts) -> Result<Presale, DeskError> {
    let (converted, parts) = queries::converted(connection, facts.id).await?;
    Ok(Presale {
        quantity: quantity_of(&facts.specification),
        converted,
        parts,
    })
}

async fn rest_of(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<Quantity>, DeskError> {
    if facts.kind() != OrderKind::Presale {
        return Ok(None);
    }
    Ok(match presale(connection, facts).await?.rest() {
        Rest::Left(rest) => rest,
        Rest::Whole => Some(Quantity(0)),
    })
}

fn quantity_of(specification: &Specification) -> Option<Quantity> {
    number(&specification.product, "quantity").map(Quantity)
}
