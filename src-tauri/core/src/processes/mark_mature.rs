//! Marking a process 成熟, and taking the mark back.

use super::{MATURE, ProcessRefusal};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::orders::fields::Level;
use crate::orders::stand_by_process;
use crate::storage::{Subject, Topic, Writer};
use crate::typed::{LONGEST_NAME, clean_text};
use crate::wire::Done;

impl Desk {
    /// Marks a process 成熟.
    ///
    /// # Errors
    /// When `actor` may not, it has no name, or it is marked already.
    pub async fn mark_mature(&self, actor: &Actor, name: &str) -> Result<Done<()>, DeskError> {
        let name = clean_text(name, LONGEST_NAME).map_err(|_| ProcessRefusal::NoName)?;
        let mut writer = self.begin(actor, Activity::MarkMature).await?;
        if MATURE.hold(&mut writer, &name).await? {
            return Err(ProcessRefusal::Marked { name }.into());
        }
        mark(&mut writer, &name, "setting").await?;
        stand_by_process(&mut writer, std::slice::from_ref(&name)).await?;
        about_processes(&mut writer, name);
        Ok(Done {
            value: (),
            changed: writer.commit().await?,
        })
    }

    /// Takes the mark of a process back.
    ///
    /// # Errors
    /// When `actor` may not, or it is not marked any more.
    pub async fn unmark_mature(&self, actor: &Actor, id: i64) -> Result<Done<()>, DeskError> {
        let mut writer = self.begin(actor, Activity::MarkMature).await?;
        let name = MATURE.name_of(&mut writer, id).await?;
        writer.delete("mature_processes", id).await?;
        stand_by_process(&mut writer, std::slice::from_ref(&name)).await?;
        writer.note("taken_back", "✓");
        about_processes(&mut writer, name);
        Ok(Done {
            value: (),
            changed: writer.commit().await?,
        })
    }
}

fn about_processes(writer: &mut Writer, name: String) {
    writer.about(Subject::House);
    writer.touch(Topic::settings());
    writer.note("process", name);
}

/// Marks a process that is not marked yet.
pub(crate) async fn mark(
    writer: &mut Writer,
    name: &str,
    how: &'static str,
) -> Result<(), DeskError> {
    let (at, by) = (as_stored(writer.at()), writer.actor().name().to_owned());
    writer
        .insert(
            "mature_processes",
            &[
                ("name", name.into()),
                ("marked_at", at.into()),
                ("marked_by", by.into()),
                ("how", how.into()),
            ],
        )
        .await?;
    Ok(())
}

/// Marks what the dictionary offers: the usual processes of the trade are no new ones to a house that opens, else every order of
/// its first months would be reviewed (S-4.3.1B). What it does not master it takes back.
pub(crate) async fn mark_usual(writer: &mut Writer) -> Result<(), DeskError> {
    let usual = Level::Finishing.field("process").map(|field| field.presets);
    for name in usual.unwrap_or_default() {
        mark(writer, name, "setting").await?;
    }
    Ok(())
}
