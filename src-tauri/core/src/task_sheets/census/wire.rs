//! What the window is told of copies, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::queries::{self, CopyRow, EntryRow};
use super::rules::{Fate, InForce, Owed, Verdict};
use crate::documents::forms::task_sheet::circled;
use crate::error::DeskError;
use crate::storage::Connection;
use crate::task_sheets::state_of_sheet::label;

/// What is to be entered of a copy.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RecordCopyRequest {
    /// Which print.
    #[ts(type = "number")]
    pub print_id: i64,
    /// What became of it.
    pub fate: Fate,
    /// 已手改: which change was written on it.
    #[ts(type = "number | null")]
    pub change: Option<i64>,
    /// Said of it; of a lost copy, why.
    pub note: String,
}

/// 已换发: old copies came back while their 联 got a new print.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ReplaceCopiesRequest {
    /// Which order's.
    #[ts(type = "number")]
    pub order_id: i64,
    /// Exactly these.
    #[ts(type = "Array<number>")]
    pub print_ids: Vec<i64>,
}

/// Which copies of the house a screen shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CopiesFilter {
    /// In use.
    #[default]
    Live,
    /// In use, and something is owed: 缺更改, 旧版未收回.
    Owing,
    /// 遗失.
    Lost,
}

/// Which copies of the house are asked for.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopiesQuery {
    /// In which state.
    pub filter: CopiesFilter,
    /// Of which 联; empty: of all.
    pub holder: String,
    /// A piece of 订单号, 任务书号 or the customer's name; empty: of all.
    pub about: String,
}

/// How many copies there are in the house.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopiesSummary {
    /// In use.
    #[ts(type = "number")]
    pub live: i64,
    /// Of these, how many owe something.
    #[ts(type = "number")]
    pub owing: i64,
    /// Given up for lost.
    #[ts(type = "number")]
    pub lost: i64,
    /// Every 联 that was ever printed for.
    pub holders: Vec<String>,
}

/// A change that was written on a copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ByHandView {
    /// ①
    pub mark: String,
    /// When it was entered (UTC).
    pub at: String,
    /// By whom.
    pub by: String,
}

/// How a copy went out of use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FateView {
    /// How.
    pub fate: Fate,
    /// When (UTC).
    pub at: String,
    /// Who entered it.
    pub by: String,
    /// What was said of it.
    pub note: String,
    /// The state the print was of that took its place; empty where none did.
    pub replaced_by: String,
    /// Which print of that state.
    #[ts(type = "number | null")]
    pub replaced_by_print: Option<i64>,
}

/// A numbered copy.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CopyView {
    /// Its print.
    #[ts(type = "number")]
    pub id: i64,
    /// Of which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// 订单号.
    pub order: String,
    /// 客户; empty for stock.
    pub customer: String,
    /// 产品.
    pub product: String,
    /// What it is a print of: `RW-2026-A000456 · V1·改1`.
    pub label: String,
    /// Which print of that state.
    #[ts(type = "number")]
    pub number: i64,
    /// 联.
    pub holder: String,
    /// 校验码.
    pub check_code: String,
    /// When it was printed (UTC).
    pub at: String,
    /// By whom.
    pub by: String,
    /// What it is worth.
    pub verdict: Verdict,
    /// It is in use, and something is owed.
    pub owes: bool,
    /// The signed changes it lacks: ①.
    pub missing: Vec<String>,
    /// The changes that were written on it.
    pub by_hand: Vec<ByHandView>,
    /// How it went out of use; the latest where it was lost and came back.
    pub fate: Option<FateView>,
    /// What holds now; empty where nothing does.
    pub current: String,
}

/// A signed change a copy does not say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LackedChange {
    /// Its number within the version.
    #[ts(type = "number")]
    pub change: i64,
    /// ①
    pub mark: String,
    /// Since when it holds (UTC).
    pub at: String,
    /// Who signed it.
    pub by: Vec<String>,
    /// What it changes, each place in words.
    pub places: Vec<String>,
}

/// What may be entered of a copy now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct OfferedFate {
    /// What.
    pub fate: Fate,
    /// Of 已手改, which change.
    #[ts(type = "number | null")]
    pub change: Option<i64>,
    /// ①; empty otherwise.
    pub mark: String,
}

/// The answer to a verification.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrintVerdict {
    /// What it is worth.
    pub verdict: Verdict,
    /// What it is a print of.
    pub label: String,
    /// The changes it lacks: ①.
    pub missing: Vec<String>,
    /// What is in force.
    pub current: String,
    /// The order.
    #[ts(type = "number | null")]
    pub order_id: Option<i64>,
    /// The copy itself; none where it is not ours.
    pub copy: Option<CopyView>,
    /// The changes it lacks, the oldest first: since when and signed by whom.
    pub lacks: Vec<LackedChange>,
    /// What took the place of its version: `RW-2026-A000456 · V2`; empty where nothing did.
    pub superseded_by: String,
    /// Since when it holds no more (UTC); none while it does.
    pub since: Option<String>,
    /// Who signed for what it holds no more for.
    pub by: Vec<String>,
    /// What may be entered of it.
    pub fates: Vec<OfferedFate>,
}

impl PrintVerdict {
    /// Of what is no print of this desk.
    pub(super) const fn stranger() -> Self {
        Self {
            verdict: Verdict::NotOurs,
            label: String::new(),
            missing: Vec::new(),
            current: String::new(),
            order_id: None,
            copy: None,
            lacks: Vec::new(),
            superseded_by: String::new(),
            since: None,
            by: Vec::new(),
            fates: Vec::new(),
        }
    }
}

/// How a state of that sheet is called.
pub(super) fn named(number: &str, state: InForce) -> String {
    label(number, state.version, state.change)
}

/// A copy as a screen shows it.
pub(super) fn copy_view(row: CopyRow) -> CopyView {
    let printed = row.printed();
    let name = |state: InForce| named(&row.number, state);
    let by_hand = row.entries.iter().filter_map(|entry| {
        Some(ByHandView {
            mark: circled(entry.change?),
            at: entry.at.clone(),
            by: entry.by.clone(),
        })
    });
    let fate = |entry: &EntryRow| FateView {
        fate: entry.fate,
        at: entry.at.clone(),
        by: entry.by.clone(),
        note: entry.note.clone(),
        replaced_by: entry
            .replaced_by
            .map(|(state, _)| name(state))
            .unwrap_or_default(),
        replaced_by_print: entry.replaced_by.map(|(_, print)| print),
    };
    let last = row
        .entries
        .iter()
        .rev()
        .find(|entry| entry.fate != Fate::ByHand);
    CopyView {
        verdict: printed.verdict(row.in_force),
        owes: printed.owes(row.in_force) != Owed::Nothing,
        missing: printed
            .lacks(row.in_force)
            .into_iter()
            .map(circled)
            .collect(),
        by_hand: by_hand.collect(),
        fate: last.map(fate),
        label: name(row.state),
        current: row.in_force.map(name).unwrap_or_default(),
        id: row.id,
        order_id: row.order,
        order: row.order_number,
        customer: row.customer,
        product: row.product,
        number: row.print_number,
        holder: row.holder,
        check_code: row.check_code,
        at: row.printed_at,
        by: row.printed_by,
    }
}

/// Every copy of an order's sheet, the latest first.
pub(in crate::task_sheets) async fn copies_of_order(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<CopyView>, DeskError> {
    let copies = queries::of_order(connection, order).await?;
    Ok(copies.into_iter().map(copy_view).collect())
}

/// The copies of an order's sheet that are in use, the oldest first.
pub(in crate::task_sheets) async fn live_copies(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<CopyRow>, DeskError> {
    let mut copies = queries::of_order(connection, order).await?;
    copies.retain(CopyRow::is_live);
    copies.reverse();
    Ok(copies)
}

/// On how many copies the line is open that a change of that version opened: its change `index`, or, of the change that was
/// one too many (0), the calling back.
pub(in crate::task_sheets) fn open_lines(copies: &[CopyRow], sheet: i64, index: i64) -> usize {
    let open = |copy: &&CopyRow| match copy.printed().owes(copy.in_force) {
        Owed::Nothing => false,
        Owed::Changes(lacks) => index > 0 && lacks.contains(&index),
        Owed::Recall => index == 0,
    };
    copies
        .iter()
        .filter(|copy| copy.sheet == sheet)
        .filter(open)
        .count()
}

/// The copies of that 联 in use that were printed of an older state than the one that holds.
pub(in crate::task_sheets) async fn older_copies(
    connection: &mut Connection,
    order: i64,
    holder: &str,
) -> Result<Vec<CopyView>, DeskError> {
    let live = live_copies(connection, order).await?;
    let older = |copy: &CopyRow| copy.holder == holder && copy.in_force != Some(copy.state);
    Ok(live.into_iter().filter(older).map(copy_view).collect())
}
