//! Printing: the frozen sheet plus one overlay a page, numbered and logged. Only this raises the counter.

use super::census::older_copies;
use super::check_code::PrintIdentity;
use super::state_of_sheet::label;
use super::wire::{PrintMade, PrintSheetRequest};
use super::{SheetRefusal, queries};
use crate::Desk;
use crate::accounts::Actor;
use crate::audit::Activity;
use crate::clock::{as_printed, as_stored, from_stored};
use crate::desk::reckon_aside;
use crate::documents::{CopyMark, PrintLine};
use crate::error::{DeskError, Failure};
use crate::files::{FileHash, Paper, store_row};
use crate::storage::Subject;
use crate::wire::Done;

/// The longest name a holder may have.
const LONGEST_HOLDER: usize = 20;

impl Desk {
    /// Makes the next print of the sheet in force for `holder` and logs it; answers the print, which is
    /// then handed out.
    ///
    /// # Errors
    /// When there is no sheet, nobody is named as holder, or the print cannot be drawn or kept.
    pub async fn print_sheet(
        &self,
        actor: &Actor,
        request: PrintSheetRequest,
    ) -> Result<Done<PrintMade>, DeskError> {
        let printed_by = actor.account()?;
        let holder = request.holder.trim().to_owned();
        if holder.is_empty() || holder.chars().count() > LONGEST_HOLDER {
            return Err(SheetRefusal::HolderMissing.into());
        }
        let mut writer = self.begin(actor, Activity::PrintSheet).await?;
        let state = queries::states(&mut writer, request.order_id)
            .await?
            .into_iter()
            .next_back()
            .ok_or(SheetRefusal::NotReleased)?;
        let print_number = queries::prints_of_state(&mut writer, state.id).await? + 1;
        let identity = PrintIdentity {
            number: &state.sheet.number,
            version: state.sheet.version,
            change_index: state.change_index,
            print_number,
            content_hash: &state.content_hash,
        };
        let check_code = identity.code();
        let line = PrintLine {
            qr: identity.qr(),
            check_code: check_code.clone(),
            print_number: print_number.to_string(),
            holder: holder.clone(),
            printed_at: as_printed(writer.at()),
            printed_by: writer.actor().name().to_owned(),
            moment: writer.at(),
        };
        let frozen =
            FileHash::read(&state.pdf_sha256).ok_or(Failure::Missing("sheet_states.pdf_sha256"))?;
        let (press, store) = (self.press().clone(), self.store());
        let draw = move || -> Result<_, DeskError> {
            let frozen = store.read(&frozen).map_err(Failure::Store)?;
            Ok(store
                .keep_bytes(&press.print(&frozen, &line)?)
                .map_err(Failure::Store)?)
        };
        let kept = reckon_aside(draw).await??;
        store_row(&mut writer, &kept).await?;
        let at = as_stored(writer.at());
        writer
            .insert(
                "prints",
                &[
                    ("sheet_state_id", state.id.into()),
                    ("print_number", print_number.into()),
                    ("check_code", check_code.clone().into()),
                    ("holder", holder.as_str().into()),
                    ("printed_at", at.into()),
                    ("printed_by", printed_by.into()),
                    ("pdf_sha256", kept.sha256.as_str().into()),
                ],
            )
            .await?;
        let older = older_copies(&mut writer, request.order_id, &holder).await?;
        let label = label(&state.sheet.number, state.sheet.version, state.change_index);
        writer.about(Subject::Order(request.order_id));
        writer.note("sheet", &label);
        writer.note("print", print_number.to_string());
        Ok(Done {
            value: PrintMade {
                order: request.order_id,
                file_name: super::wire::file_name(&label, Some(print_number)),
                sha256: kept.sha256.into(),
                older,
            },
            changed: writer.commit().await?,
        })
    }

    /// A copy of a frozen state to look at, marked 非打印件 and, where it no longer holds, 已过时 or 作废; no print, no
    /// number. The same state gives the same copy until a newer one takes its place.
    ///
    /// # Errors
    /// When there is no such state, or the copy cannot be drawn or kept.
    pub async fn sheet_copy(&self, state: i64) -> Result<Paper, DeskError> {
        let (chosen, newest) = {
            let mut reader = self.read().await?;
            let chosen = queries::state(&mut reader, state).await?;
            let newest = queries::newest_change(&mut reader, chosen.sheet.id).await?;
            (chosen, newest)
        };
        let mark = if chosen.sheet.voided {
            CopyMark::Void
        } else if chosen.change_index < newest {
            CopyMark::Outdated
        } else {
            CopyMark::InForce
        };
        let frozen = FileHash::read(&chosen.pdf_sha256)
            .ok_or(Failure::Missing("sheet_states.pdf_sha256"))?;
        let moment = from_stored(&chosen.frozen_at).map_err(|_| Failure::UnknownValue {
            what: "sheet_states.frozen_at",
            value: chosen.frozen_at.clone(),
        })?;
        let (press, store) = (self.press().clone(), self.store());
        let draw = move || -> Result<_, DeskError> {
            let frozen = store.read(&frozen).map_err(Failure::Store)?;
            Ok(store
                .keep_bytes(&press.copy(&frozen, mark, moment)?)
                .map_err(Failure::Store)?)
        };
        let kept = reckon_aside(draw).await??;
        let label = label(
            &chosen.sheet.number,
            chosen.sheet.version,
            chosen.change_index,
        );
        let pages = super::wire::pages_of(self, kept.sha256.as_str()).await?;
        Ok(Paper {
            sha256: kept.sha256.into(),
            file_name: super::wire::file_name(&label, None),
            pages,
        })
    }
}
