//! What the window is told of a rule, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::accounts::RuleChangeView;

/// A rule as it holds today, with what the house has set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// Its key.
    pub rule: String,
    /// What holds today.
    pub value: String,
    /// What the house has set, the newest first.
    pub history: Vec<RuleChangeView>,
}

/// A rule to be set, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SetRuleRequest {
    /// Its key.
    pub rule: String,
    /// The value.
    pub value: String,
    /// The first day as typed; empty: today.
    pub from: String,
    /// Why.
    pub why: String,
}
