//! What the window sends and is told about 资料审核.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::points::{Point, PointResult};
use super::rules::{FindingState, Outcome};

/// The audit of an order's material.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MaterialView {
    /// The latest audit; none while nobody looked.
    pub audit: Option<AuditView>,
    /// What was found: what keeps the sheet back first, what is closed last.
    pub findings: Vec<FindingView>,
    /// What is looked at, as it stands: what did not apply at the last audit does not now.
    pub points: Vec<Point>,
}

impl MaterialView {
    /// The points of which a finding stands.
    pub(super) fn unsound_points(&self) -> Vec<String> {
        let stands = |finding: &&FindingView| {
            finding.state != FindingState::Closed && !finding.point.is_empty()
        };
        let standing = self.findings.iter().filter(stands);
        standing.map(|finding| finding.point.clone()).collect()
    }

    /// The points that did not apply at the last audit.
    pub(super) fn last_not_applicable(&self) -> Vec<String> {
        let points = self.audit.iter().flat_map(|audit| &audit.points);
        points
            .filter(|point| point.result == PointResult::NotApplicable)
            .map(|point| point.name.clone())
            .collect()
    }
}

/// One audit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditView {
    /// 合理: nothing was found.
    pub sound: bool,
    /// When (UTC).
    pub at: String,
    /// Who.
    pub by: String,
    /// The material has changed since, or something was found in it.
    pub stale: bool,
    /// What was looked at, as it was called then; empty of an audit from before there was a list.
    pub points: Vec<Point>,
}

/// One finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingView {
    /// Its row; none while no act has entered it.
    pub id: Option<i64>,
    /// Code of the rule; empty: a person wrote it down.
    pub code: String,
    /// What the field is called; empty: the order as a whole.
    pub label: String,
    /// Where to look.
    pub path: String,
    /// The point of the check list a person found it in; empty: none.
    pub point: String,
    /// Facts for the words of the rule.
    pub params: BTreeMap<String, String>,
    /// What a person wrote.
    pub words: String,
    /// How it stands.
    pub state: FindingState,
    /// Whether the customer may have it made as it is.
    pub may_stay: bool,
    /// When it was found (UTC).
    pub at: String,
    /// Who wrote it down, or whose act showed it.
    pub by: String,
    /// What came of it.
    pub outcome: Option<OutcomeView>,
    /// When it closed (UTC).
    pub closed_at: Option<String>,
    /// Who closed it, or whose act did.
    pub closed_by: String,
    /// `gone` or `mended`; empty while it is not closed.
    pub closed_how: String,
}

/// What came of speaking with the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OutcomeView {
    /// Which way.
    pub outcome: Outcome,
    /// In words.
    pub words: String,
    /// Who at the customer's.
    pub who: String,
    /// When (UTC).
    pub at: String,
    /// Code of the way.
    pub how: String,
    /// Who wrote it down.
    pub recorded_by: String,
}

/// 资料审核, as the list stood on the screen.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AuditMaterial {
    /// Which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown.
    #[ts(type = "number")]
    pub revision: i64,
    /// The points as they were shown: what somebody looked at.
    pub points: Vec<String>,
    /// Those the order has nothing of.
    pub not_applicable: Vec<String>,
}

/// Something a person found.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AddFinding {
    /// Which order.
    pub order_id: i64,
    /// The field it is about; empty: the order as a whole.
    pub path: String,
    /// The point of the check list it belongs to; empty: none.
    pub point: String,
    /// What is wrong.
    pub words: String,
}

/// A finding by its row, or by what a rule found where.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NamedFinding {
    /// Its row.
    pub id: Option<i64>,
    /// Code of the rule.
    pub code: String,
    /// Where.
    pub path: String,
}

/// What came of a finding.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SettleFinding {
    /// Which order.
    pub order_id: i64,
    /// Which finding.
    pub finding: NamedFinding,
    /// Who at the customer's.
    pub who: String,
    /// When (UTC); empty means now.
    pub at: String,
    /// `phone`, `wechat`, `email`, `in_person`, `fax`.
    pub how: String,
    /// `change`, `as_is` or `drop`.
    pub outcome: String,
    /// In words.
    pub words: String,
}
