//! The people of the house.

use docket_core::accounts::{
    EvidenceRequest, LackingView, PersonEventView, PersonRequest, PersonView, Power, PowerView,
    Role, ShownSignature, SignerView,
};
use docket_core::clock::from_stored;
use docket_core::files::Paper;
use docket_core::settings::wire::{RuleState, SetRuleRequest};
use docket_core::wire::Done;
use tauri::State;
use tauri::ipc::Response;

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

/// Enters or changes a person.
#[tauri::command]
pub(super) async fn save_person(
    app: State<'_, App>,
    request: PersonRequest,
) -> Answer<Done<PersonView>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.save_person(&actor, request).await?)
}

/// What happened to a person.
#[tauri::command]
pub(super) async fn person_history(app: State<'_, App>, id: i64) -> Answer<Vec<PersonEventView>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.person_history(id).await?)
}

/// Who may sign something, at the moment it was given.
#[tauri::command]
pub(super) async fn signers(
    app: State<'_, App>,
    powers: Vec<Power>,
    only: Option<Role>,
    at: Option<String>,
) -> Answer<Vec<SignerView>> {
    let (desk, _) = app.signed_in().await?;
    let at = at.and_then(|at| from_stored(&at).ok());
    Ok(desk.signers(&powers, only, at).await?)
}

/// 权限表.
#[tauri::command]
pub(super) async fn authority_table(app: State<'_, App>) -> Answer<Vec<PowerView>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.authority_table().await?)
}

/// What the house has set for a rule, and what holds today.
#[tauri::command]
pub(super) async fn rule_state(app: State<'_, App>, rule: String) -> Answer<RuleState> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.rule_state(&rule).await?)
}

/// Sets a rule from a day on, with a reason (F1-22).
#[tauri::command]
pub(super) async fn set_rule(app: State<'_, App>, request: SetRuleRequest) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.set_rule_as_typed(&actor, request).await?)
}

/// Recorded signatures that still lack evidence.
#[tauri::command]
pub(super) async fn lacking_evidence(app: State<'_, App>) -> Answer<Vec<LackingView>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.lacking_evidence().await?)
}

/// What the recorded signatures of an order stand on.
#[tauri::command]
pub(super) async fn evidence_of_order(
    app: State<'_, App>,
    order_id: i64,
) -> Answer<Vec<ShownSignature>> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.evidence_of_order(order_id).await?)
}

/// A piece of evidence that is a picture.
#[tauri::command]
pub(super) async fn evidence_picture(app: State<'_, App>, piece: i64) -> Answer<Response> {
    let (desk, _) = app.signed_in().await?;
    Ok(Response::new(desk.evidence_picture(piece).await?))
}

/// A piece of evidence that has pages.
#[tauri::command]
pub(super) async fn evidence_pages(app: State<'_, App>, piece: i64) -> Answer<Paper> {
    let (desk, _) = app.signed_in().await?;
    Ok(desk.evidence_pages(piece).await?)
}

/// 后补: hangs evidence on a recorded signature.
#[tauri::command]
pub(super) async fn add_evidence(
    app: State<'_, App>,
    signature: i64,
    evidence: Vec<EvidenceRequest>,
) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    Ok(desk.add_evidence(&actor, signature, evidence).await?)
}
