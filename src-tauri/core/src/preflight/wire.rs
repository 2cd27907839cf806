//! What the window sends and is told about 预检.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::gate::{Looked, Outcome, Standing};
use super::preflight_by_hand::{Item, ItemResult};
use super::queries::Check;
use super::stand::{FileStand, FindingStand};
use super::{FindingKind, FindingPlace, Severity};
use crate::accounts::ApprovalRequest;
use crate::accounts::Medium;
use crate::calendar::working_minutes_between;
use crate::clock::{from_stored, in_shanghai};
use crate::measures::Millimetres;
use crate::settings::HouseRules;

/// A file in use, and how it stands against what is ordered now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FilePreflight {
    /// The received file.
    #[ts(type = "number")]
    pub file_id: i64,
    /// Whether it was looked at.
    pub looked: Looked,
    /// The check that counts, else the last one there was.
    pub check: Option<CheckView>,
    /// What is wrong with it, worst first.
    pub findings: Vec<PreflightFinding>,
    /// What it changed of the version before, and what was given on that one; none of a first version.
    pub since: Option<VersionComparison>,
}

/// A check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PreflightCheck")]
pub struct CheckView {
    /// Somebody looked by hand.
    pub by_hand: bool,
    /// When (UTC).
    pub at: String,
    /// Who, or at whose desk.
    pub by: String,
}

/// One kind of trouble.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PreflightFinding {
    /// What tells it from all others of this file.
    pub hash: String,
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
    /// How it stands.
    pub standing: Standing,
    /// When it was found (UTC); empty while it is not entered.
    pub found_at: String,
    /// The talks about it, the earliest first.
    pub contacts: Vec<ContactView>,
    /// Working minutes from the finding to the first talk.
    #[ts(type = "number | null")]
    pub minutes_to_contact: Option<i64>,
    /// Who stands for it.
    pub waiver: Option<WaiverView>,
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

/// A talk with the customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PreflightContact")]
pub struct ContactView {
    /// Who at the customer's.
    pub who: String,
    /// Code of the way.
    pub how: String,
    /// When (UTC).
    pub at: String,
    /// What came of it.
    pub outcome: Outcome,
    /// In words.
    pub words: String,
    /// Who wrote it down.
    pub recorded_by: String,
}

/// 放行.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(rename = "PreflightWaiver")]
pub struct WaiverView {
    /// Why.
    pub reason: String,
    /// Who signed.
    pub by: String,
    /// When (UTC).
    pub at: String,
    /// 代录: on what the person said it; none where the person signed here.
    pub recorded: Option<Medium>,
}

/// What a new version of a file changed of the last one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VersionComparison {
    /// The version before.
    pub before: VersionSide,
    /// The new version.
    pub after: VersionSide,
    /// The pages that are not the same.
    pub pages: Vec<PageChange>,
    /// What was given before the new version came in.
    pub given: Vec<GivenBefore>,
    /// It was compared: without, nothing is known of the pages.
    pub compared: bool,
}

/// One of two versions.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct VersionSide {
    /// Our running version.
    #[ts(type = "number")]
    pub version: i64,
    /// Its hash.
    pub sha256: String,
}

/// A page that is not the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PageChange {
    /// Its number in the version before.
    pub before: Option<u32>,
    /// Its number in the new version.
    pub after: Option<u32>,
    /// `changed`, `added`, `removed`, `not_compared`.
    pub verdict: String,
    /// Where it looks otherwise: left, top, right, bottom in ten-thousandths of the page.
    pub areas: Vec<[u16; 4]>,
}

/// Something that was given on the version before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct GivenBefore {
    /// `stamp`, `proof`, `position`, `check`, `customer`, `opinion`, `prepress`, `answer`, `sheet`.
    pub kind: String,
    /// Which: the number of a sample, the round of a proof, the name of a file or a position.
    pub what: String,
    /// Who gave it.
    pub by: String,
    /// When (UTC).
    pub at: String,
    /// On what it was given, when it was recorded for the signer (代录).
    pub recorded: Option<Medium>,
}

/// How far the reading of a file is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LookingView {
    /// The received file.
    #[ts(type = "number")]
    pub file_id: i64,
    /// Pages read.
    pub seen: u32,
    /// Pages there are; 0 while that is not known.
    pub pages: u32,
}

/// What the customer is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CustomerMessage {
    /// Ready to send.
    pub text: String,
    /// The pages it is about.
    pub pictures: Vec<MessagePicture>,
}

/// A page the customer is told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct MessagePicture {
    /// The file's hash.
    pub sha256: String,
    /// Its name.
    pub name: String,
    /// The page, from 1.
    pub page: u32,
}

/// A finding of a file.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FindingName {
    /// The received file.
    #[ts(type = "number")]
    pub file_id: i64,
    /// Its hash.
    pub hash: String,
}

/// A talk with the customer, as it is typed.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordContact {
    /// Which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// About what.
    pub findings: Vec<FindingName>,
    /// Who at the customer's.
    pub who: String,
    /// When (UTC); empty means now.
    pub at: String,
    /// `phone`, `wechat`, `email`, `in_person`, `fax`.
    pub how: String,
    /// `as_is` or `new_file`.
    pub outcome: String,
    /// In words.
    pub words: String,
}

/// 放行, as it is asked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct WaiveFindings {
    /// Which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown to the signer.
    #[ts(type = "number")]
    pub revision: i64,
    /// What.
    pub findings: Vec<FindingName>,
    /// Why.
    pub reason: String,
    /// The yes of 销售主管 or 业务总监.
    pub approval: ApprovalRequest,
}

/// 手工预检, as it is filled in.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandPreflight {
    /// Which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The received file.
    #[ts(type = "number")]
    pub file_id: i64,
    /// How many pages it has.
    #[ts(type = "number")]
    pub pages: i64,
    /// What was looked at.
    pub items: Vec<HandLine>,
}

/// One item.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct HandLine {
    /// What.
    pub item: Item,
    /// How it was found.
    pub result: ItemResult,
    /// What is wrong.
    pub words: String,
}

impl FilePreflight {
    pub(super) fn of(stand: &FileStand, rules: &HouseRules) -> Self {
        Self {
            file_id: stand.file.id,
            looked: stand.looked,
            check: stand.check.as_ref().map(CheckView::from),
            findings: stand
                .findings
                .iter()
                .map(|found| finding_view(found, rules))
                .collect(),
            since: None,
        }
    }
}

impl From<&Check> for CheckView {
    fn from(check: &Check) -> Self {
        Self {
            by_hand: check.by_hand,
            at: check.at.clone(),
            by: check.by.clone(),
        }
    }
}

fn finding_view(found: &FindingStand, rules: &HouseRules) -> PreflightFinding {
    let FindingStand { finding, kept, .. } = found;
    let contacts = kept
        .as_ref()
        .map_or_else(Vec::new, |kept| kept.contacts.clone());
    let found_at = kept
        .as_ref()
        .map_or_else(String::new, |kept| kept.found_at.clone());
    let first = contacts.iter().map(|contact| contact.at.as_str()).min();
    PreflightFinding {
        hash: found.hash.clone(),
        kind: finding.kind,
        severity: finding.severity,
        pages: finding.pages.0.clone(),
        place: finding.place.map(PreflightPlace::from),
        params: finding.params.clone(),
        standing: found.standing,
        minutes_to_contact: first.and_then(|first| minutes_to_contact(&found_at, first, rules)),
        found_at,
        contacts,
        waiver: kept.as_ref().and_then(|kept| kept.waiver.clone()),
    }
}

/// Working minutes from the finding to a talk about it, both as stored.
pub(crate) fn minutes_to_contact(
    found_at: &str,
    talked_at: &str,
    rules: &HouseRules,
) -> Option<i64> {
    let moment = |stored: &str| from_stored(stored).ok().map(in_shanghai);
    let (found, talked) = moment(found_at).zip(moment(talked_at))?;
    Some(working_minutes_between(
        found,
        talked.max(found),
        &rules.working_hours,
        &rules.house_days,
    ))
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
