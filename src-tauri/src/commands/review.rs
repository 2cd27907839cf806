//! The review of an order.

use docket_core::files::Paper;
use docket_core::orders::OrderPage;
use docket_core::review::{
    AnswerPointRequest, ConcludeReviewRequest, DecideNatureRequest, RecordOpinionRequest,
    WaiveReviewRequest,
};
use docket_core::wire::Done;
use tauri::State;

use super::orders::page;
use crate::error::Answer;
use crate::state::App;

/// Takes down what a department says.
#[tauri::command]
pub(super) async fn record_opinion(
    app: State<'_, App>,
    request: RecordOpinionRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.record_opinion(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Keeps the process route.
#[tauri::command]
pub(super) async fn save_route(
    app: State<'_, App>,
    order_id: i64,
    route: String,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.save_route(&actor, order_id, &route).await?;
    page(&desk, &actor, done).await
}

/// Puts a question to the customer.
#[tauri::command]
pub(super) async fn add_point(
    app: State<'_, App>,
    order_id: i64,
    item: String,
    new_date: String,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.add_point(&actor, order_id, &item, &new_date).await?;
    page(&desk, &actor, done).await
}

/// Notes the customer's answer.
#[tauri::command]
pub(super) async fn answer_point(
    app: State<'_, App>,
    request: AnswerPointRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.answer_point(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Concludes the review.
#[tauri::command]
pub(super) async fn conclude_review(
    app: State<'_, App>,
    request: ConcludeReviewRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.conclude_review(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Decides 订单性质.
#[tauri::command]
pub(super) async fn decide_nature(
    app: State<'_, App>,
    request: DecideNatureRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.decide_nature(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// Puts the delivery the customer agreed to onto the order.
#[tauri::command]
pub(super) async fn carry_date(
    app: State<'_, App>,
    order_id: i64,
    revision: i64,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.carry_date(&actor, order_id, revision).await?;
    page(&desk, &actor, done).await
}

/// Lets an order of a 直通 customer go without its review.
#[tauri::command]
pub(super) async fn waive_review(
    app: State<'_, App>,
    request: WaiveReviewRequest,
) -> Answer<Done<OrderPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk.waive_review(&actor, request).await?;
    page(&desk, &actor, done).await
}

/// 订单评审表.
#[tauri::command]
pub(super) async fn review_form(app: State<'_, App>, order_id: i64) -> Answer<Done<Paper>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.review_form(&actor, order_id).await?)
}
