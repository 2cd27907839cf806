//! Orders: the list, the page of one, taking and confirming one.

use docket_core::Desk;
use docket_core::accounts::Actor;
use docket_core::files::Paper;
use docket_core::orders::search::FoundOrders;
use docket_core::orders::wire::{OrderForm, OrderRow, RecordConfirmation};
use docket_core::orders::{
    AddFinding, AuditMaterial, ListFilter, OrderKind, OrderPage, PageFrom, PaperKind, RecordReply,
    SettleFinding, StoryLine, VerifyOrder,
};
use docket_core::receipts::{CounterReceiptRequest, RecordReceiptRequest};
use docket_core::wire::Done;
use tauri::State;

use crate::error::Answer;
use crate::state::App;

/// The page of the order an action was about, as it is now.
pub(super) async fn page(desk: &Desk, actor: &Actor, done: Done<i64>) -> Answer<Done<OrderPage>> {
    let value = desk.order_page(actor, done.value).await?;
    let changed = done.changed;
    Ok(Done { value, changed })
}

/// A page of the list, the newest first.
#[tauri::command]
pub(super) async fn orders_page(
    app: State<'_, App>,
    filter: ListFilter,
    kind: Option<OrderKind>,
    from: PageFrom,
    limit: i64,
) -> Answer<Vec<OrderRow>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.orders_page(filter, kind, from, limit).await?)
}

/// How many orders the list holds.
#[tauri::command]
pub(super) async fn orders_count(
    app: State<'_, App>,
    filter: ListFilter,
    kind: Option<OrderKind>,
) -> Answer<i64> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.orders_count(filter, kind).await?)
}

/// The orders in which every term is found, the newest first.
#[tauri::command]
pub(super) async fn find_orders(app: State<'_, App>, query: String) -> Answer<FoundOrders> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.find_orders(&query).await?)
}

/// What the lists of a form are called by when somebody types pinyin.
#[tauri::command]
pub(super) async fn initials(texts: Vec<String>) -> Answer<Vec<Vec<String>>> {
    Ok(docket_core::orders::search::initials_of(&texts))
}

/// The page of one order.
#[tauri::command]
pub(super) async fn open_order(app: State<'_, App>, id: i64) -> Answer<OrderPage> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.order_page(&actor, id).await?)
}

/// Everything that was done to an order.
#[tauri::command]
pub(super) async fn order_story(app: State<'_, App>, id: i64) -> Answer<Vec<StoryLine>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.order_story(&actor, id).await?)
}

/// Takes an order: now it has a number.
#[tauri::command]
pub(super) async fn register_order(
    app: State<'_, App>,
    key: String,
    form: OrderForm,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.register_order(&actor, &key, &form).await?;
    page(&desk, &actor, done).await
}

/// Saves what was changed before release.
#[tauri::command]
pub(super) async fn save_order(
    app: State<'_, App>,
    id: i64,
    revision: i64,
    form: OrderForm,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.save_order(&actor, id, revision, &form).await?;
    page(&desk, &actor, done).await
}

/// Notes what the customer said to what was read back.
#[tauri::command]
pub(super) async fn record_confirmation(
    app: State<'_, App>,
    request: RecordConfirmation,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.record_confirmation(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// 客户订单信息记录表.
#[tauri::command]
pub(super) async fn record_sheet(app: State<'_, App>, id: i64) -> Answer<Done<Paper>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.record_sheet(&actor, id).await?)
}

/// 核实: what was verified of an order.
#[tauri::command]
pub(super) async fn verify_order(
    app: State<'_, App>,
    request: VerifyOrder,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.verify_order(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// 资料审核: the material was looked at.
#[tauri::command]
pub(super) async fn audit_material(
    app: State<'_, App>,
    request: AuditMaterial,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.audit_material(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// Writes down what is not as it must be.
#[tauri::command]
pub(super) async fn add_finding(
    app: State<'_, App>,
    request: AddFinding,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.add_finding(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// Notes what was settled with the customer about a finding.
#[tauri::command]
pub(super) async fn settle_finding(
    app: State<'_, App>,
    request: SettleFinding,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.settle_finding(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// What was agreed about a finding has been done.
#[tauri::command]
pub(super) async fn mend_finding(app: State<'_, App>, id: i64) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.mend_finding(&actor, id).await?;
    page(&desk, &actor, done).await
}

/// 报价单 or 订单确认书.
#[tauri::command]
pub(super) async fn make_sale_paper(
    app: State<'_, App>,
    order_id: i64,
    kind: PaperKind,
) -> Answer<Done<Paper>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.make_sale_paper(&actor, order_id, kind).await?)
}

/// 回复客户: the confirmation was sent.
#[tauri::command]
pub(super) async fn record_reply(
    app: State<'_, App>,
    request: RecordReply,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.record_reply(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// Enters money that came in.
#[tauri::command]
pub(super) async fn record_receipt(
    app: State<'_, App>,
    request: RecordReceiptRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.record_receipt(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// Counters a receipt that was entered wrong.
#[tauri::command]
pub(super) async fn counter_receipt(
    app: State<'_, App>,
    request: CounterReceiptRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.counter_receipt(&actor, &request).await?;
    page(&desk, &actor, done).await
}

/// Stands anew the orders on which something turned by itself; answers whether more are due.
#[tauri::command]
pub(super) async fn recheck_orders(app: State<'_, App>) -> Answer<Done<bool>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.recheck_orders(&actor).await?)
}
