//! Freezing a state of a sheet: the facts, their hash, and the PDF, once.

use sha2::{Digest as _, Sha256};

use super::queries;
use super::sheet_facts::{SheetSources, sheet_facts};
use crate::Desk;
use crate::audit::hex;
use crate::clock::{as_stored, in_shanghai};
use crate::desk::reckon_aside;
use crate::error::{DeskError, Failure};
use crate::files::store_row;
use crate::house::House;
use crate::orders::{OrderFacts, Specification};
use crate::settings;
use crate::storage::Writer;

/// What is to be frozen.
#[derive(Clone, Copy, Debug)]
pub(super) struct Frozen<'a> {
    pub(super) house: &'a House,
    pub(super) order: &'a OrderFacts,
    /// What the sheet says: the order's content, or what a change makes of it.
    pub(super) specification: &'a Specification,
    pub(super) sheet: i64,
    pub(super) change_index: i64,
}

/// How a state is called: `RW-2026-A000456 · V1·改2`.
pub(crate) fn label(number: &str, version: i64, change_index: i64) -> String {
    if change_index == 0 {
        format!("{number} · V{version}")
    } else {
        format!("{number} · V{version}·改{change_index}")
    }
}

/// Words the state, draws it, keeps the PDF and enters it; all within the act that makes it.
pub(super) async fn freeze(
    writer: &mut Writer,
    desk: &Desk,
    frozen: Frozen<'_>,
) -> Result<(), DeskError> {
    let sources = SheetSources::read(writer, desk, frozen).await?;
    let facts = sheet_facts(frozen, &sources)?;
    let text = serde_json::to_string(&facts).map_err(|error| Failure::UnknownValue {
        what: "sheet_states.facts",
        value: error.to_string(),
    })?;
    let content_hash = hex(&Sha256::digest(text.as_bytes()));
    let form = serde_json::to_string(&frozen.specification.to_form()).map_err(|error| {
        Failure::UnknownValue {
            what: "sheet_states.form",
            value: error.to_string(),
        }
    })?;
    let (press, store) = (desk.press().clone(), desk.store());
    let draw = move || -> Result<_, DeskError> {
        Ok(store
            .keep_bytes(&press.pdf(&facts)?)
            .map_err(Failure::Store)?)
    };
    let kept = reckon_aside(draw).await??;
    store_row(writer, &kept).await?;
    let at = as_stored(writer.at());
    writer
        .insert(
            "sheet_states",
            &[
                ("task_sheet_id", frozen.sheet.into()),
                ("change_index", frozen.change_index.into()),
                ("form", form.into()),
                ("facts", text.into()),
                ("content_hash", content_hash.into()),
                ("pdf_sha256", kept.sha256.as_str().into()),
                ("frozen_at", at.into()),
            ],
        )
        .await?;
    Ok(())
}

/// Finds out whether a state with one more change could be put on paper, before anybody signs for it.
pub(super) async fn can_be_printed(
    writer: &mut Writer,
    desk: &Desk,
    frozen: Frozen<'_>,
    change: queries::ChangeInForce,
) -> Result<(), DeskError> {
    let mut sources = SheetSources::read(writer, desk, frozen).await?;
    sources.changes.push(change);
    let facts = sheet_facts(frozen, &sources)?;
    let press = desk.press().clone();
    reckon_aside(move || press.lay_out(&facts).map(drop)).await??;
    Ok(())
}

impl SheetSources {
    async fn read(writer: &mut Writer, desk: &Desk, frozen: Frozen<'_>) -> Result<Self, DeskError> {
        let sheet = queries::sheet(writer, frozen.sheet).await?;
        let today = in_shanghai(writer.at()).date();
        let base = queries::base_of(writer, frozen.sheet).await?;
        Ok(Self {
            issued_by: queries::name_of(writer, sheet.issued_by).await?,
            check: crate::accounts::queries::signature(writer, sheet.check_signature_id).await?,
            changes: queries::changes_in_force(writer, frozen.sheet).await?,
            samples: crate::samples::stamp_blocks(writer, frozen.order.id).await?,
            first_page: crate::positions::first_page(writer, desk, frozen.order).await?,
            comparison: crate::three_way::words_on_sheet(writer, frozen.order).await?,
            review: crate::review::words_on_sheet(writer, frozen.order, today).await?,
            places: settings::in_force(writer, today).await?.places_per_version,
            base,
            sheet,
            at: writer.at(),
        })
    }
}
