//! The customers of the house: the list, a page each, doubles, and what they offer an order.

use docket_core::Desk;
use docket_core::customers::wire::{
    ChangeCustomer, Customer, CustomerOffers, CustomerPage, CustomerRow, MergeCustomers,
    MergePreview, SaveCustomer,
};
use docket_core::wire::Done;
use tauri::State;

use crate::error::Answer;
use crate::state::App;

/// The page of the customer an action was about, as it is now.
async fn page(desk: &Desk, done: Done<i64>) -> Answer<Done<CustomerPage>> {
    let value = desk.customer_page(done.value).await?;
    let changed = done.changed;
    Ok(Done { value, changed })
}

/// The customers in whom the words are found.
#[tauri::command]
pub(super) async fn customers_list(app: State<'_, App>, query: String) -> Answer<Vec<CustomerRow>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.customers(&query).await?)
}

/// The first few of them, while a name is being typed.
#[tauri::command]
pub(super) async fn customer_choices(
    app: State<'_, App>,
    query: String,
) -> Answer<Vec<CustomerRow>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.customer_choices(&query).await?)
}

/// Enters a customer in the middle of a call.
#[tauri::command]
pub(super) async fn save_customer(
    app: State<'_, App>,
    request: SaveCustomer,
) -> Answer<Done<Customer>> {
    let (desk, actor) = app.signed_in().await?;
    let Done { value, changed } = desk.save_customer(&actor, &request).await?;
    let value = desk.customer(value).await?;
    Ok(Done { value, changed })
}

/// The page of one customer.
#[tauri::command]
pub(super) async fn open_customer(app: State<'_, App>, id: i64) -> Answer<CustomerPage> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.customer_page(id).await?)
}

/// Saves a customer's page.
#[tauri::command]
pub(super) async fn change_customer(
    app: State<'_, App>,
    request: ChangeCustomer,
) -> Answer<Done<CustomerPage>> {
    let (desk, actor) = app.signed_in().await?;
    page(&desk, desk.change_customer(&actor, &request).await?).await
}

/// Marks a customer 老客户, or takes the mark back.
#[tauri::command]
pub(super) async fn mark_established(
    app: State<'_, App>,
    id: i64,
    revision: i64,
    established: bool,
) -> Answer<Done<CustomerPage>> {
    let (desk, actor) = app.signed_in().await?;
    let done = desk
        .mark_established(&actor, id, revision, established)
        .await?;
    page(&desk, done).await
}

/// What a merge would move.
#[tauri::command]
pub(super) async fn merge_preview(
    app: State<'_, App>,
    from: i64,
    into: i64,
) -> Answer<MergePreview> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.merge_preview(from, into).await?)
}

/// Merges a double into the customer it is.
#[tauri::command]
pub(super) async fn merge_customers(
    app: State<'_, App>,
    request: MergeCustomers,
) -> Answer<Done<CustomerPage>> {
    let (desk, actor) = app.signed_in().await?;
    page(&desk, desk.merge_customers(&actor, &request).await?).await
}

/// What a customer offers an order's form.
#[tauri::command]
pub(super) async fn customer_offers(
    app: State<'_, App>,
    name: String,
) -> Answer<Option<CustomerOffers>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.customer_offers(&name).await?)
}
