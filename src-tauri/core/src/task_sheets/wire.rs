//! What the window is told of task sheets, and what it asks.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::agreement::{CONSENT, Liable};
use super::census::{self, CopyView, copies_of_order};
use super::propose_change::ASSISTANT;
use super::signed_rows::stands_in;
use super::state_of_sheet::label;
use super::{Authority, distinct_places, queries};
use crate::Desk;
use crate::accounts::{ApprovalRequest, EvidenceRequest};
use crate::error::{DeskError, Failure};
use crate::files::FileHash;
use crate::measures::Fen;
use crate::orders::OrderForm;
use crate::storage::Connection;

/// 审核 of an order.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct CheckOrderRequest {
    /// Which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was shown to the signer.
    #[ts(type = "number")]
    pub revision: i64,
    /// The yes of 业务员 or 销售主管.
    pub approval: ApprovalRequest,
}

/// A print.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrintSheetRequest {
    /// Which order's sheet.
    #[ts(type = "number")]
    pub order_id: i64,
    /// 联: who the copy is for.
    pub holder: String,
}

/// A print that was just made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintMade {
    /// Of which order's sheet.
    pub order: i64,
    /// Its hash in the store.
    pub sha256: String,
    /// The name it is saved under.
    pub file_name: String,
    /// Copies of the same 联 in use that are older: each to be exchanged or taken back.
    pub older: Vec<CopyView>,
}

/// The customer's consent to a change (F4-4c).
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ConsentRequest {
    /// Who consented.
    pub who: String,
    /// When, ISO; empty: now.
    pub at: String,
    /// How: phone, wechat, email, in_person, fax.
    pub how: String,
    /// The screenshot or scan of it; of what was said by phone or in person there may be none.
    pub evidence: Vec<EvidenceRequest>,
    /// 后补: it follows later.
    pub follows: bool,
}

/// What a change costs, and whose it is (F4-4d).
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct LossRequest {
    /// 损失金额 as typed; may be empty.
    pub amount: String,
    /// 责任方.
    pub liable: Liable,
    /// 处理结果.
    pub outcome: String,
}

/// A change that is asked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ProposeChangeRequest {
    /// Which order.
    #[ts(type = "number")]
    pub order_id: i64,
    /// The order as it was when the form was opened.
    #[ts(type = "number")]
    pub revision: i64,
    /// The whole form, changed.
    pub form: OrderForm,
    /// Why.
    pub reason: String,
    /// The customer's consent, where one is needed.
    pub consent: Option<ConsentRequest>,
    /// What it costs whom, where it makes somebody a loss.
    pub loss: Option<LossRequest>,
    /// 业务助理 signs beside the change (S-4.4.2a).
    pub approval: ApprovalRequest,
}

/// A signature for a change.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ApproveChangeRequest {
    /// Which change.
    #[ts(type = "number")]
    pub amendment_id: i64,
    /// Which of its needs.
    pub authority: String,
    /// The yes.
    pub approval: ApprovalRequest,
}

/// A no to a change.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct RefuseChangeRequest {
    /// Which change.
    #[ts(type = "number")]
    pub amendment_id: i64,
    /// Why not.
    pub reason: String,
    /// Who says so.
    pub approval: ApprovalRequest,
}

/// A changed place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PlaceView {
    /// Its path.
    pub path: String,
    /// What it is called.
    pub label: String,
    /// What stood there.
    pub old: String,
    /// What is to stand there.
    pub new: String,
    /// Whose signature it needs beside the assistant's.
    pub authority: String,
}

impl From<PlaceView> for queries::PlaceRow {
    fn from(place: PlaceView) -> Self {
        Self {
            path: place.path,
            label: place.label,
            old: place.old,
            new: place.new,
            authority: place.authority,
        }
    }
}

/// What a changed form would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct ChangePreview {
    /// The places.
    pub places: Vec<PlaceView>,
    /// There is a sheet: places are counted, and one too many makes a new version.
    pub on_sheet: bool,
    /// How many places of the version would be changed, all in all.
    #[ts(type = "number")]
    pub distinct_places: usize,
    /// One too many: it would make a new version.
    pub makes_new_version: bool,
    /// The signatures it would wait for.
    pub needs: Vec<String>,
    /// Whether the customer has to consent.
    pub needs_consent: bool,
}

/// A signature a change waits for, or has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct NeedView {
    /// Which.
    pub authority: String,
    /// Whether it was given.
    pub done: bool,
    /// By whom; of a deputy also for whom.
    pub who: Option<String>,
    /// On what it was given, when it was recorded for the signer (代录).
    pub recorded: Option<crate::accounts::Medium>,
}

/// A change and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct AmendmentView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// pending, in_force, refused, withdrawn.
    pub state: String,
    /// 改n, once it stands.
    #[ts(type = "number | null")]
    pub index: Option<i64>,
    /// Why.
    pub reason: String,
    /// Who asked.
    pub requested_by: String,
    /// When (UTC).
    pub at: String,
    /// Who of the customer consented.
    pub consent: Option<String>,
    /// When (UTC).
    pub consent_at: Option<String>,
    /// How.
    pub consent_how: Option<String>,
    /// Names of the screenshots or scans of it.
    pub consent_evidence: Vec<String>,
    /// 未提前通知: a later day, told when the old one had come (F7-11).
    pub late_notice: bool,
    /// 损失金额.
    pub loss: Option<String>,
    /// 责任方.
    pub liable: Liable,
    /// 处理结果.
    pub outcome: String,
    /// Why it was refused or withdrawn.
    pub closing_note: String,
    /// What it changes.
    pub places: Vec<PlaceView>,
    /// What it waits for.
    pub needs: Vec<NeedView>,
    /// Whether it makes a new version.
    pub makes_new_version: bool,
    /// 通知单号 of its notice, once it stands on a sheet; none where none was made yet.
    pub notice: Option<String>,
    /// On how many copies in use its line is open: they neither say it nor bear it, or are to be called back because of it.
    #[ts(type = "number")]
    pub open_copies: usize,
}

/// A frozen state of the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetStateView {
    /// Its row; by it a copy to look at is asked for.
    #[ts(type = "number")]
    pub id: i64,
    /// `RW-2026-A000456 · V1·改1`.
    pub label: String,
    /// When it was frozen (UTC).
    pub issued_at: String,
    /// 作废.
    pub void: bool,
}

/// A print that was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrintView {
    /// Which print of its state.
    #[ts(type = "number")]
    pub number: i64,
    /// Of which state.
    pub label: String,
    /// 联.
    pub holder: String,
    /// 校验码.
    pub check_code: String,
    /// When (UTC).
    pub at: String,
    /// By whom.
    pub by: String,
    /// The print's hash in the store, by which it is sent out once more.
    pub sha256: String,
    /// The name it is saved under.
    pub file_name: String,
}

/// The task sheet of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct SheetView {
    /// Its row.
    #[ts(type = "number")]
    pub id: i64,
    /// 任务书号.
    pub number: String,
    /// Version.
    #[ts(type = "number")]
    pub version: i64,
    /// 改n.
    #[ts(type = "number")]
    pub change_index: i64,
    /// `RW-2026-A000456 · V1·改1`.
    pub label: String,
    /// Every state, the oldest first.
    pub states: Vec<SheetStateView>,
    /// Every print, the latest first.
    pub prints: Vec<PrintView>,
    /// Every print as a copy of its 联: where it is, what it owes, what became of it; the latest first.
    pub copies: Vec<CopyView>,
    /// Every change, the latest first.
    pub amendments: Vec<AmendmentView>,
    /// How many places of this version are changed.
    #[ts(type = "number")]
    pub places_used: usize,
}

/// The name a sheet is saved under: `生产任务书-RW-2026-A000456-V1改1-第2次打印.pdf`.
pub(super) fn file_name(label: &str, print: Option<i64>) -> String {
    let plain: String = label
        .chars()
        .filter(|letter| !letter.is_whitespace())
        .map(|letter| if letter == '·' { '-' } else { letter })
        .collect();
    let print = print
        .map(|number| format!("-第{number}次打印"))
        .unwrap_or_default();
    format!("生产任务书-{plain}{print}.pdf")
}

/// How many pages a paper of our own has.
pub(super) async fn pages_of(desk: &Desk, sha256: &str) -> Result<u32, DeskError> {
    let hash = FileHash::read(sha256).ok_or(Failure::Missing("stored_files"))?;
    let path = desk.store().path_of(&hash).map_err(Failure::Store)?;
    let pdf = desk.inspector().inspect(&path).await?.pdf;
    Ok(pdf
        .and_then(|pdf| u32::try_from(pdf.pages.len()).ok())
        .unwrap_or(1))
}

/// The task sheet of an order as a screen shows it; none before it is issued.
///
/// # Errors
/// When the database cannot be read.
pub async fn view(connection: &mut Connection, order: i64) -> Result<Option<SheetView>, DeskError> {
    let states = queries::states(connection, order).await?;
    let Some(newest) = states.last() else {
        return Ok(None);
    };
    let newest_sheet = newest.sheet.clone();
    let in_force = label(
        &newest.sheet.number,
        newest.sheet.version,
        newest.change_index,
    );
    let state_views = states
        .iter()
        .map(|state| SheetStateView {
            id: state.id,
            label: label(&state.sheet.number, state.sheet.version, state.change_index),
            issued_at: state.frozen_at.clone(),
            void: state.sheet.voided,
        })
        .collect();
    let prints = queries::prints(connection, order).await?;
    let prints = prints.into_iter().map(print_view).collect();
    let amendments = changes_of(connection, order).await?;
    let copies = copies_of_order(connection, order).await?;
    let changes = queries::changes_in_force(connection, newest_sheet.id).await?;
    let paths = changes
        .iter()
        .flat_map(|change| change.places.iter().map(|place| place.path.as_str()));
    Ok(Some(SheetView {
        id: newest_sheet.id,
        number: newest_sheet.number,
        version: newest_sheet.version,
        change_index: states.last().map_or(0, |state| state.change_index),
        label: in_force,
        prints,
        copies,
        amendments,
        places_used: distinct_places(paths, &[]),
        states: state_views,
    }))
}

/// Every change of an order, the latest first, be it of its sheet or of before there was one.
///
/// # Errors
/// When the database cannot be read.
pub async fn changes_of(
    connection: &mut Connection,
    order: i64,
) -> Result<Vec<AmendmentView>, DeskError> {
    let rows = queries::amendments(connection, order).await?;
    let copies = if rows.iter().any(|row| row.sheet.is_some()) {
        census::queries::of_order(connection, order).await?
    } else {
        Vec::new()
    };
    let mut changes = Vec::with_capacity(rows.len());
    for row in rows {
        let open = match (row.sheet, row.index) {
            (Some(sheet), Some(index)) => census::open_lines(&copies, sheet, index),
            _ => 0,
        };
        changes.push(AmendmentView {
            open_copies: open,
            ..amendment_view(connection, row).await?
        });
    }
    Ok(changes)
}

fn print_view(print: queries::PrintRow) -> PrintView {
    let sheet = &print.state.sheet;
    let label = label(&sheet.number, sheet.version, print.state.change_index);
    PrintView {
        number: print.print_number,
        file_name: file_name(&label, Some(print.print_number)),
        label,
        holder: print.holder,
        check_code: print.check_code,
        at: print.printed_at,
        by: print.printed_by,
        sha256: print.pdf_sha256,
    }
}

async fn amendment_view(
    connection: &mut Connection,
    row: queries::AmendmentRow,
) -> Result<AmendmentView, DeskError> {
    let given = queries::approvals(connection, row.id).await?;
    let need = |authority: &str| {
        let signature = given
            .iter()
            .find(|(given, _)| given == authority)
            .map(|(_, signature)| signature);
        NeedView {
            authority: authority.to_owned(),
            done: signature.is_some(),
            who: signature.map(|given| format!("{}{}", given.signer, stands_in(given))),
            recorded: signature.and_then(|signature| signature.recorded),
        }
    };
    let needs = std::iter::once(need(ASSISTANT))
        .chain(row.needs.iter().map(|authority| need(authority)))
        .collect();
    let place = |place: queries::PlaceRow| PlaceView {
        path: place.path,
        label: place.label,
        old: place.old,
        new: place.new,
        authority: place.authority,
    };
    let consented = given
        .iter()
        .find(|(given, _)| given == CONSENT)
        .map(|(_, signature)| signature.id);
    let liable = Liable::from_code(&row.liable).ok_or(Failure::UnknownValue {
        what: "amendments.liable",
        value: row.liable,
    })?;
    let notice = queries::notice(connection, row.id).await?;
    Ok(AmendmentView {
        notice: notice.map(|(number, _)| number),
        open_copies: 0,
        consent_evidence: match consented {
            Some(signature) => queries::evidence_of(connection, signature).await?,
            None => Vec::new(),
        },
        consent_at: row.consent_at,
        consent_how: row.consent_how,
        late_notice: row.late_notice,
        loss: row.loss.map(|loss| Fen(loss).to_string()),
        liable,
        outcome: row.outcome,
        closing_note: row.closing_note,
        id: row.id,
        index: row.index,
        requested_by: queries::name_of(connection, row.requested_by).await?,
        places: queries::places(connection, row.id)
            .await?
            .into_iter()
            .map(place)
            .collect(),
        needs,
        makes_new_version: row.needs.iter().any(|need| need == Authority::Check.code()),
        state: row.state,
        reason: row.reason,
        at: row.requested_at,
        consent: row.consent,
    })
}
