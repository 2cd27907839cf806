//! What every feature needs to know of an order.

use chrono::{DateTime, Utc};

use super::kind::OrderKind;
use super::queries;
use super::refusals::OrderRefusal;
use super::specification::Specification;
use super::state::OrderState;
use crate::clock::from_stored;
use crate::customers::wire::Customer;
use crate::error::{DeskError, Failure};
use crate::settings::HouseRules;
use crate::storage::Connection;

/// A person of the house in a part they play for the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonOfOrder {
    /// The account.
    pub id: i64,
    /// As printed.
    pub name: String,
}

/// An order as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrderFacts {
    /// Its id.
    pub id: i64,
    /// 订单号.
    pub number: String,
    /// Where it stands.
    pub state: OrderState,
    /// Counts its changes.
    pub revision: i64,
    /// When it was registered (UTC).
    pub recorded_at: String,
    /// When it first took effect (UTC): closed to free editing since (F7-03).
    pub effect_at: Option<String>,
    /// Its sheet was issued, wherever it stands now.
    pub issued: bool,
    /// 客户; nobody, without a name, where the house makes for its own stock (F4-5a).
    pub customer: Customer,
    /// 业务助理.
    pub assistant: PersonOfOrder,
    /// 业务员.
    pub sales_rep: Option<PersonOfOrder>,
    /// The rules of the house on its order date; of the day it was recorded where it has none.
    pub rules: HouseRules,
    /// All that is typed of it.
    pub specification: Specification,
}

impl OrderFacts {
    /// When it was registered: nobody signs for an order before there is one.
    ///
    /// # Errors
    /// When what is stored is no moment.
    pub fn recorded_moment(&self) -> Result<DateTime<Utc>, Failure> {
        from_stored(&self.recorded_at).map_err(|_| Failure::UnknownValue {
            what: "orders.recorded_at",
            value: self.recorded_at.clone(),
        })
    }

    /// 产品名称.
    #[must_use]
    pub fn product_name(&self) -> &str {
        self.specification.product_name()
    }

    /// 单别.
    #[must_use]
    pub fn kind(&self) -> OrderKind {
        self.specification.kind()
    }

    /// 急单.
    #[must_use]
    pub fn rush(&self) -> bool {
        self.specification.order.contains_key("rush")
    }
}

/// Refuses to let anybody sign for an order that is no longer what was shown to them (F2-04.4).
///
/// # Errors
/// When the order was changed meanwhile, or there is none.
pub async fn must_be_as_shown(
    connection: &mut Connection,
    id: i64,
    revision: i64,
) -> Result<(), DeskError> {
    if queries::revision(connection, id).await? == revision {
        Ok(())
    } else {
        Err(OrderRefusal::ChangedMeanwhile.into())
    }
}

/// An order as it stands.
///
/// # Errors
/// When there is no such order, or the database cannot be read.
pub async fn order_facts(connection: &mut Connection, id: i64) -> Result<OrderFacts, DeskError> {
    queries::facts(connection, id).await
}
