//! What became of a copy: 已换发, 已手改, 收回, 遗失 (S-4.4.2b). One scan, one entry.

use super::queries::{self, CopyRow};
use super::rules::may_enter;
use super::stand_copies::stand_copies;
use super::verify_print::entered;
use super::wire::RecordCopyRequest;
use super::{CensusRefusal, Fate};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::as_stored;
use crate::error::DeskError;
use crate::storage::{Cell, Subject, Writer};
use crate::task_sheets::state_of_sheet::label;
use crate::wire::Done;

/// The longest note.
const LONGEST_NOTE: usize = 200;

impl Fate {
    /// The act by which it is entered.
    const fn activity(self) -> Activity {
        match self {
            Self::Replaced => Activity::ReplaceCopies,
            Self::ByHand => Activity::AmendCopy,
            Self::TakenBack => Activity::TakeCopyBack,
            Self::Lost => Activity::LoseCopy,
        }
    }
}

impl Desk {
    /// Enters what became of one copy. Answers its print.
    ///
    /// # Errors
    /// When there is no such print, it is out of use, nothing takes its place, the change cannot stand on it, or it is lost and
    /// nobody says why.
    pub async fn record_copy(
        &self,
        actor: &Actor,
        request: RecordCopyRequest,
    ) -> Result<Done<i64>, DeskError> {
        let note = request.note.trim();
        if note.chars().count() > LONGEST_NOTE {
            return Err(CensusRefusal::NoteTooLong { most: LONGEST_NOTE }.into());
        }
        let mut writer = self.begin(actor, request.fate.activity()).await?;
        let copy = queries::copy(&mut writer, request.print_id)
            .await?
            .ok_or(CensusRefusal::NoSuchCopy)?;
        enter(&mut writer, &copy, request.fate, request.change, note).await?;
        stand_copies(&mut writer, copy.order).await?;
        writer.about(Subject::Order(copy.order));
        writer.note("sheet", called(&copy));
        writer.note("holder", copy.holder);
        Ok(Done {
            value: request.print_id,
            changed: writer.commit().await?,
        })
    }
}

/// The print as the trail names it: state and number.
pub(super) fn called(copy: &CopyRow) -> String {
    let state = label(&copy.number, copy.state.version, copy.state.change);
    format!("{state} #{}", copy.print_number)
}

/// Enters one fate within its act.
pub(super) async fn enter(
    writer: &mut Writer,
    copy: &CopyRow,
    fate: Fate,
    change: Option<i64>,
    note: &str,
) -> Result<(), DeskError> {
    let asked = entered(writer, copy, fate, change).await?;
    may_enter(&copy.printed(), copy.in_force, asked)?;
    if fate == Fate::Lost && note.is_empty() {
        return Err(CensusRefusal::ReasonMissing.into());
    }
    let amendment = match change.filter(|_| fate == Fate::ByHand) {
        Some(change) => {
            let known = queries::change_of(writer, copy.sheet, change).await?;
            Cell::Int(Some(known.ok_or(CensusRefusal::NoSuchChange)?.0))
        }
        None => Cell::Int(None),
    };
    let replaced_by = match fate {
        Fate::Replaced => Cell::Int(queries::replacement(writer, copy).await?),
        _ => Cell::Int(None),
    };
    let (at, by) = (as_stored(writer.at()), writer.actor().account()?);
    writer
        .insert(
            "copy_entries",
            &[
                ("print_id", copy.id.into()),
                ("kind", fate.code().into()),
                ("amendment_id", amendment),
                ("replaced_by", replaced_by),
                ("note", note.into()),
                ("entered_at", at.into()),
                ("entered_by", by.into()),
            ],
        )
        .await?;
    Ok(())
}
