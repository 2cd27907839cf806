//! What the window is told of a 预检.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use super::{Finding, FindingKind, FindingPlace, Preflight, Severity};
use crate::measures::Millimetres;

/// A file that was looked at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilePreflight {
    /// The received file.
    #[ts(type = "number")]
    pub file_id: i64,
    /// It has pages the desk can look into; another file is looked at by hand.
    pub looked_into: bool,
    /// What is wrong with it, worst first.
    pub findings: Vec<PreflightFinding>,
}

/// One kind of trouble.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreflightFinding {
    /// What.
    pub kind: FindingKind,
    /// How much it matters.
    pub severity: Severity,
    /// Runs of pages, first and last; none when it is about the file as a whole.
    pub pages: Vec<(u32, u32)>,
    /// Where the worst of it is.
    pub place: Option<PreflightPlace>,
    /// The facts of the sentence, by name.
    pub params: BTreeMap<String, String>,
}

/// A place on a page, in millimetres from the upper left corner of the finished page as it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreflightPlace {
    /// On which page, from 1.
    pub page: u32,
    /// From its left edge.
    pub from_left: String,
    /// From its upper edge.
    pub from_top: String,
}

impl FilePreflight {
    pub(super) fn of(file_id: i64, looked: &Preflight) -> Self {
        Self {
            file_id,
            looked_into: looked.inspected.is_err() || looked.press.is_some(),
            findings: looked.findings.iter().map(PreflightFinding::from).collect(),
        }
    }
}

impl From<&Finding> for PreflightFinding {
    fn from(finding: &Finding) -> Self {
        Self {
            kind: finding.kind,
            severity: finding.severity,
            pages: finding.pages.0.clone(),
            place: finding.place.map(PreflightPlace::from),
            params: finding.params.clone(),
        }
    }
}

impl From<FindingPlace> for PreflightPlace {
    fn from(place: FindingPlace) -> Self {
        Self {
            page: place.page,
            from_left: Millimetres(place.from_left.into()).to_string(),
            from_top: Millimetres(place.from_top.into()).to_string(),
        }
    }
}
