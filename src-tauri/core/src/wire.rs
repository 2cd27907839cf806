//! What every answer over the bridge has in common.

use serde::Serialize;
use ts_rs::TS;

use crate::storage::Topic;

/// The answer of an action: its value, and which screens have something new to show.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Done<T> {
    /// What the screen asked for.
    pub value: T,
    /// What changed.
    pub changed: Vec<Topic>,
}
