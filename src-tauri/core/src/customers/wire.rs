//! What the window sends and is told about customers.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// Its id.
    pub id: i64,
    /// 名称: no other customer has it.
    pub name: String,
    /// 简称.
    pub short_name: String,
    /// 地址.
    pub address: String,
    /// 联系人.
    pub contact: String,
    /// 电话.
    pub phone: String,
    /// 备注.
    pub remark: String,
    /// Counts its changes.
    pub revision: i64,
}

/// A customer to be entered or changed.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SaveCustomer {
    /// Which one; none for a new one.
    pub id: Option<i64>,
    /// The revision on the screen; 0 for a new one.
    pub revision: i64,
    /// 名称.
    pub name: String,
    /// 简称.
    pub short_name: String,
    /// 地址.
    pub address: String,
    /// 联系人.
    pub contact: String,
    /// 电话.
    pub phone: String,
    /// 备注.
    pub remark: String,
}
