//! Drafts: what is being typed, kept while it is typed.

use docket_core::orders::Beside;
use docket_core::orders::wire::{BegunOn, DraftRow, OpenDraft, OrderForm, Reckoning};
use docket_core::wire::Done;
use tauri::State;

use crate::error::Answer;
use crate::state::App;

/// What a form means, while it is typed.
#[tauri::command]
pub(super) async fn reckon(app: State<'_, App>, form: OrderForm) -> Answer<Reckoning> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.reckon(&form).await?)
}

/// The drafts of whoever sits here.
#[tauri::command]
pub(super) async fn drafts_list(app: State<'_, App>) -> Answer<Vec<DraftRow>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.drafts(&actor).await?)
}

/// A new form.
#[tauri::command]
pub(super) async fn new_draft(app: State<'_, App>) -> Answer<Done<OpenDraft>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.new_draft(&actor).await?)
}

/// A draft, as it was left.
#[tauri::command]
pub(super) async fn open_draft(app: State<'_, App>, key: String) -> Answer<OpenDraft> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.open_draft(&actor, &key).await?)
}

/// Keeps what was typed.
#[tauri::command]
pub(super) async fn save_draft(
    app: State<'_, App>,
    key: String,
    form: OrderForm,
    begun_on: Option<BegunOn>,
) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    let kept = desk.save_draft(&actor, &key, &form, begun_on.as_ref());
    Ok(kept.await?)
}

/// Throws a draft away.
#[tauri::command]
pub(super) async fn drop_draft(app: State<'_, App>, key: String) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.drop_draft(&actor, &key).await?)
}

/// A draft that repeats an order.
#[tauri::command]
pub(super) async fn repeat_order(app: State<'_, App>, id: i64) -> Answer<Done<OpenDraft>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.repeat_order(&actor, id).await?)
}

/// A draft for another product of the same call.
#[tauri::command]
pub(super) async fn another_product(app: State<'_, App>, id: i64) -> Answer<Done<OpenDraft>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.another_product(&actor, id).await?)
}

/// 转为正式订单: a new draft of what a presale or sample order becomes.
#[tauri::command]
pub(super) async fn convert_order(app: State<'_, App>, id: i64) -> Answer<Done<OpenDraft>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.convert_order(&actor, id).await?)
}

/// Fills a draft from an order, or takes that back.
#[tauri::command]
pub(super) async fn take_over_order(
    app: State<'_, App>,
    key: String,
    form: OrderForm,
    id: Option<i64>,
) -> Answer<Done<OpenDraft>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.take_over_order(&actor, &key, &form, id).await?)
}

/// What stands beside a form: the last of its kind, and doubles.
#[tauri::command]
pub(super) async fn beside(app: State<'_, App>, key: String, form: OrderForm) -> Answer<Beside> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.beside(&key, &form).await?)
}
