//! What the shell remembers while the window is open: which desk, and who sits at it.

use std::path::PathBuf;

use docket_core::accounts::{AccessRefusal, Actor, PasswordCost};
use docket_core::clock::Clock;
use docket_core::{Desk, DeskConfig, DeskError};
use tokio::sync::RwLock;

use crate::error::{Answer, CommandError};
use crate::folders::{Folders, Home, database};

/// Handed to every command; nothing of it is global.
pub(crate) struct App {
    home: Home,
    fonts: PathBuf,
    server: Option<String>,
    seat: RwLock<Seat>,
}

/// The open desk and whoever has signed in.
#[derive(Default)]
struct Seat {
    desk: Option<Desk>,
    actor: Option<Actor>,
}

impl App {
    pub(crate) fn new(home: Home, fonts: PathBuf, server: Option<String>) -> Self {
        Self {
            home,
            fonts,
            server,
            seat: RwLock::default(),
        }
    }

    pub(crate) const fn home(&self) -> &Home {
        &self.home
    }

    /// The open desk; the house's own is opened on first use.
    pub(crate) async fn desk(&self) -> Answer<Desk> {
        if let Some(desk) = &self.seat.read().await.desk {
            return Ok(desk.clone());
        }
        let folders = self.home.folders()?;
        self.open(&folders, self.server.clone()).await
    }

    /// Who has signed in, with the desk.
    pub(crate) async fn signed_in(&self) -> Answer<(Desk, Actor)> {
        let desk = self.desk().await?;
        let actor = self
            .seat
            .read()
            .await
            .actor
            .clone()
            .ok_or(DeskError::from(AccessRefusal::NotSignedIn))?;
        Ok((desk, actor))
    }

    /// Who has signed in, if anybody.
    pub(crate) async fn actor(&self) -> Option<Actor> {
        self.seat.read().await.actor.clone()
    }

    /// Somebody takes the seat, or leaves it.
    pub(crate) async fn seat(&self, actor: Option<Actor>) {
        self.seat.write().await.actor = actor;
    }

    /// Opens another desk in the place of the one that is open; nobody sits at it yet.
    pub(crate) async fn change_desk(&self, folders: &Folders, practice: bool) -> Answer<Desk> {
        self.leave().await;
        self.open(folders, self.server.clone().filter(|_| !practice))
            .await
    }

    /// Closes the desk; the database is then whole by itself.
    pub(crate) async fn leave(&self) {
        let left = std::mem::take(&mut *self.seat.write().await);
        if let Some(desk) = left.desk {
            desk.close().await;
        }
    }

    async fn open(&self, folders: &Folders, server: Option<String>) -> Answer<Desk> {
        let program = std::env::current_exe()
            .map_err(|error| CommandError::of_the_shell("program_unknown", error))?;
        let mut seat = self.seat.write().await;
        if let Some(desk) = &seat.desk {
            return Ok(desk.clone());
        }
        let desk = Desk::open(DeskConfig {
            database: database(folders, server),
            attachments: folders.attachments.clone().into(),
            fonts: self.fonts.clone(),
            inspector: (program, vec![docket_core::inspector::ARGUMENT.to_owned()]),
            clock: Clock::of_the_machine(),
            password_cost: PasswordCost::SHIPPED,
        })
        .await?;
        seat.desk = Some(desk.clone());
        Ok(desk)
    }
}
