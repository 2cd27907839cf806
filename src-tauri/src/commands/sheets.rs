//! The task sheet: checking, issuing, printing, changing.

use docket_core::effect::{ApproveEffectRequest, RecordCustomerSignature};
use docket_core::files::Paper;
use docket_core::hand_overs::{HandOverRequest, ReceiveHandOver};
use docket_core::orders::OrderPage;
use docket_core::orders::wire::OrderForm;
use docket_core::sent_back::SendBackRequest;
use docket_core::task_sheets::{
    ApproveChangeRequest, ChangePreview, CheckOrderRequest, CopyView, PrintSheetRequest,
    ProposeChangeRequest, RefuseChangeRequest, StatesCompared,
};
use docket_core::three_way::{CompareSampleRequest, PassDifferencesRequest, ThreeWayView};
use docket_core::wire::Done;
use serde::Serialize;
use tauri::State;
use ts_rs::TS;

use super::orders::page;
use crate::error::Answer;
use crate::state::App;

/// 三方核对: sheet, file and sample side by side.
#[tauri::command]
pub(super) async fn three_way(app: State<'_, App>, order_id: i64) -> Answer<ThreeWayView> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.three_way(&actor, order_id).await?)
}

/// Enters what a sample says.
#[tauri::command]
pub(super) async fn compare_sample(
    app: State<'_, App>,
    request: CompareSampleRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.compare_sample(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// 不一致放行.
#[tauri::command]
pub(super) async fn pass_differences(
    app: State<'_, App>,
    request: PassDifferencesRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.pass_differences(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// 审核: a second person checks the order.
#[tauri::command]
pub(super) async fn check_order(
    app: State<'_, App>,
    request: CheckOrderRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.check_order(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// 生效审批: a supervisor lets the order take effect.
#[tauri::command]
pub(super) async fn approve_effect(
    app: State<'_, App>,
    request: ApproveEffectRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.approve_effect(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// 退回: a no to 生效审批 or 审核, and why.
#[tauri::command]
pub(super) async fn send_back(
    app: State<'_, App>,
    request: SendBackRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.send_back(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// The customer's signature, with the contract where there is one.
#[tauri::command]
pub(super) async fn record_customer_signature(
    app: State<'_, App>,
    request: RecordCustomerSignature,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.record_customer_signature(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Issues the task sheet.
#[tauri::command]
pub(super) async fn issue_task_sheet(
    app: State<'_, App>,
    order_id: i64,
    revision: i64,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.issue_task_sheet(&actor, order_id, revision).await?;
    page(&desk, &actor, done).await
}

/// A state of the sheet to look at, marked 非打印件.
#[tauri::command]
pub(super) async fn sheet_copy(app: State<'_, App>, state_id: i64) -> Answer<Paper> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.sheet_copy(state_id).await?)
}

/// Two states of a sheet side by side.
#[tauri::command]
pub(super) async fn compare_states(
    app: State<'_, App>,
    one: i64,
    other: i64,
) -> Answer<StatesCompared> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.compare_states(one, other).await?)
}

/// A print that was made, and the order as it stands with it.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct PrintedSheet {
    /// The order.
    page: OrderPage,
    /// The print's hash in the store.
    sha256: String,
    /// The name it is saved under.
    file_name: String,
    /// Older copies of the same 联 that are still in use.
    older: Vec<CopyView>,
}

/// Numbers a print and logs it; `print_paper` or `save_paper` then hand it out.
#[tauri::command]
pub(super) async fn print_sheet(
    app: State<'_, App>,
    request: PrintSheetRequest,
) -> Answer<Done<PrintedSheet>> {
    let (desk, actor) = app.signed_in().await?;
    let Done { value, changed } = desk.print_sheet(&actor, request).await?;
    let page = desk.order_page(&actor, value.order).await?;
    let value = PrintedSheet {
        page,
        sha256: value.sha256,
        file_name: value.file_name,
        older: value.older,
    };
    Ok(Done { value, changed })
}

/// Asks for a change of an issued sheet.
#[tauri::command]
pub(super) async fn propose_change(
    app: State<'_, App>,
    request: ProposeChangeRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.propose_change(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// What a change would touch and who has to say yes.
#[tauri::command]
pub(super) async fn preview_change(
    app: State<'_, App>,
    order_id: i64,
    form: OrderForm,
) -> Answer<ChangePreview> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.preview_change(order_id, &form).await?)
}

/// Somebody says yes to a change.
#[tauri::command]
pub(super) async fn approve_change(
    app: State<'_, App>,
    request: ApproveChangeRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.approve_change(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Somebody says no to a change.
#[tauri::command]
pub(super) async fn refuse_change(
    app: State<'_, App>,
    request: RefuseChangeRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.refuse_change(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// A change is asked for no longer.
#[tauri::command]
pub(super) async fn withdraw_change(
    app: State<'_, App>,
    amendment_id: i64,
    reason: String,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.withdraw_change(&actor, amendment_id, &reason).await?;
    page(&desk, &actor, done).await
}

/// Enters what was handed over.
#[tauri::command]
pub(super) async fn hand_over(
    app: State<'_, App>,
    request: HandOverRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.hand_over(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// Notes who said that it came.
#[tauri::command]
pub(super) async fn receive_hand_over(
    app: State<'_, App>,
    request: ReceiveHandOver,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.receive_hand_over(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// 转交单.
#[tauri::command]
pub(super) async fn hand_over_slip(app: State<'_, App>, hand_over_id: i64) -> Answer<Done<Paper>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.hand_over_slip(&actor, hand_over_id).await?)
}
