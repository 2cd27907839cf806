//! 核实: ticks given while the order is read back, or by themselves (F1-05a).

use super::queries::holding;
use super::rules::Item;
use super::wire::VerifyOrder;
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::orders::refusals::must_be_open;
use crate::orders::said;
use crate::orders::specification::Specification;
use crate::orders::understand::FieldProblem;
use crate::orders::{OrderFacts, OrderRefusal, queries};
use crate::storage::{Subject, Writer};
use crate::task_sheets::commit_order;
use crate::wire::Done;

impl Desk {
    /// Enters what was verified, when and how, over what stands on the order. Answers the order.
    ///
    /// # Errors
    /// Refuses nothing ticked, an item there is none of, an order that is not complete or no longer what was shown, and one
    /// that is released.
    pub async fn verify_order(
        &self,
        actor: &Actor,
        request: &VerifyOrder,
    ) -> Result<Done<i64>, DeskError> {
        actor.account()?;
        let now = as_stored(self.now());
        let how = said::way(&request.how)?;
        let at = said::moment(&request.at, &now)?;
        let mut writer = self.begin(actor, Activity::VerifyOrder).await?;
        let facts = queries::facts(&mut writer, request.order_id).await?;
        must_be_open(facts.state)?;
        if facts.revision != request.revision {
            return Err(OrderRefusal::ChangedMeanwhile.into());
        }
        if request.items.is_empty() {
            return Err(OrderRefusal::NothingVerified.into());
        }
        enter(&mut writer, &facts, &request.items, &how, &at).await?;
        let revision = [("revision", (facts.revision + 1).into())];
        writer.update("orders", facts.id, &revision).await?;
        writer.about(Subject::Order(facts.id));
        writer.note("number", facts.number);
        writer.note("how", how);
        Ok(Done {
            value: facts.id,
            changed: commit_order(writer, facts.id).await?,
        })
    }
}

/// Enters the ticks `items`, inside an act that goes on.
///
/// # Errors
/// Refuses an item there is none of, and an order whose blocks are not filled: what is not there cannot be verified.
pub(in crate::orders) async fn enter(
    writer: &mut Writer,
    facts: &OrderFacts,
    items: &[String],
    how: &str,
    at: &str,
) -> Result<(), DeskError> {
    let items: Vec<Item> = items
        .iter()
        .map(|code| Item::from_code(code).ok_or_else(|| said::unknown("item", code)))
        .collect::<Result<_, _>>()?;
    let missing = facts.specification.missing_for_agreement();
    if !items.is_empty() && !missing.is_empty() {
        let fields = missing.into_iter().map(FieldProblem::needed).collect();
        return Err(OrderRefusal::RequirementsMissing { fields }.into());
    }
    tick(writer, facts.id, &facts.specification, &items, how, at).await
}

/// A change the customer consents to verifies what it touches: whatever was verified before it is so after it.
///
/// # Errors
/// When the database cannot be written.
pub(in crate::orders) async fn renew(
    writer: &mut Writer,
    before: &OrderFacts,
    after: &Specification,
    how: &str,
    at: &str,
) -> Result<(), DeskError> {
    let mut items = holding(writer, before).await?;
    items.retain(|item| item.hash(&before.specification) != item.hash(after));
    tick(writer, before.id, after, &items, how, at).await
}

async fn tick(
    writer: &mut Writer,
    order: i64,
    specification: &Specification,
    items: &[Item],
    how: &str,
    at: &str,
) -> Result<(), DeskError> {
    let by = writer
        .actor()
        .account()
        .map_err(|_| Failure::Missing("accounts"))?;
    for item in items {
        let columns = [
            ("order_id", order.into()),
            ("item", item.code().into()),
            ("content_hash", item.hash(specification).into()),
            ("how", how.into()),
            ("verified_at", at.into()),
            ("verified_by", by.into()),
        ];
        writer.insert("verifications", &columns).await?;
    }
    Ok(())
}
