//! Which part of the order each item is about, and whether it still holds. Pure.

use crate::orders::fields::{Field, Level};
use crate::orders::places::hash_of;
use crate::orders::specification::Specification;

/// One thing that is verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    /// 客户身份: who orders is who they say.
    Identity,
    /// 名称、数量、规格: complete and as it was meant.
    Specification,
    /// 价格: agreed, with its payment.
    Price,
    /// 交付日期: possible and agreed.
    Delivery,
}

impl Item {
    /// All, in the order they are asked.
    pub(super) const ALL: [Self; 4] = [
        Self::Identity,
        Self::Specification,
        Self::Price,
        Self::Delivery,
    ];

    /// Stable code.
    pub(super) const fn code(self) -> &'static str {
        match self {
            Self::Identity => "identity",
            Self::Specification => "specification",
            Self::Price => "price",
            Self::Delivery => "delivery",
        }
    }

    /// Reads [`code`](Self::code).
    pub(super) fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|item| item.code() == code)
    }

    /// Whether a field that is read back is part of it. The quantity is part of what is ordered and of what it costs.
    fn is_about(self, field: &Field) -> bool {
        let key = field.key;
        match (field.level, self) {
            (Level::Order, Self::Identity) => {
                matches!(key, "customer_id" | "contact" | "phone" | "customer_po")
            }
            (Level::Order, Self::Specification) => key.starts_with("quality_"),
            (Level::Order, Self::Price) => {
                matches!(key, "unit_price" | "tax_rate" | "invoice_type")
            }
            (Level::Order, Self::Delivery) => key == "requested_date",
            (Level::Product, Self::Price) => key == "quantity",
            (Level::Product | Level::Component | Level::Finishing, Self::Specification)
            | (Level::Instalment | Level::Service, Self::Price)
            | (Level::Drop, Self::Delivery) => true,
            _ => false,
        }
    }

    /// SHA-256 over the part of the order it is about.
    pub(super) fn hash(self, specification: &Specification) -> String {
        let mut entries = specification.entries();
        entries.retain(|entry| entry.field.read_back && self.is_about(entry.field));
        // In which order components or drops are listed is nothing that is verified.
        entries.sort_by_key(|entry| entry.path());
        hash_of(&entries)
    }
}

/// A tick as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tick {
    pub(super) item: Item,
    pub(super) hash: String,
}

/// The items that were not verified as they stand. Of an item the latest tick counts, as of an answer.
pub(super) fn open_items(specification: &Specification, latest_first: &[Tick]) -> Vec<Item> {
    let holds = |item: &Item| {
        let latest = latest_first.iter().find(|tick| tick.item == *item);
        latest.is_some_and(|tick| tick.hash == item.hash(specification))
    };
    Item::ALL.into_iter().filter(|item| !holds(item)).collect()
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
