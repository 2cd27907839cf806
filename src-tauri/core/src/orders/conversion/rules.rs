//! How much of a presale may become a customer order, and what a customer order begins with.

use chrono::NaiveDateTime;

use crate::calendar::BusinessDay;
use crate::customers::Term;
use crate::measures::Quantity;
use crate::orders::kind::OrderKind;
use crate::orders::new_form::{usual_drops, usual_instalments};
use crate::orders::refusals::OrderRefusal;
use crate::orders::specification::Specification;
use crate::orders::wire::OrderForm;

/// A presale and what has become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Presale {
    /// 订单数量; none: 待定.
    pub quantity: Option<Quantity>,
    /// Pieces that have become customer orders.
    pub converted: Quantity,
    /// How many customer orders those are.
    pub parts: i64,
}

/// What is left of a presale.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// This much; of 待定 nobody knows.
    Left(Option<Quantity>),
    /// Nothing: it is converted whole.
    Whole,
}

impl Presale {
    /// What is left of it.
    #[must_use]
    pub fn rest(&self) -> Rest {
        match self.quantity {
            None if self.parts > 0 => Rest::Whole,
            None => Rest::Left(None),
            Some(quantity) if self.converted >= quantity => Rest::Whole,
            Some(quantity) => {
                Rest::Left(Some(Quantity(quantity.0.saturating_sub(self.converted.0))))
            }
        }
    }

    /// The presale after `part` of it became a customer order.
    ///
    /// # Errors
    /// Refuses more than is left, and anything of one that is converted whole.
    pub fn after(&self, part: Quantity) -> Result<Self, OrderRefusal> {
        match self.rest() {
            Rest::Whole => Err(OrderRefusal::Converted),
            Rest::Left(Some(rest)) if part > rest => {
                Err(OrderRefusal::MoreThanRest { asked: part, rest })
            }
            Rest::Left(_) => Ok(Self {
                converted: Quantity(self.converted.0.saturating_add(part.0)),
                parts: self.parts.saturating_add(1),
                ..*self
            }),
        }
    }

    /// The presale with another quantity; none: 待定.
    ///
    /// # Errors
    /// Refuses less than has become customer orders.
    pub fn with_quantity(&self, quantity: Option<Quantity>) -> Result<Self, OrderRefusal> {
        if self.parts > 0 && quantity.is_none_or(|quantity| quantity < self.converted) {
            return Err(OrderRefusal::LessThanConverted {
                converted: self.converted,
            });
        }
        Ok(Self { quantity, ..*self })
    }
}

/// Who turns it into an order, when, and on which terms where it has none.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken<'a> {
    pub(super) assistant: &'a str,
    pub(super) terms: &'a [Term],
    pub(super) now: NaiveDateTime,
}

/// The form of the customer order that `old` becomes: all that is known of it, taken at `now` by `assistant`. Of a presale
/// the rest is ordered; of a sample order nobody knows how many.
pub(super) fn converted(
    old: &Specification,
    rest: Option<Quantity>,
    taken: &Taken<'_>,
) -> OrderForm {
    let (assistant, now) = (taken.assistant, taken.now);
    let mut form = old.to_form();
    let today = BusinessDay(now.date()).to_string();
    for (key, text) in [
        ("kind", OrderKind::Order.code()),
        ("sheet_type", "normal"),
        ("received_on", &today),
        ("order_date", &today),
        ("received_time", &now.format("%H:%M").to_string()),
        ("assistant_id", assistant),
    ] {
        form.order.insert(key.to_owned(), text.to_owned());
    }
    form.order.remove("free");
    let before = form.product.remove("quantity");
    if let Some(rest) = rest {
        form.product.insert("quantity".to_owned(), rest.to_string());
    }
    if form.product.get("quantity") != before.as_ref() {
        // Drops make up the quantity: with another one they are divided anew.
        for drop in &mut form.drops {
            drop.values.remove("quantity");
        }
    }
    // Lists a presale may leave empty begin as on every new order.
    if form.instalments.is_empty() {
        form.instalments = usual_instalments(taken.terms);
    }
    if form.drops.is_empty() {
        form.drops = usual_drops();
    }
    form
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use proptest::prelude::*;

    use super::*;

    fn presale(quantity: Option<i64>, converted: i64, parts: i64) -> Presale {
        Presale {
            quantity: quantity.map(Quantity),
            converted: Quantity(converted),
            parts,
        }
    }

    #[test]
    fn clause_f4_3d_a_presale_becomes_orders_whole_or_in_parts_and_never_more() {
        let more = |asked, rest| {
            Err(OrderRefusal::MoreThanRest {
                asked: Quantity(asked),
                rest: Quantity(rest),
            })
        };
        let left = |rest| Ok(Rest::Left(Some(Quantity(rest))));
        // quantity, converted, parts; asked → what is left
        let table = [
            (presale(Some(3_000), 0, 0), 1, left(2_999)),
            (presale(Some(3_000), 0, 0), 2_999, left(1)),
            (presale(Some(3_000), 0, 0), 3_000, Ok(Rest::Whole)),
            (presale(Some(3_000), 0, 0), 3_001, more(3_001, 3_000)),
            (presale(Some(3_000), 1_000, 1), 2_000, Ok(Rest::Whole)),
            (presale(Some(3_000), 1_000, 1), 2_001, more(2_001, 2_000)),
            (
                presale(Some(3_000), 3_000, 2),
                1,
                Err(OrderRefusal::Converted),
            ),
            (presale(None, 0, 0), 5_000, Ok(Rest::Whole)),
            (presale(None, 5_000, 1), 1, Err(OrderRefusal::Converted)),
        ];
        for (before, asked, wanted) in table {
            let answer = before.after(Quantity(asked)).map(|after| after.rest());
            assert_eq!(answer, wanted, "{asked} of {before:?}");
        }
    }

    #[test]
    fn clause_f4_3d_a_presale_is_not_made_smaller_than_what_was_converted() {
        // converted 1,000 in one part; another quantity → allowed
        let table = [
            (Some(999), false),
            (Some(1_000), true),
            (Some(9_000), true),
            (None, false),
        ];
        for (quantity, allowed) in table {
            let answer = presale(Some(3_000), 1_000, 1).with_quantity(quantity.map(Quantity));
            assert_eq!(answer.is_ok(), allowed, "{quantity:?}");
        }
        assert!(
            presale(Some(3_000), 0, 0).with_quantity(None).is_ok(),
            "nothing was converted: it may be 待定 again"
        );
    }

    #[derive(Clone, Debug)]
    enum Act {
        Convert(i64),
        /// What is left, and so many pieces more or fewer.
        ConvertRest(i64),
        Change(Option<i64>),
    }

    fn acts() -> impl Strategy<Value = Vec<Act>> {
        let quantity = 1..5_000_i64;
        let act = prop_oneof![
            3 => quantity.clone().prop_map(Act::Convert),
            1 => (-2..=2_i64).prop_map(Act::ConvertRest),
            1 => proptest::option::of(quantity).prop_map(Act::Change),
        ];
        proptest::collection::vec(act, 0..40)
    }

    proptest! {
        /// Clause F4-3d: whatever is asked in whatever order, the parts never exceed the presale.
        #[test]
        fn clause_f4_3d_the_parts_never_exceed_the_presale(start in proptest::option::of(1..5_000_i64), acts in acts()) {
            let mut standing = presale(start, 0, 0);
            let mut parts: Vec<i64> = Vec::new();
            for act in acts {
                let whole = standing.rest() == Rest::Whole;
                let part = match (&act, standing.rest()) {
                    (Act::Convert(part), _) => Some(*part),
                    (Act::ConvertRest(more), Rest::Left(Some(rest))) => {
                        Some(rest.0 + more).filter(|part| *part > 0)
                    }
                    (Act::ConvertRest(_), _) => Some(1),
                    (Act::Change(_), _) => None,
                };
                let next = match act {
                    Act::Convert(_) | Act::ConvertRest(_) => match part {
                        Some(part) => standing.after(Quantity(part)),
                        None => continue,
                    },
                    // A presale that is converted whole is closed (`must_be_open`).
                    Act::Change(_) if whole => continue,
                    Act::Change(quantity) => standing.with_quantity(quantity.map(Quantity)),
                };
                let Ok(next) = next else { continue };
                prop_assert!(!whole, "nothing is converted of what is converted whole");
                parts.extend(part);
                standing = next;
                prop_assert_eq!(standing.converted.0, parts.iter().sum::<i64>());
                match standing.quantity {
                    Some(quantity) => prop_assert!(standing.converted <= quantity),
                    None => prop_assert!(parts.len() <= 1),
                }
            }
        }
    }

    #[test]
    fn clause_f4_3d_nothing_is_typed_twice() {
        let now = "2026-11-24T09:12:00".parse().unwrap();
        let mut old = OrderForm::default();
        for (key, text) in [
            ("kind", "op"),
            ("customer_id", "深圳市彩源文化"),
            ("customer_po", "PO-7"),
            ("requested_date", "2026-12-08"),
        ] {
            old.order.insert(key.to_owned(), text.to_owned());
        }
        for (key, text) in [("name", "台历"), ("quantity", "3,000"), ("unit", "本")] {
            old.product.insert(key.to_owned(), text.to_owned());
        }
        let (old, problems) = Specification::understand(
            &old,
            BusinessDay("2026-11-24".parse().unwrap()),
            &crate::settings::HouseRules::default(),
        );
        assert_eq!(problems, []);
        let terms = crate::settings::HouseRules::default().usual_terms;
        let taken = Taken {
            assistant: "林晓梅",
            terms: &terms,
            now,
        };
        let form = converted(&old, Some(Quantity(2_000)), &taken);
        assert_eq!(form.order["kind"], "od");
        assert_eq!(form.order["customer_po"], "PO-7");
        assert_eq!(form.order["requested_date"], "2026-12-08");
        assert_eq!(form.product["quantity"], "2,000");
        assert_eq!(form.product["unit"], "本");
        assert_eq!(
            (form.instalments.len(), form.drops.len()),
            (2, 1),
            "as every new order"
        );
        assert!(
            !converted(&old, None, &taken)
                .product
                .contains_key("quantity")
        );
    }
}
