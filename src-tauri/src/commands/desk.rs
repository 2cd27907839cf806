//! First start, signing in and out, the practice desk.

use std::path::Path;

use docket_core::accounts::{AccessRefusal, NewPersonRequest, PersonView};
use docket_core::house::FirstStart;
use docket_core::storage::Topic;
use docket_core::wire::Done;
use docket_core::{Desk, DeskError};
use serde::{Deserialize, Serialize};
use tauri::{AppHandle, Manager as _, Runtime, State, WebviewWindow};
use ts_rs::TS;

use crate::dialogs;
use crate::error::Answer;
use crate::folders::{self, Folders};
use crate::leaving::{self, Leaving};
use crate::start;
use crate::state::App;

/// How far the desk is open.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub enum Stage {
    /// There is no house yet.
    FirstStart,
    /// Nobody has signed in.
    SignIn,
    /// Somebody sits here.
    Open,
    /// Somebody sits here and has gone away: the page behind is hidden.
    Locked,
}

/// What the frame of the window shows.
#[derive(Clone, Debug, Serialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct DeskState {
    /// How far it is open.
    pub stage: Stage,
    /// Name of the house.
    pub house: Option<String>,
    /// Letter of this desk.
    pub desk_letter: Option<String>,
    /// 练习库: the banner stands on every screen.
    pub practice: bool,
    /// Who has signed in.
    pub person: Option<PersonView>,
    /// Idle minutes after which the screen locks.
    #[ts(type = "number")]
    pub lock_after_minutes: i64,
    /// Today in Shanghai.
    pub today: String,
    /// The folders first start offers.
    pub defaults: Folders,
    /// Version of the program.
    pub version: String,
}

/// What first start asks.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
pub struct FirstStartRequest {
    house: String,
    desk_letter: String,
    administrator: NewPersonRequest,
    people: Vec<NewPersonRequest>,
    folders: Folders,
}

async fn state_of(app: &App) -> Answer<DeskState> {
    let desk = app.desk().await?;
    let house = desk.house().await?;
    let actor = app.actor().await;
    let person = match &actor {
        Some(actor) => desk
            .people()
            .await?
            .into_iter()
            .find(|person| Some(person.id) == actor.id()),
        None => None,
    };
    let stage = match (&house, &person) {
        (None, _) => Stage::FirstStart,
        (Some(_), None) => Stage::SignIn,
        (Some(_), Some(_)) if app.is_locked().await? => Stage::Locked,
        (Some(_), Some(_)) => Stage::Open,
    };
    let lock_after_minutes = desk.lock_after_minutes().await?;
    Ok(DeskState {
        stage,
        practice: house.as_ref().is_some_and(|house| house.practice),
        desk_letter: house.as_ref().map(|house| house.desk_letter.clone()),
        house: house.map(|house| house.name),
        person,
        lock_after_minutes,
        today: desk.today().to_string(),
        defaults: app.home().defaults(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
    })
}

async fn changed(app: &App) -> Answer<Done<DeskState>> {
    Ok(Done {
        value: state_of(app).await?,
        changed: vec![Topic::desk()],
    })
}

/// How far the desk is open.
#[tauri::command]
pub(super) async fn desk_state(app: State<'_, App>) -> Answer<DeskState> {
    state_of(&app).await
}

/// Lets a person pick a folder, also before there is a house.
#[tauri::command]
pub(super) async fn pick_folder<R: Runtime>(
    handle: AppHandle<R>,
    app: State<'_, App>,
    from: String,
) -> Answer<Option<String>> {
    app.refuse_while_locked().await?;
    let picked = dialogs::picked_folder(&handle, Path::new(&from)).await?;
    Ok(picked.map(|path| path.to_string_lossy().into_owned()))
}

/// Opens the house in the folders chosen; the administrator is signed in.
#[tauri::command]
pub(super) async fn first_start(
    app: State<'_, App>,
    request: FirstStartRequest,
) -> Answer<Done<DeskState>> {
    app.refuse_while_locked().await?;
    folders::prepare(&request.folders)?;
    let desk = app.change_desk(&request.folders, false).await?;
    let (name, password) = (
        request.administrator.name.clone(),
        request.administrator.password.clone().unwrap_or_default(),
    );
    let people = request.people.into_iter().map(Into::into).collect();
    desk.first_start(FirstStart {
        house: request.house,
        desk_letter: request.desk_letter,
        practice: false,
        administrator: request.administrator.into(),
        people,
    })
    .await?;
    app.home().remember(&request.folders.into())?;
    app.seat(Some(desk.sign_in(&name, &password).await?)).await;
    changed(&app).await
}

/// Opens 练习库 beside the house's desk; it is laid out on first use.
#[tauri::command]
pub(super) async fn open_practice(app: State<'_, App>) -> Answer<Done<DeskState>> {
    app.refuse_while_locked().await?;
    let folders = app.home().practice();
    folders::prepare(&folders)?;
    let desk = app.change_desk(&folders, true).await?;
    lay_out_practice(&desk).await?;
    changed(&app).await
}

async fn lay_out_practice(desk: &Desk) -> Result<(), DeskError> {
    if desk.house().await?.is_none() {
        desk.lay_out_practice().await
    } else {
        Ok(())
    }
}

/// Goes back to the house's own desk.
#[tauri::command]
pub(super) async fn leave_practice(app: State<'_, App>) -> Answer<Done<DeskState>> {
    app.refuse_while_locked().await?;
    app.leave().await;
    changed(&app).await
}

/// Lets somebody in.
#[tauri::command]
pub(super) async fn sign_in(
    app: State<'_, App>,
    name: String,
    password: String,
) -> Answer<Done<DeskState>> {
    let actor = app.desk().await?.sign_in(&name, &password).await?;
    app.seat(Some(actor)).await;
    changed(&app).await
}

/// Lets somebody in with a password of their own, in the place of the one an administrator has set.
#[tauri::command]
pub(super) async fn choose_password(
    app: State<'_, App>,
    name: String,
    old: String,
    new: String,
) -> Answer<Done<DeskState>> {
    let desk = app.desk().await?;
    let actor = desk.choose_password(&name, &old, &new).await?;
    app.seat(Some(actor)).await;
    changed(&app).await
}

/// Changes the password or PIN of the one who sits here.
#[tauri::command]
pub(super) async fn change_own_secrets(
    app: State<'_, App>,
    now: String,
    password: Option<String>,
    pin: Option<String>,
) -> Answer<Done<()>> {
    let (desk, actor) = app.signed_in().await?;
    let (password, pin) = (password.as_deref(), pin.as_deref());
    Ok(desk.change_own_secrets(&actor, &now, password, pin).await?)
}

/// Locks the screen: whoever sits here goes away.
#[tauri::command]
pub(super) async fn lock(app: State<'_, App>) -> Answer<DeskState> {
    app.lock().await;
    state_of(&app).await
}

/// Opens the locked screen for the one who sits here.
#[tauri::command]
pub(super) async fn unlock(app: State<'_, App>, secret: String) -> Answer<DeskState> {
    let actor = app
        .actor()
        .await
        .ok_or(DeskError::from(AccessRefusal::NotSignedIn))?;
    let actor = app.desk().await?.unlock(&actor, &secret).await?;
    app.seat(Some(actor)).await;
    state_of(&app).await
}

/// Key or mouse was touched.
#[tauri::command]
pub(super) async fn stay_awake(app: State<'_, App>) -> Answer<()> {
    app.touch().await
}

/// Leaves the seat; drafts stay where they are.
#[tauri::command]
pub(super) async fn sign_out(app: State<'_, App>) -> Answer<Done<DeskState>> {
    app.refuse_while_locked().await?;
    app.seat(None).await;
    changed(&app).await
}

/// The page has something to show: now the window may be seen.
#[tauri::command]
pub(super) async fn window_painted<R: Runtime>(window: WebviewWindow<R>) -> Answer<()> {
    start::show(&window);
    window.state::<Leaving>().page_is_drawn();
    tracing::info!("the window is painted");
    Ok(())
}

/// The window was asked to close, and the page could not keep what was typed: it stays until somebody says.
#[tauri::command]
pub(super) async fn stay_open<R: Runtime>(window: WebviewWindow<R>) -> Answer<()> {
    window.state::<Leaving>().stay();
    Ok(())
}

/// The window was asked to close, and the page has kept what was typed, or somebody wants it closed all the same.
#[tauri::command]
pub(super) async fn close_window<R: Runtime>(window: WebviewWindow<R>) -> Answer<()> {
    leaving::close(&window);
    Ok(())
}
