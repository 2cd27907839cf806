//! The moment a change stands: the order takes it, and the next state of the sheet is frozen. One place too many
//! and it is a new version instead; the old one is void (S-4.4.2b).

use super::queries::{self, SheetRow};
use super::state_of_sheet::{Frozen, freeze, label};
use super::{Authority, SheetRefusal, check_list};
use crate::Desk;
use crate::clock::{as_stored, in_shanghai};
use crate::error::DeskError;
use crate::house::House;
use crate::orders::{OrderFacts, Specification};
use crate::storage::Writer;

/// A change everybody has signed.
#[derive(Clone, Copy, Debug)]
pub(super) struct Change<'a> {
    pub(super) id: i64,
    pub(super) facts: &'a OrderFacts,
    pub(super) sheet: &'a SheetRow,
    pub(super) specification: &'a Specification,
    pub(super) new_version: bool,
}

/// Puts the change in force within the act that completed it.
pub(super) async fn put_in_force(
    writer: &mut Writer,
    desk: &Desk,
    house: &House,
    change: Change<'_>,
) -> Result<(), DeskError> {
    let order = change.facts.id;
    crate::orders::put_in_force(writer, order, change.facts.revision, change.specification).await?;
    let facts = crate::orders::order_facts(writer, order).await?;
    let at = as_stored(writer.at());
    let (sheet, change_index) = if change.new_version {
        refuse_red(writer, &facts).await?;
        let check = queries::approvals(writer, change.id)
            .await?
            .into_iter()
            .find(|(authority, _)| authority == Authority::Check.code())
            .map(|(_, signature)| signature)
            .ok_or(SheetRefusal::NotAsked)?;
        writer
            .update(
                "task_sheets",
                change.sheet.id,
                &[("voided_at", at.clone().into())],
            )
            .await?;
        let issuer = queries::amendment(writer, change.id).await?.requested_by;
        let sheet = writer
            .insert(
                "task_sheets",
                &[
                    ("order_id", order.into()),
                    ("number", change.sheet.number.clone().into()),
                    ("version", (change.sheet.version + 1).into()),
                    ("issued_at", at.clone().into()),
                    ("issued_by", issuer.into()),
                    ("check_signature_id", check.id.into()),
                ],
            )
            .await?;
        (sheet, 0)
    } else {
        let used = queries::changes_in_force(writer, change.sheet.id).await?;
        (
            change.sheet.id,
            used.iter().map(|change| change.index).max().unwrap_or(0) + 1,
        )
    };
    writer
        .update(
            "amendments",
            change.id,
            &[
                ("state", "in_force".into()),
                ("change_index", change_index.into()),
                ("decided_at", at.into()),
            ],
        )
        .await?;
    freeze(
        writer,
        desk,
        Frozen {
            house,
            order: &facts,
            specification: change.specification,
            sheet,
            change_index,
        },
    )
    .await?;
    let version = change.sheet.version + i64::from(change.new_version);
    writer.note("sheet", label(&change.sheet.number, version, change_index));
    Ok(())
}

/// Lines of the check list that stand with the signed change itself: what the customer agreed to and was verified of, what
/// the material was found to be before release, and who checked it.
const WITH_THE_CHANGE: [&str; 7] = [
    "read_back",
    "verified",
    "material_findings",
    "material_unaudited",
    "material_stale",
    "check",
    "check_stale",
];

/// A new version is an issue like the first: samples, review and starred fields are asked of what it will say.
async fn refuse_red(writer: &mut Writer, facts: &OrderFacts) -> Result<(), DeskError> {
    let today = in_shanghai(writer.at()).date();
    let lines: Vec<_> = check_list(writer, facts, today)
        .await?
        .into_iter()
        .filter(|line| !line.ok && !WITH_THE_CHANGE.contains(&line.code))
        .map(|line| line.code)
        .collect();
    if lines.is_empty() {
        Ok(())
    } else {
        Err(SheetRefusal::NotGreen { lines }.into())
    }
}
