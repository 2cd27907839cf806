//! Large files leave the attachment folder once the prepress folder holds them.

use std::path::{Path, PathBuf};

use super::Sought;
use super::proof::{Proof, State, durable_and_proven, stands};
use super::queries::{self, Held, MayLeave};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::files::prepress::below;
use crate::settings;
use crate::storage::{Subject, Topic};

/// What the copies of one content are worth together.
#[derive(Clone, Debug)]
enum Worth {
    /// This one is the original from now on.
    Original(PathBuf, State),
    /// None of them is what was received.
    Nothing,
    /// The folder did not say.
    Unknown,
}

impl Desk {
    /// Lets go of the contents above the size the house sets that the prepress folder holds. Reading them again takes its
    /// time and happens outside any act; the act itself only looks whether everything stands as it did. Called within a pass
    /// into the prepress folder, so one desk does it once at a time. Answers what changed.
    ///
    /// # Errors
    /// When the database or the attachment folder fails.
    pub(in crate::files) async fn leave_originals(
        &self,
        actor: &Actor,
    ) -> Result<Vec<Topic>, DeskError> {
        const MB: i64 = 1024 * 1024;
        let mut changed = Vec::new();
        let may_leave = {
            let mut reader = self.read().await?;
            let rules = settings::in_force(&mut reader, self.today()).await?;
            match rules.originals_in_prepress_above {
                0 => return Ok(changed),
                above => queries::may_leave(&mut reader, above.saturating_mul(MB)).await?,
            }
        };
        for row in may_leave {
            let sought = queries::sought(&mut *self.read().await?, &row.sha256).await?;
            let root = self.prepress();
            match reckon_aside(move || worth(&root, &sought)).await? {
                Worth::Original(copy, state) => {
                    changed.extend(self.left(actor, row, copy, state).await?);
                }
                Worth::Nothing => changed.extend(self.stays(actor, row).await?),
                Worth::Unknown => {}
            }
        }
        Ok(changed)
    }

    /// The content leaves, while the writing door is held: nobody can name it meanwhile. Were the power to fail before the
    /// commit, the row would say that it is in both folders, it would be found in the one, and the next pass would mend the row.
    async fn left(
        &self,
        actor: &Actor,
        row: MayLeave,
        copy: PathBuf,
        state: State,
    ) -> Result<Vec<Topic>, DeskError> {
        let mut writer = self.begin(actor, Activity::FileIntoPrepress).await?;
        let Some(order) = queries::still_may_leave(&mut writer, row.id).await? else {
            return Ok(Vec::new());
        };
        writer.about(Subject::Order(order));
        queries::hold(&mut writer, row.id, Held::Prepress).await?;
        let store = self.store();
        let release = move || {
            if stands(&copy, state) {
                store.let_go(&row.sha256, &copy)
            } else {
                Ok(false)
            }
        };
        match reckon_aside(release).await?.map_err(Failure::Store)? {
            true => writer.commit().await,
            false => Ok(Vec::new()),
        }
    }

    /// The copy is not what was received any more: the attachment folder keeps the content for good.
    async fn stays(&self, actor: &Actor, row: MayLeave) -> Result<Vec<Topic>, DeskError> {
        // Unless that is all there is: then the copy may be put back into the folder and is found again.
        if self.store().path_of(&row.sha256).is_err() {
            return Ok(Vec::new());
        }
        let mut writer = self.begin(actor, Activity::FileIntoPrepress).await?;
        let Some(order) = queries::still_may_leave(&mut writer, row.id).await? else {
            return Ok(Vec::new());
        };
        writer.about(Subject::Order(order));
        queries::hold(&mut writer, row.id, Held::Store).await?;
        writer.commit().await
    }
}

fn worth(root: &Path, sought: &Sought) -> Worth {
    let mut unknown = false;
    for (_, kept_as) in &sought.copies {
        let copy = below(root, kept_as);
        match durable_and_proven(&copy, &sought.sha256, sought.size) {
            Proof::Whole { state } => return Worth::Original(copy, state),
            Proof::Unknown => unknown = true,
            Proof::NotIt => {}
        }
    }
    // A share that is away says nothing of its files.
    if unknown || !root.is_dir() {
        Worth::Unknown
    } else {
        Worth::Nothing
    }
}
