//! The people of the house.

use docket_core::accounts::{ChangePersonRequest, NewPersonRequest, PersonView};
use docket_core::wire::Done;
use tauri::State;

use crate::error::Answer;
use crate::state::App;

/// Who may sign in, for the sign-in screen.
#[tauri::command]
pub(super) async fn sign_in_names(app: State<'_, App>) -> Answer<Vec<String>> {
    Ok(app
        .desk()
        .await?
        .people()
        .await?
        .into_iter()
        .filter(|person| person.active && person.can_sign_in)
        .map(|person| person.name)
        .collect())
}

/// Everybody.
#[tauri::command]
pub(super) async fn people_list(app: State<'_, App>) -> Answer<Vec<PersonView>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.people().await?)
}

/// Enters a person.
#[tauri::command]
pub(super) async fn add_person(
    app: State<'_, App>,
    request: NewPersonRequest,
) -> Answer<Done<PersonView>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.add_person(&actor, request.into()).await?)
}

/// Changes a person.
#[tauri::command]
pub(super) async fn change_person(
    app: State<'_, App>,
    request: ChangePersonRequest,
) -> Answer<Done<PersonView>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.change_person(&actor, request.into()).await?)
}
