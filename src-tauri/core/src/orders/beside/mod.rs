//! What stands beside a form while it is typed: the last order of the same product, and what looks like the same order
//! a second time. Doubles are warned of, never refused: only the customer knows whether both are meant.

mod beside_form;
mod queries;
mod sales;
mod split;

use serde::Serialize;
use ts_rs::TS;

pub use sales::Sales;
pub use split::SplitDay;
pub(super) use split::split_of_order;

use super::repeat::OrderLink;

/// What is known beside a form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Beside {
    /// 上次同款: the last order of this customer for a product of this name.
    pub last_same: Option<LastSame>,
    /// What looks like the same order, the newest first within each kind.
    pub doubles: Vec<Double>,
    /// The customer's orders of the same day that together come above what is reviewed (S-4.3.1D).
    pub split: Option<SplitDay>,
    /// Of an order for stock: what was sold of the product.
    pub stock: Option<StockSales>,
}

/// What helps to estimate an order for stock (F4-5a, F4-5b).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct StockSales {
    /// Whether the product is marked 常规畅销.
    pub regular: bool,
    /// What was sold of it.
    pub sales: Sales,
}

/// The last order of the same product.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LastSame {
    /// The order.
    pub order: OrderLink,
    /// When it was registered (UTC).
    pub recorded_at: String,
}

/// Why something looks like the same order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DoubleKind {
    /// The same customer has used this 客户单号 before.
    SamePo,
    /// The same customer, product, size and quantity within the days the house has set; for stock without a customer.
    SameJob,
    /// Somebody is typing an order of the same customer and product, or for stock of the same product.
    OpenDraft,
}

/// Something that looks like the same order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Double {
    /// Why.
    pub kind: DoubleKind,
    /// The other order, where it is one.
    pub order: Option<OrderLink>,
    /// The other draft, where it is one.
    pub draft: Option<String>,
    /// Whose draft it is; empty for an order.
    pub who: String,
    /// When it was registered or last saved (UTC).
    pub at: String,
}
