//! One customer's day that comes above what is reviewed while each of its orders stays below (S-4.3.1D): it is pointed out, and
//! nothing is held back by it.

use serde::Serialize;
use ts_rs::TS;

use super::queries;
use crate::calendar::BusinessDay;
use crate::error::DeskError;
use crate::measures::Fen;
use crate::orders::repeat::OrderLink;
use crate::orders::{OrderFacts, OrderKind, Specification, order_facts};
use crate::settings::HouseRules;
use crate::storage::Connection;

/// A day that was split.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SplitDay {
    /// The other orders of that day, the newest first.
    pub orders: Vec<OrderLink>,
    /// What they come to with this one, 元.
    pub total: String,
    /// Above what the house reviews, 元.
    pub above: String,
}

/// Decides whether an order of this `amount` and the `others` of its customer's day come together `above` what is reviewed, though
/// none does alone. What is above by itself is reviewed and counts for nothing here.
fn split(amount: Fen, others: Vec<(OrderLink, Fen)>, above: Fen) -> Option<SplitDay> {
    let small: Vec<_> = others
        .into_iter()
        .filter(|(_, other)| *other <= above)
        .collect();
    let total = small
        .iter()
        .try_fold(amount, |sum, (_, other)| sum.checked_add(*other))?;
    let hit = amount <= above && total > above && !small.is_empty();
    hit.then(|| SplitDay {
        orders: small.into_iter().map(|(link, _)| link).collect(),
        total: total.to_string(),
        above: above.to_string(),
    })
}

/// The split day an order belongs to.
///
/// # Errors
/// When the database cannot be read.
pub(in crate::orders) async fn split_of_order(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<SplitDay>, DeskError> {
    split_of(
        connection,
        (facts.id, facts.customer.id),
        &facts.specification,
        &facts.rules,
    )
    .await
}

/// The split day a form belongs to: `own` is its order, 0 for a new one, and its customer.
pub(super) async fn split_of(
    connection: &mut Connection,
    own: (i64, i64),
    specification: &Specification,
    rules: &HouseRules,
) -> Result<Option<SplitDay>, DeskError> {
    let asked = specification
        .amount()
        .zip(rules.review_amount_above)
        .zip(specification.order_date());
    let Some(((amount, above), BusinessDay(day))) = asked else {
        return Ok(None);
    };
    if specification.kind() != OrderKind::Order || amount > above {
        return Ok(None);
    }
    let mut others = Vec::new();
    for link in queries::same_day(connection, own, day).await? {
        let facts = order_facts(connection, link.id).await?;
        others.extend(facts.specification.amount().map(|amount| (link, amount)));
    }
    Ok(split(amount, others, above))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clause_s_4_3_1d_a_day_split_below_the_limit_is_pointed_out() {
        let above = Fen(5_000_000);
        let others = |amounts: &[i64]| -> Vec<(OrderLink, Fen)> {
            let link = |id| OrderLink {
                id,
                number: format!("OD-{id}"),
            };
            (1..)
                .zip(amounts)
                .map(|(id, fen)| (link(id), Fen(*fen)))
                .collect()
        };
        // this order, the others of its day → pointed out, the others that are named
        for (own, same_day, hit) in [
            (3_000_000, vec![], None),
            (2_500_000, vec![2_500_000], None),
            (2_500_000, vec![2_500_001], Some(1)),
            (1_700_000, vec![1_700_000, 1_700_000], Some(2)),
            // Above by itself: that one is reviewed.
            (5_000_001, vec![1_000_000], None),
            (1_000_000, vec![5_000_001], None),
            (3_000_000, vec![9_000_000, 2_000_001], Some(1)),
            (0, vec![5_000_000], None),
            (i64::MAX, vec![i64::MAX], None),
        ] {
            let found = split(Fen(own), others(&same_day), above);
            assert_eq!(
                found.map(|found| found.orders.len()),
                hit,
                "{own} {same_day:?}"
            );
        }
        let said = split(Fen(3_000_000), others(&[2_500_000]), above);
        let said = said.map(|said| (said.total, said.above));
        assert_eq!(said, Some(("55,000.00".to_owned(), "50,000.00".to_owned())));
    }
}
