//! What the rules of the craft find, how each finding stands, and what keeps the task sheet back. Pure.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use crate::audit::hex;
use crate::orders::fields::Level;
use crate::orders::reckon::against_the_craft;
use crate::orders::specification::{Specification, text};
use crate::settings::HouseRules;

/// What came of speaking with the customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
#[ts(rename = "FindingOutcome")]
pub enum Outcome {
    /// 改资料: the material will be changed.
    Change,
    /// 按原样做: the customer wants it as it is.
    AsIs,
    /// 取消该要求: the customer lets the requirement go.
    Drop,
}

impl Outcome {
    /// Stable code.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::AsIs => "as_is",
            Self::Drop => "drop",
        }
    }

    /// Reads [`code`](Self::code).
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        [Self::Change, Self::AsIs, Self::Drop]
            .into_iter()
            .find(|outcome| outcome.code() == code)
    }
}

/// How a finding stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FindingState {
    /// The customer was not spoken to.
    Open,
    /// The customer agreed to a change that is not made yet.
    Waiting,
    /// The value has changed since the outcome was given.
    AskAgain,
    /// The customer wants it so.
    Settled,
    /// Its cause is gone.
    Closed,
}

impl FindingState {
    /// Whether it keeps the task sheet back.
    #[must_use]
    pub const fn blocks(self) -> bool {
        matches!(self, Self::Open | Self::Waiting | Self::AskAgain)
    }
}

/// What a rule of the craft finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    pub(super) code: String,
    pub(super) path: String,
    pub(super) params: BTreeMap<String, String>,
    pub(super) value_hash: String,
}

/// A finding as it is kept, as far as a rule asks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    pub(super) id: i64,
    /// Empty: a person wrote it down.
    pub(super) code: String,
    pub(super) path: String,
    /// What it was about when it was found or last seen.
    pub(super) value_hash: String,
    pub(super) outcome: Option<Outcome>,
    /// What it was about when the outcome was given.
    pub(super) outcome_hash: String,
    pub(super) closed: bool,
    /// Closed with its cause, and not by the word of a person.
    pub(super) gone: bool,
}

/// What an audit was made over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Over {
    /// [`craft_hash`] of then.
    pub(super) hash: String,
    /// The last finding there was.
    pub(super) last_finding: i64,
}

impl Over {
    /// Whether the material is another `now`, or something was found since: then it is looked at again. What a rule found and
    /// its cause took away is as if it had never been there.
    pub(super) fn is_stale<'a>(&self, now: &str, kept: impl IntoIterator<Item = &'a Kept>) -> bool {
        let mut since = kept.into_iter().filter(|kept| kept.id > self.last_finding);
        self.hash != now || since.any(|kept| kept.code.is_empty() || !kept.gone)
    }
}

/// Everything the rules of the craft find, each once.
#[must_use]
pub(super) fn found(specification: &Specification, rules: &HouseRules) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    for warning in against_the_craft(specification, rules) {
        let same = |there: &Found| there.code == warning.code && there.path == warning.path;
        if !found.iter().any(same) {
            found.push(Found {
                value_hash: value_hash(
                    specification,
                    &warning.code,
                    &warning.path,
                    &warning.params,
                ),
                code: warning.code,
                path: warning.path,
                params: warning.params,
            });
        }
    }
    found
}

/// The rules that go by the steps of finishing, not by figures.
const BY_FINISHING: [&str; 1] = ["embossed_film"];

/// SHA-256 over what a finding is about: the figures it names, what stands in its field, and the steps it goes by.
#[must_use]
pub(super) fn value_hash(
    specification: &Specification,
    code: &str,
    path: &str,
    params: &BTreeMap<String, String>,
) -> String {
    let entries = specification.entries();
    let at_path = entries.iter().find(|entry| entry.path() == path);
    let steps: Vec<String> = if BY_FINISHING.contains(&code) {
        let of = |row: &crate::orders::Row, key| text(&row.values, key).to_owned();
        let rows = specification.finishing.iter();
        rows.map(|row| format!("{}\n{}", of(row, "component"), of(row, "process")))
            .collect()
    } else {
        Vec::new()
    };
    let about = serde_json::json!([
        "docket finding 1",
        code,
        path,
        params,
        at_path.map(|entry| entry.value.typed()),
        steps
    ]);
    hex(&Sha256::digest(about.to_string()))
}

/// What a finding is about now: by rule, what was found; of a person's, what stands in its field. None where its cause
/// is gone.
#[must_use]
pub(super) fn now_of(
    specification: &Specification,
    found: &[Found],
    kept: &Kept,
) -> Option<String> {
    if kept.code.is_empty() {
        return Some(value_hash(specification, "", &kept.path, &BTreeMap::new()));
    }
    let same = found
        .iter()
        .find(|found| found.code == kept.code && found.path == kept.path);
    same.map(|found| found.value_hash.clone())
}

/// What no customer's word makes possible: folded sheets have four pages (FIELDS). Everything else is theirs to want.
const IMPOSSIBLE: [&str; 1] = ["saddle_stitch_pages"];

/// Whether the customer may have it made as it is.
#[must_use]
pub(super) fn may_stay(code: &str) -> bool {
    !IMPOSSIBLE.contains(&code)
}

/// How a finding stands; `now` is what it is about at present.
#[must_use]
pub(super) fn standing(kept: &Kept, now: Option<&str>) -> FindingState {
    let Some(now) = now.filter(|_| !kept.closed) else {
        return FindingState::Closed;
    };
    let same = kept.outcome_hash == now;
    match kept.outcome {
        None => FindingState::Open,
        Some(Outcome::AsIs) if same && may_stay(&kept.code) => FindingState::Settled,
        Some(Outcome::Change | Outcome::Drop) if same => FindingState::Waiting,
        // What a person found in a field is mended when the field is changed as was agreed; a rule finds it again.
        Some(Outcome::Change | Outcome::Drop) if kept.code.is_empty() => FindingState::Closed,
        Some(_) => FindingState::AskAgain,
    }
}

/// What has to be written so that the kept findings are those there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A rule finds something new.
    Open(Found),
    /// What was closed is there again, just as it was when the customer wanted it so.
    Reopen(i64),
    /// What was found has other figures.
    Refresh(i64, Found),
    /// The cause is gone.
    Close(i64),
}

/// Compares what is found with what is kept.
#[must_use]
pub(super) fn steps(specification: &Specification, found: &[Found], kept: &[Kept]) -> Vec<Step> {
    let mut steps = Vec::new();
    for row in kept.iter().filter(|row| !row.closed) {
        let now = now_of(specification, found, row);
        if standing(row, now.as_deref()) == FindingState::Closed {
            steps.push(Step::Close(row.id));
        }
    }
    for finding in found {
        let same = |row: &&Kept| row.code == finding.code && row.path == finding.path;
        if let Some(row) = kept.iter().filter(|row| !row.closed).find(same) {
            if row.value_hash != finding.value_hash {
                steps.push(Step::Refresh(row.id, finding.clone()));
            }
            continue;
        }
        let wanted = |row: &&Kept| {
            row.closed
                && row.outcome == Some(Outcome::AsIs)
                && row.outcome_hash == finding.value_hash
                && may_stay(&row.code)
        };
        let before = kept.iter().rev().filter(same).find(wanted);
        steps.push(match before {
            Some(row) => Step::Reopen(row.id),
            None => Step::Open(finding.clone()),
        });
    }
    steps
}

/// Fields of the product that are nothing to the craft: what it is called, how many there are, how they are packed.
const NOT_THE_CRAFT: [&str; 12] = [
    "name",
    "part_no",
    "quantity",
    "unit",
    "spares",
    "file_copies",
    "tolerance",
    "packing",
    "per_pack",
    "per_carton",
    "shipping_mark",
    "colour_reference",
];

/// SHA-256 over what an audit is about: the product, its components and finishing, and what is asked of their quality.
/// Prices, days and addresses leave an audit standing.
#[must_use]
pub(super) fn craft_hash(specification: &Specification) -> String {
    let mut digest = Sha256::new_with_prefix(b"docket material 1\n");
    let mut entries = specification.entries();
    entries.retain(|entry| match entry.field.level {
        Level::Product => !NOT_THE_CRAFT.contains(&entry.field.key),
        Level::Component | Level::Finishing => true,
        Level::Order => entry.field.key.starts_with("quality_"),
        Level::Drop | Level::Instalment | Level::Service => false,
    });
    entries.sort_by_key(|entry| entry.path());
    for entry in entries {
        let line = serde_json::json!([entry.path(), entry.value.typed()]).to_string();
        digest.update(format!("{line}\n"));
    }
    hex(&digest.finalize())
}

/// Why the material keeps the task sheet back (S-4.1.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum MaterialBlock {
    /// Findings that are open, wait for a change, or ask again.
    Findings {
        /// How many.
        count: usize,
    },
    /// Nobody has looked at it.
    NotAudited,
    /// It was looked at before it was changed.
    Stale,
}

/// Decides what of the material keeps the task sheet back: open findings, else an audit that is missing or `stale`.
#[must_use]
pub(super) fn blocks(
    states: impl IntoIterator<Item = FindingState>,
    stale: Option<bool>,
) -> Option<MaterialBlock> {
    let count = states.into_iter().filter(|state| state.blocks()).count();
    if count > 0 {
        return Some(MaterialBlock::Findings { count });
    }
    match stale {
        None => Some(MaterialBlock::NotAudited),
        Some(true) => Some(MaterialBlock::Stale),
        Some(false) => None,
    }
}

#[cfg(test)]
#[path = "rules_tests.rs"]
mod tests;
