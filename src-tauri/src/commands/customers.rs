//! The customers of the house.

use docket_core::customers::wire::{Customer, SaveCustomer};
use docket_core::wire::Done;
use tauri::State;

use crate::error::Answer;
use crate::state::App;

/// The customers in whom the words are found.
#[tauri::command]
pub(super) async fn customers_list(app: State<'_, App>, query: String) -> Answer<Vec<Customer>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.customers(&query).await?)
}

/// Enters a customer or changes one.
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
