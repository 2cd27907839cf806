//! Bringing the kept findings in line with what there is, in the commit that changed the order.

use super::queries;
use super::rules::{Found, Kept, Step, found, steps};
use crate::clock::as_stored;
use crate::error::{DeskError, Failure};
use crate::orders::OrderFacts;
use crate::storage::{Cell, Writer};

/// Enters what the rules of the craft find on an order, and closes what is gone; every step leaves its image in the trail.
///
/// # Errors
/// When the database fails.
pub(crate) async fn settle(writer: &mut Writer, facts: &OrderFacts) -> Result<(), DeskError> {
    let kept: Vec<Kept> = queries::findings(writer, facts.id)
        .await?
        .into_iter()
        .map(|finding| finding.kept)
        .collect();
    let found = found(&facts.specification, &facts.rules);
    let at = as_stored(writer.at());
    let by = writer.actor().id();
    for step in steps(&facts.specification, &found, &kept) {
        match step {
            Step::Open(found) => {
                let mut columns = as_found(&found)?;
                columns.extend([
                    ("order_id", facts.id.into()),
                    ("code", found.code.into()),
                    ("path", found.path.into()),
                    ("words", "".into()),
                    ("found_at", at.as_str().into()),
                    ("found_by", by.into()),
                    ("outcome_words", "".into()),
                ]);
                writer.insert("material_findings", &columns).await?;
            }
            Step::Refresh(id, found) => {
                writer
                    .update("material_findings", id, &as_found(&found)?)
                    .await?;
            }
            Step::Reopen(id) => {
                let open: [(&'static str, Cell); 3] = [
                    ("closed_at", Cell::Text(None)),
                    ("closed_by", Cell::Int(None)),
                    ("closed_how", Cell::Text(None)),
                ];
                writer.update("material_findings", id, &open).await?;
            }
            Step::Close(id) => close(writer, id, "gone").await?,
        }
    }
    Ok(())
}

/// Closes a finding: `gone` with its cause, or `mended` by the word of a person.
pub(super) async fn close(
    writer: &mut Writer,
    id: i64,
    how: &'static str,
) -> Result<(), DeskError> {
    let at = as_stored(writer.at());
    let closed: [(&'static str, Cell); 3] = [
        ("closed_at", at.into()),
        ("closed_by", writer.actor().id().into()),
        ("closed_how", how.into()),
    ];
    writer.update("material_findings", id, &closed).await
}

fn as_found(found: &Found) -> Result<Vec<(&'static str, Cell)>, Failure> {
    let params = serde_json::to_string(&found.params)
        .map_err(|_| Failure::Missing("material_findings.params"))?;
    Ok(vec![
        ("params", params.into()),
        ("value_hash", found.value_hash.as_str().into()),
    ])
}
