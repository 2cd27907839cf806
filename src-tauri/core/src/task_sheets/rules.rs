//! Who must agree to a change, and when it is one too many. Pure.

use std::collections::BTreeSet;

use crate::accounts::{Capacity, Power, Role, Signature};
use crate::orders::fields::ChangeClass;
use crate::orders::{ChangedPlace, OrderKind};

/// A signature a change waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Authority {
    /// 品质, for a demand above the standard.
    Quality,
    /// 财务 or 业务总监, for what costs money (S-4.4.3).
    Cost,
    /// 业务总监, for quantity, price and date of an order the customer has agreed to (F4-4c).
    SalesDirector,
    /// 审核 of the new version: 业务员 or 销售主管.
    Check,
}

impl Authority {
    const ALL: [Self; 4] = [Self::Quality, Self::Cost, Self::SalesDirector, Self::Check];

    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Quality => "quality",
            Self::Cost => "cost",
            Self::SalesDirector => "sales_director",
            Self::Check => "check",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|authority| authority.code() == code)
    }

    /// The line of the table of authority that says who may give it.
    #[must_use]
    pub const fn power(self) -> Power {
        match self {
            Self::Quality => Power::ApproveQuality,
            Self::Cost => Power::ApproveCost,
            Self::SalesDirector => Power::ApproveTerms,
            Self::Check => Power::SignCheck,
        }
    }
}

/// Whether a 审核 counts: 销售主管, or 业务员 of this very order, `representative`.
#[must_use]
pub fn may_check(signature: &Signature, representative: Option<i64>) -> bool {
    signature.capacity != Capacity::Holds(Role::SalesRepresentative)
        || signature.account == representative
}

/// Who must agree to a changed place beside 业务助理, who signs every change (change authority matrix, after release).
#[must_use]
pub const fn authority_of(class: ChangeClass) -> Option<Authority> {
    match class {
        ChangeClass::Clerical => None,
        ChangeClass::Quality => Some(Authority::Quality),
        ChangeClass::Cost => Some(Authority::Cost),
        ChangeClass::Commercial => Some(Authority::SalesDirector),
    }
}

/// What a changed place touches on an order of this kind. For stock there is no customer to consent: its dates move freely,
/// the rest costs the house (F4-5e).
#[must_use]
pub fn class_on(kind: OrderKind, place: &ChangedPlace) -> ChangeClass {
    match (kind, place.class) {
        (OrderKind::Stock, ChangeClass::Commercial) => match place.path.as_str() {
            "order.requested_date" | "order.confirmed_date" => ChangeClass::Clerical,
            _ => ChangeClass::Cost,
        },
        (_, class) => class,
    }
}

/// The signatures a set of changed places waits for. 业务总监 signing quantity, price or date has signed the cost, too.
#[must_use]
pub fn needs_of(places: &[ChangedPlace], new_version: bool) -> Vec<Authority> {
    let mut needs: BTreeSet<Authority> = places
        .iter()
        .filter_map(|place| authority_of(place.class))
        .collect();
    if needs.contains(&Authority::SalesDirector) {
        needs.remove(&Authority::Cost);
    }
    if new_version {
        needs.insert(Authority::Check);
    }
    needs.into_iter().collect()
}

/// How many places of a version are changed once `places` join those that `before` names: the same place twice is one
/// (S-4.4.2b).
#[must_use]
pub fn distinct_places<'a>(
    before: impl IntoIterator<Item = &'a str>,
    places: &'a [ChangedPlace],
) -> usize {
    before
        .into_iter()
        .chain(places.iter().map(|place| place.path.as_str()))
        .collect::<BTreeSet<_>>()
        .len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(path: &str, class: ChangeClass) -> ChangedPlace {
        ChangedPlace {
            path: path.to_owned(),
            label: path.to_owned(),
            old: "1".to_owned(),
            new: "2".to_owned(),
            class,
            read_back: false,
        }
    }

    #[test]
    fn clause_s_4_4_3_each_class_waits_for_its_own_signature() {
        use ChangeClass::{Clerical, Commercial, Cost, Quality};
        let table: [(&[ChangeClass], &[Authority]); 7] = [
            (&[Clerical], &[]),
            (&[Cost], &[Authority::Cost]),
            (&[Quality], &[Authority::Quality]),
            (&[Commercial], &[Authority::SalesDirector]),
            // One signature of 业务总监 covers the cost beside it.
            (&[Commercial, Cost], &[Authority::SalesDirector]),
            (
                &[Cost, Quality, Clerical],
                &[Authority::Quality, Authority::Cost],
            ),
            (&[Cost, Cost], &[Authority::Cost]),
        ];
        for (classes, wanted) in table {
            let places: Vec<_> = classes
                .iter()
                .map(|class| place("product.x", *class))
                .collect();
            assert_eq!(needs_of(&places, false), wanted, "{classes:?}");
        }
        assert_eq!(
            needs_of(&[place("product.x", Clerical)], true),
            [Authority::Check]
        );
    }

    #[test]
    fn clause_f4_5e_the_date_of_a_stock_order_moves_without_anybodys_consent() {
        use ChangeClass::{Clerical, Commercial, Cost};
        // path, class → on OD, on OF
        let table = [
            ("order.requested_date", Commercial, Commercial, Clerical),
            ("order.confirmed_date", Commercial, Commercial, Clerical),
            ("product.quantity", Commercial, Commercial, Cost),
            ("component:c1.grammage", Cost, Cost, Cost),
            ("order.remark", Clerical, Clerical, Clerical),
        ];
        for (path, class, order, stock) in table {
            let place = place(path, class);
            assert_eq!(
                (
                    class_on(OrderKind::Order, &place),
                    class_on(OrderKind::Stock, &place)
                ),
                (order, stock),
                "{path}"
            );
        }
    }

    #[test]
    fn clause_s_4_4_2b_the_same_place_twice_is_one_place() {
        let again = [place("component:c1.grammage", ChangeClass::Cost)];
        assert_eq!(distinct_places(["component:c1.grammage"], &again), 1);
        assert_eq!(
            distinct_places(["product.quantity", "component:c1.grammage"], &again),
            2
        );
        assert_eq!(distinct_places(["a", "b", "c"], &again), 4);
    }
}
