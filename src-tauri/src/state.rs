//! What the shell remembers while the window is open: which desk, and who sits at it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, TimeDelta, Utc};
use docket_core::accounts::{AccessRefusal, Actor, PasswordCost};
use docket_core::clock::Clock;
use docket_core::files::ChangeFolder;
use docket_core::wire::Done;
use docket_core::{Desk, DeskConfig, DeskError};
use tokio::sync::RwLock;

use crate::error::{Answer, CommandError};
use crate::folders::{Folders, Home, Remembered, database};

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
    /// Whoever sits here has gone away: nothing is answered but unlocking.
    locked: bool,
    /// When somebody last touched key or mouse, as the window told.
    touched: Option<DateTime<Utc>>,
}

/// Whether nobody has touched anything for `minutes`. A clock that was set back locks nobody out.
fn is_deserted(touched: Option<DateTime<Utc>>, now: DateTime<Utc>, minutes: i64) -> bool {
    touched.is_some_and(|touched| now - touched >= TimeDelta::minutes(minutes))
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
        let remembered = self.home.remembered()?;
        self.open(&remembered, self.server.clone()).await
    }

    /// Who has signed in, with the desk, with the roles of today. Nobody, while the screen is locked.
    pub(crate) async fn signed_in(&self) -> Answer<(Desk, Actor)> {
        self.refuse_while_locked().await?;
        let desk = self.desk().await?;
        let actor = self
            .actor()
            .await
            .ok_or(DeskError::from(AccessRefusal::NotSignedIn))?;
        let actor = desk.still_here(&actor).await?;
        Ok((desk, actor))
    }

    /// Refuses while the screen is locked, and locks it when whoever sits here has been away too long: the window need
    /// not have told, nor been awake.
    pub(crate) async fn refuse_while_locked(&self) -> Answer<()> {
        if self.is_locked().await? {
            let mut refused = CommandError::of_the_shell("locked", "");
            refused.refusal = true;
            return Err(refused);
        }
        Ok(())
    }

    /// Whether the screen is locked by now.
    pub(crate) async fn is_locked(&self) -> Answer<bool> {
        let (desk, touched) = {
            let seat = self.seat.read().await;
            match (&seat.desk, &seat.actor) {
                (Some(desk), Some(_)) if !seat.locked => (desk.clone(), seat.touched),
                _ => return Ok(seat.locked),
            }
        };
        // The setting is asked only when it may matter: no rule locks before a minute has passed.
        let deserted = is_deserted(touched, desk.now(), 1)
            && is_deserted(touched, desk.now(), desk.lock_after_minutes().await?);
        if deserted {
            self.seat.write().await.locked = true;
        }
        Ok(deserted)
    }

    /// Whoever sits here goes away.
    pub(crate) async fn lock(&self) {
        let mut seat = self.seat.write().await;
        seat.locked = seat.actor.is_some();
    }

    /// Key or mouse was touched, unless it is too late.
    pub(crate) async fn touch(&self) -> Answer<()> {
        self.refuse_while_locked().await?;
        let mut seat = self.seat.write().await;
        seat.touched = seat.desk.as_ref().map(Desk::now);
        Ok(())
    }

    /// Who has signed in, if anybody.
    pub(crate) async fn actor(&self) -> Option<Actor> {
        self.seat.read().await.actor.clone()
    }

    /// Somebody takes the seat, or leaves it; the screen is open then.
    pub(crate) async fn seat(&self, actor: Option<Actor>) {
        let mut seat = self.seat.write().await;
        seat.actor = actor;
        seat.locked = false;
        seat.touched = seat.desk.as_ref().map(Desk::now);
    }

    /// Opens another desk in the place of the one that is open; nobody sits at it yet.
    pub(crate) async fn change_desk(&self, folders: &Folders, practice: bool) -> Answer<Desk> {
        self.leave().await;
        let server = self.server.clone().filter(|_| !practice);
        self.open(&folders.clone().into(), server).await
    }

    /// Remembers where the house's own desk files for prepress.
    pub(crate) async fn keep_prepress(&self, desk: &Desk, folder: &str) -> Answer<()> {
        if desk.open_house().await?.practice {
            return Ok(());
        }
        self.home.remember_prepress(folder)
    }

    /// Keeps attachments in another folder. It is remembered first: a file must never lie in a folder nobody remembers; one
    /// that is remembered and then not used harms nobody, and is taken back.
    pub(crate) async fn change_attachments(
        &self,
        desk: &Desk,
        actor: &Actor,
        request: &ChangeFolder,
    ) -> Answer<Done<()>> {
        if desk.open_house().await?.practice {
            return Ok(desk.change_attachment_folder(actor, request).await?);
        }
        let before = self.home.remembered()?;
        let mut former = desk.former_attachments();
        former.insert(0, before.folders.attachments.clone().into());
        let folder = Path::new(request.folder.trim());
        self.home.remember_attachments(folder, former)?;
        match desk.change_attachment_folder(actor, request).await {
            Ok(done) => {
                self.keep_former(desk).await?;
                Ok(done)
            }
            Err(refused) => {
                self.home.remember(&before)?;
                Err(refused.into())
            }
        }
    }

    /// Remembers which attachment folders of before files may still lie in.
    pub(crate) async fn keep_former(&self, desk: &Desk) -> Answer<()> {
        if desk.open_house().await?.practice {
            return Ok(());
        }
        let now = self.home.remembered()?.folders.attachments;
        self.home
            .remember_attachments(Path::new(&now), desk.former_attachments())
    }

    /// Closes the desk; the database is then whole by itself.
    pub(crate) async fn leave(&self) {
        let left = std::mem::take(&mut *self.seat.write().await);
        if let Some(desk) = left.desk {
            desk.close().await;
        }
    }

    async fn open(&self, remembered: &Remembered, server: Option<String>) -> Answer<Desk> {
        let folders = &remembered.folders;
        let program = std::env::current_exe()
            .map_err(|error| CommandError::of_the_shell("program_unknown", error))?;
        let mut seat = self.seat.write().await;
        if let Some(desk) = &seat.desk {
            return Ok(desk.clone());
        }
        let desk = Desk::open(DeskConfig {
            database: database(folders, server),
            attachments: folders.attachments.clone().into(),
            former_attachments: remembered.former_attachments.clone(),
            prepress: folders.prepress.clone().into(),
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

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test stops at the first surprise")]
    use docket_core::clock::from_stored;

    use super::is_deserted;

    #[test]
    fn clause_f7_04_the_screen_locks_when_nobody_has_touched_anything_for_so_long() {
        let at = |text: &str| from_stored(text).unwrap();
        let touched = Some(at("2026-11-24T01:00:00Z"));
        for (now, wanted) in [
            ("2026-11-24T01:14:59Z", false),
            ("2026-11-24T01:15:00Z", true),
            ("2026-11-25T01:00:00Z", true),
            ("2026-11-23T01:00:00Z", false),
        ] {
            assert_eq!(is_deserted(touched, at(now), 15), wanted, "{now}");
        }
        assert!(!is_deserted(None, at("2026-11-24T01:00:00Z"), 15));
    }
}
