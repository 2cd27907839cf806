//! What the window is told about the products the house makes for its stock.

use serde::Serialize;
use ts_rs::TS;

/// A product marked 常规畅销.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RegularProduct {
    /// Its id.
    pub id: i64,
    /// 产品名称, as it stands on orders.
    pub name: String,
    /// When it was marked (UTC).
    pub at: String,
    /// Who marked it.
    pub by: String,
}
