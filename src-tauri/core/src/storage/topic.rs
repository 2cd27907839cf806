//! What an act is about, and which screens have to be read again because of it.

use serde::Serialize;
use ts_rs::TS;

/// A screen listens to topics: `orders`, `order:12`, `customers`, `customer:3`, `people`, `drafts`, `settings`, `desk`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(transparent)]
pub struct Topic(String);

impl Topic {
    /// The list of open drafts.
    #[must_use]
    pub fn drafts() -> Self {
        Self("drafts".to_owned())
    }

    /// The recorded signatures that still lack evidence.
    #[must_use]
    pub fn evidence() -> Self {
        Self("evidence".to_owned())
    }

    /// The list of customers.
    #[must_use]
    pub fn customers() -> Self {
        Self("customers".to_owned())
    }

    /// The rules of the house.
    #[must_use]
    pub fn settings() -> Self {
        Self("settings".to_owned())
    }

    /// The desk itself: who sits at it, which house it belongs to.
    #[must_use]
    pub fn desk() -> Self {
        Self("desk".to_owned())
    }
}

/// What an audit row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The house, its settings, its first start.
    House,
    /// A person who works here.
    Person(i64),
    /// A customer.
    Customer(i64),
    /// An order and all that hangs on it.
    Order(i64),
    /// A number series.
    Series(i64),
}

impl Subject {
    /// As the audit row keeps it.
    #[must_use]
    pub fn code(self) -> String {
        match self {
            Self::House => "house".to_owned(),
            Self::Person(id) => format!("person:{id}"),
            Self::Customer(id) => format!("customer:{id}"),
            Self::Order(id) => format!("order:{id}"),
            Self::Series(id) => format!("series:{id}"),
        }
    }

    /// Which screens show it.
    pub(super) fn topics(self) -> Vec<Topic> {
        match self {
            Self::House => vec![Topic::desk()],
            Self::Person(_) => vec![Topic("people".to_owned())],
            Self::Customer(_) => vec![
                Topic(self.code()),
                Topic("customers".to_owned()),
                Topic("orders".to_owned()),
            ],
            Self::Series(_) => vec![Topic::settings()],
            Self::Order(_) => vec![Topic(self.code()), Topic("orders".to_owned())],
        }
    }
}
