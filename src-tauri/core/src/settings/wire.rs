//! What the window sends and is told about the rules of the house.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::orders::product_presets::{PartPreset, TypePreset};

use super::kind::{ColumnKind, Kind};
use crate::accounts::RuleChangeView;
use crate::numbers::wire::SeriesView;
use crate::processes::wire::MatureProcess;
use crate::products::wire::RegularProduct;

/// A single rule as it holds today, with what the house has set: for the screens it bears on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleState {
    /// Its key.
    pub rule: String,
    /// What holds today, as it is stored.
    pub value: String,
    /// What the house has set, the newest first.
    pub history: Vec<RuleChangeView>,
}

/// A rule to be set by its stored value.
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

/// The settings screen.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettingsPage {
    /// Whether this person may change them.
    pub may_change: bool,
    /// Today in Shanghai.
    pub today: String,
    /// Every rule, in the order of the screen.
    pub rules: Vec<RuleView>,
    /// Every number series.
    pub series: Vec<SeriesView>,
    /// Processes marked 成熟.
    pub mature: Vec<MatureProcess>,
    /// The products marked 常规畅销 (F4-5a).
    pub regular: Vec<RegularProduct>,
}

/// A rule as it stands.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleView {
    /// Stable code.
    pub code: &'static str,
    /// Code of its card.
    pub group: &'static str,
    /// The field of the form whose list of words it is, as a path without a row; none for every other rule.
    pub field: Option<String>,
    /// `switch`, `money`, `count`, `half_days`, `words` or `table`.
    pub kind: &'static str,
    /// Columns of a table.
    pub columns: Vec<ColumnView>,
    /// The value in force today, as a person edits it; rows as JSON.
    pub value: String,
    /// Every value it had, has or will have, the newest first.
    pub history: Vec<RuleValue>,
}

/// A column of a table.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ColumnView {
    /// Stable code.
    pub key: &'static str,
    /// `count`, `percent`, `half_days`, `day`, `time`, `choice`, `words`, `remark`,
    /// `line` or `field`.
    pub kind: &'static str,
    /// The codes of a choice.
    pub choices: Vec<&'static str>,
    /// The field of the order's form that takes its cells, as a path without a row: the dictionary names it and its choices.
    pub field: Option<String>,
}

/// A value of a rule, with the day from which it holds.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RuleValue {
    /// As a person edits it.
    pub value: String,
    /// From which day; none for the value a house begins with.
    pub from: Option<String>,
    /// Who; empty for the value a house begins with.
    pub by: String,
    /// When it was set (UTC); empty for the value a house begins with.
    pub at: String,
    /// Why.
    pub why: String,
    /// `past`, `in_force`, `to_come`, or `replaced`: set anew for its day before that came.
    pub state: &'static str,
}

/// A rule to be set, as typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangeSetting {
    /// Which.
    pub rule: String,
    /// As typed; rows as JSON.
    pub value: String,
    /// From which day, as typed.
    pub from: String,
    /// Why.
    pub why: String,
}

/// The lists of words the house offers, for the forms.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HousePresets {
    /// By field, as a path without a row: `component.press`.
    pub fields: BTreeMap<String, Vec<String>>,
    /// 联.
    pub holders: Vec<String>,
    /// What each product type usually is.
    pub types: Vec<TypePreset>,
    /// Which components come with a product type or a binding, in their order.
    pub parts: Vec<PartPreset>,
}

pub(super) fn column_views(kind: Kind) -> Vec<ColumnView> {
    let Kind::Table(columns) = kind else {
        return Vec::new();
    };
    columns
        .iter()
        .map(|column| ColumnView {
            key: column.key,
            kind: column.kind.code(),
            choices: match column.kind {
                ColumnKind::Choice(codes) => codes.to_vec(),
                _ => Vec::new(),
            },
            field: match column.kind {
                ColumnKind::Field { level, key, .. } => Some(format!("{}.{key}", level.code())),
                _ => None,
            },
        })
        .collect()
}
