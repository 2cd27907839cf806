//! What the window sends and is told about orders.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::answers::Answer;
use super::conversion::ConvertedOrder;
use super::fields::{self, Group};
use super::repeat::RepeatedOrder;
use crate::accounts::EvidenceRequest;
use crate::files::Paper;

/// A form as typed, whatever stands in it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderForm {
    /// Fields of the order by key.
    pub order: BTreeMap<String, String>,
    /// Fields of the product by key.
    pub product: BTreeMap<String, String>,
    /// 部件.
    pub components: Vec<FormRow>,
    /// 后加工.
    pub finishing: Vec<FormRow>,
    /// 交货批次.
    pub drops: Vec<FormRow>,
    /// 付款方式.
    pub instalments: Vec<FormRow>,
    /// 服务项目 (F7-02); drafts kept before there were any have none.
    #[serde(default)]
    pub services: Vec<FormRow>,
}

/// A row of a list on the form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormRow {
    /// `c1`, `f2`, `d1`, `p1`: stays with the row for good.
    pub key: String,
    /// Its fields by key.
    pub values: BTreeMap<String, String>,
}

/// Why a field is not what it should be.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Problem {
    /// Stable code.
    pub code: String,
    /// Facts for the words.
    pub params: BTreeMap<String, String>,
}

/// What was made of one field's text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldReading {
    /// What was understood, as a person reads it.
    pub understood: Option<String>,
    /// What is wrong with it.
    pub problem: Option<Problem>,
}

/// Something that will go through, and that somebody should look at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Warning {
    /// Where to look.
    pub path: String,
    /// Stable code.
    pub code: String,
    /// Facts for the words.
    pub params: BTreeMap<String, String>,
}

/// The 贴 table of one component.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormTable {
    /// Key of the component.
    pub row: String,
    /// Its forms, those taken out too.
    pub forms: Vec<FormLine>,
}

/// A form as the window shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FormLine {
    /// Counted from 1.
    pub number: i64,
    /// What holds, by cell: pages, style, sheets, spoilage, plates, sets.
    pub cells: BTreeMap<String, String>,
    /// What would be reckoned, by cell.
    pub reckoned: BTreeMap<String, String>,
    /// Put in beyond the reckoned forms.
    pub added: bool,
    /// Taken out.
    pub gone: bool,
}

/// What is reckoned from a form while it is being typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct Reckoning {
    /// By path; only fields that are not empty.
    pub fields: BTreeMap<String, FieldReading>,
    /// Reckoned values by path: `order.amount`, `component:c1.total_sheets`.
    pub computed: BTreeMap<String, String>,
    /// What would be reckoned, by path, where a person put in something else.
    pub reckoned: BTreeMap<String, String>,
    /// The 贴 tables of the components that can be reckoned.
    pub forms: Vec<FormTable>,
    /// What the customer asks on the phone.
    pub answers: Vec<Answer>,
    /// Paths of fields still needed before release; a level's code alone where it has no row.
    pub missing: Vec<String>,
    /// What should be looked at.
    pub warnings: Vec<Warning>,
}

/// A row of the order list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OrderRow {
    /// Its id.
    pub id: i64,
    /// 订单号.
    pub number: String,
    /// Code of 单别.
    pub kind: String,
    /// 客户; empty where the house makes for its own stock.
    pub customer: String,
    /// 产品名称.
    pub product: String,
    /// 订单数量 with its unit; empty while not known.
    pub quantity: String,
    /// 金额; empty while not known.
    pub amount: String,
    /// 要求交期.
    pub requested_date: Option<String>,
    /// State code.
    pub state: String,
    /// 急单.
    pub rush: bool,
    /// How many things stand between it and its task sheet.
    pub blockers: i64,
    /// The step of the rail where the next thing is to be done.
    pub next_step: i64,
    /// Whether it was recorded too long after it came in (F1-04b).
    pub recorded_late: bool,
}

/// When an order came in and was recorded (F1-04b).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordingView {
    /// When it came in, by the wall clock of the house: `2026-11-24 09:12`.
    pub received: String,
    /// When it was recorded, alike.
    pub recorded: String,
    /// Working minutes between.
    pub minutes: i64,
    /// Whether that is more than the house allows.
    pub late: bool,
    /// Working hours the house allows.
    pub hours: i64,
}

/// An open draft in the strip.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DraftRow {
    /// `new:3` or `order:12`.
    pub key: String,
    /// Customer and product as typed.
    pub title: String,
    /// When it was last saved (UTC).
    pub saved_at: String,
    /// The order it changes; none for a new one.
    pub order_id: Option<i64>,
}

/// The state of an order that somebody began to type on: what differs from it was typed, and a newer one of somebody else is
/// not gone over unseen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct BegunOn {
    /// Its revision.
    #[ts(type = "number")]
    pub revision: i64,
    /// What stood on it.
    pub form: OrderForm,
}

/// A draft that was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OpenDraft {
    /// `new:3` or `order:12`.
    pub key: String,
    /// As typed.
    pub form: OrderForm,
    /// The order it changes; none for a new one.
    pub order_id: Option<i64>,
    /// The revision of that order the draft was begun on.
    pub revision: Option<i64>,
    /// The order a new one repeats.
    pub repeats: Option<RepeatedOrder>,
    /// The presale or sample order a new one converts.
    pub converts: Option<ConvertedOrder>,
}

/// The customer's answers to what was read back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmationView {
    /// Whether the last agreed answer is to what stands on the order now.
    pub up_to_date: bool,
    /// What must be asked again.
    pub stale_paths: Vec<String>,
    /// Hash of what is to be read back now.
    pub hash: String,
    /// All answers, the latest first.
    pub entries: Vec<ConfirmationEntry>,
}

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConfirmationEntry {
    /// Who at the customer's.
    pub who: String,
    /// When they answered (UTC).
    pub at: String,
    /// Code of the way.
    pub how: String,
    /// `agreed` or `changed`.
    pub result: String,
    /// What they said.
    pub note: String,
    /// Who wrote it down.
    pub recorded_by: String,
    /// Pieces of evidence that show it; none of a yes that was only said, and of what the customer wants changed.
    #[ts(type = "number | null")]
    pub evidence: Option<i64>,
    /// The signature they show.
    #[ts(type = "number | null")]
    pub signature: Option<i64>,
    /// The record of what was read back, where the yes was only spoken.
    pub paper: Option<Paper>,
    /// Whether the order has moved on since.
    pub stale: bool,
}

/// The customer's answer, to be recorded (S-4.1.2b).
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordConfirmation {
    /// Which order.
    pub order_id: i64,
    /// The revision on the screen.
    pub revision: i64,
    /// Hash of what was read back.
    pub hash: String,
    /// Who at the customer's.
    pub who: String,
    /// When they answered (UTC); empty means now.
    pub at: String,
    /// `phone`, `wechat`, `email`, `in_person`, `fax`.
    pub how: String,
    /// `agreed` or `changed`.
    pub result: String,
    /// What they said.
    pub note: String,
    /// Codes of what was verified while it was read back (F1-05a).
    pub verified: Vec<String>,
    /// The screenshot or scan of a yes; of one that was only said there may be none.
    pub evidence: Vec<EvidenceRequest>,
    /// 后补: it follows later.
    pub follows: bool,
}

/// One field of the dictionary, for the window.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FieldView {
    /// Its key.
    pub key: &'static str,
    /// Code of its level.
    pub level: &'static str,
    /// How its text is understood.
    pub kind: &'static str,
    /// As shown and printed.
    pub label: &'static str,
    /// The English term.
    pub english: &'static str,
    /// Unit behind it.
    pub unit: &'static str,
    /// Whether it carries a star.
    pub starred: bool,
    /// Whether it is read back to the customer.
    pub read_back: bool,
    /// Code of its card.
    pub group: &'static str,
    /// The closed list.
    pub choices: Vec<ChoiceView>,
    /// Codes of it that are chosen no more.
    pub withdrawn: &'static [&'static str],
    /// Suggestions.
    pub presets: &'static [&'static str],
    /// What stands in it when a row is added.
    pub initial: &'static str,
}

/// A value of a closed list, or the heading of a card.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChoiceView {
    /// Stable code.
    pub code: &'static str,
    /// As shown and printed.
    pub label: &'static str,
    /// The English term.
    pub english: &'static str,
}

impl From<fields::Choice> for ChoiceView {
    fn from(
        fields::Choice {
            code,
            label,
            english,
        }: fields::Choice,
    ) -> Self {
        Self {
            code,
            label,
            english,
        }
    }
}

/// The whole dictionary, in the order it is asked.
#[must_use]
pub fn field_views() -> Vec<FieldView> {
    let view = |field: &fields::Field| FieldView {
        key: field.key,
        level: field.level.code(),
        kind: field.kind.code(),
        label: field.label,
        english: field.english,
        unit: field.unit,
        starred: field.starred(),
        read_back: field.read_back,
        group: field.group.words().code,
        choices: field
            .choices
            .iter()
            .copied()
            .map(ChoiceView::from)
            .collect(),
        withdrawn: field.withdrawn,
        presets: field.presets,
        initial: field.initial,
    };
    fields::all().map(view).collect()
}

/// The cards of the order page, in reading order.
#[must_use]
pub fn group_views() -> Vec<ChoiceView> {
    Group::ALL
        .into_iter()
        .map(Group::words)
        .map(ChoiceView::from)
        .collect()
}

/// A line of an order's trail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct TrailLine {
    /// When (UTC).
    pub at: String,
    /// Who.
    pub who: String,
    /// Code of the act.
    pub activity: String,
    /// Facts of the act.
    pub params: BTreeMap<String, String>,
}
