//! Who must agree to a change, and when it is one too many. Pure.

use std::collections::BTreeSet;

use crate::accounts::{Capacity, Power, Role, Signature};
use crate::calendar::BusinessDay;
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

/// Where an order is when it is to be changed: the columns of the change authority matrix.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Before 已生效: 业务助理 saves the form, and what was read back is asked again (S-4.1.2b).
    Open,
    /// 已生效, and no sheet yet (F7-08).
    InEffect,
    /// The sheet is issued (S-4.4.2, S-4.4.3).
    Released,
}

/// What a changed place asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// Whose signature, beside 业务助理, who signs every change.
    pub authority: Option<Authority>,
    /// Whether the customer has to consent (F4-4c).
    pub consent: bool,
}

/// What a changed place asks for: one cell of the change authority matrix.
#[must_use]
pub const fn asked(stage: Stage, class: ChangeClass) -> Asked {
    let (authority, consent) = match (stage, class) {
        (Stage::Open, _) | (_, ChangeClass::Clerical) => (None, false),
        (_, ChangeClass::Quality) => (Some(Authority::Quality), false),
        // Nothing is made yet: what it costs is between the customer and us.
        (Stage::InEffect, ChangeClass::Cost) => (None, true),
        (Stage::Released, ChangeClass::Cost) => (Some(Authority::Cost), false),
        (_, ChangeClass::Commercial) => (Some(Authority::SalesDirector), true),
    };
    Asked { authority, consent }
}

/// Whether one of the places asks for the customer's consent.
#[must_use]
pub fn needs_consent(stage: Stage, places: &[ChangedPlace]) -> bool {
    places.iter().any(|place| asked(stage, place.class).consent)
}

/// Whether the customer heard of a later delivery only when the old day had come (F7-11).
#[must_use]
pub fn told_too_late(
    old: Option<BusinessDay>,
    new: Option<BusinessDay>,
    told: chrono::NaiveDate,
) -> bool {
    old.zip(new)
        .is_some_and(|(old, new)| new > old && told >= old.0)
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
pub fn needs_of(stage: Stage, places: &[ChangedPlace], new_version: bool) -> Vec<Authority> {
    let mut needs: BTreeSet<Authority> = places
        .iter()
        .filter_map(|place| asked(stage, place.class).authority)
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
    #![expect(clippy::expect_used, reason = "a test stops at the first surprise")]
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
            assert_eq!(
                needs_of(Stage::Released, &places, false),
                wanted,
                "{classes:?}"
            );
        }
        assert_eq!(
            needs_of(Stage::Released, &[place("product.x", Clerical)], true),
            [Authority::Check]
        );
    }

    #[test]
    fn clause_f7_08_the_change_authority_matrix_row_by_row_and_column_by_column() {
        use ChangeClass::{Clerical, Commercial, Cost, Quality};
        let none = Asked {
            authority: None,
            consent: false,
        };
        let signed = |authority| Asked {
            authority: Some(authority),
            consent: false,
        };
        let director = Asked {
            authority: Some(Authority::SalesDirector),
            consent: true,
        };
        let consent = Asked {
            authority: None,
            consent: true,
        };
        let quality = signed(Authority::Quality);
        for (class, open, in_effect, released) in [
            (Clerical, none, none, none),
            (Commercial, none, director, director),
            (Cost, none, consent, signed(Authority::Cost)),
            (Quality, none, quality, quality),
        ] {
            assert_eq!(asked(Stage::Open, class), open, "{class:?}");
            assert_eq!(asked(Stage::InEffect, class), in_effect, "{class:?}");
            assert_eq!(asked(Stage::Released, class), released, "{class:?}");
        }
        // Of several places the strictest counts, and consent is asked once.
        let places = [place("a", Cost), place("b", Quality), place("c", Clerical)];
        assert_eq!(
            needs_of(Stage::InEffect, &places, false),
            [Authority::Quality]
        );
        assert!(needs_consent(Stage::InEffect, &places));
        assert!(!needs_consent(Stage::Released, &places));
    }

    #[test]
    fn clause_f7_11_a_later_day_is_told_before_the_old_one_comes() {
        let day = |text: &str| -> BusinessDay { text.parse().expect("a day") };
        let told = |text: &str| day(text).0;
        let (old, later) = (Some(day("2026-12-08")), Some(day("2026-12-15")));
        assert!(!told_too_late(old, later, told("2026-12-07")));
        assert!(told_too_late(old, later, told("2026-12-08")));
        assert!(told_too_late(old, later, told("2026-12-20")));
        // The same day, an earlier one, or none before, is nothing to be told in time.
        assert!(!told_too_late(old, old, told("2026-12-20")));
        assert!(!told_too_late(later, old, told("2026-12-20")));
        assert!(!told_too_late(None, later, told("2026-12-20")));
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
