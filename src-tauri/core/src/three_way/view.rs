//! The comparison as its card shows it. It is asked for by itself: which inks are in a file is read from what is kept of it.

use super::file_side::FileSide;
use super::rules::ComparedRow;
use super::sheet_side::Aspect;
use super::wire::{DifferencePass, FileStand, RowView, ThreeWayView};
use super::{queries, read};
use crate::Desk;
use crate::accounts::Actor;
use crate::error::DeskError;
use crate::orders::order_facts;
use crate::preflight::{FileSaid, Seen, inks_in_file};
use crate::storage::Connection;

impl Desk {
    /// Sheet, file and sample of an order side by side (S-4.4.1A-2).
    ///
    /// # Errors
    /// When there is no such order, or the database cannot be read.
    pub async fn three_way(&self, actor: &Actor, order: i64) -> Result<ThreeWayView, DeskError> {
        actor.account()?;
        let mut reader = self.read().await?;
        let issued = queries::as_issued(&mut reader, order).await?;
        let facts = order_facts(&mut reader, order).await?;
        if facts.state.is_closed() || !facts.kind().is_released() {
            return Ok(ThreeWayView {
                samples: Vec::new(),
                rows: Vec::new(),
                issued,
            });
        }
        let (compared, said) = read::of_order(&mut reader, &facts).await?;
        let mut rows = Vec::with_capacity(compared.rows.len());
        for row in compared.rows {
            let inks = match (row.sheet.aspect, &row.file) {
                (Aspect::Colours, FileSide::Agrees(_)) => {
                    inks(&mut reader, &row.sheet.component, &said).await?
                }
                _ => String::new(),
            };
            rows.push(row_view(row, inks));
        }
        Ok(ThreeWayView {
            samples: compared.samples,
            rows,
            issued,
        })
    }
}

/// The inks of a component's files, each told once.
async fn inks(
    connection: &mut Connection,
    component: &str,
    said: &[FileSaid],
) -> Result<String, DeskError> {
    let mut told: Vec<String> = Vec::new();
    let own = said
        .iter()
        .filter(|file| file.component == component && file.seen == Seen::Read);
    for file in own {
        if let Some(inks) = inks_in_file(connection, &file.sha256).await?
            && !told.contains(&inks)
        {
            told.push(inks);
        }
    }
    Ok(told.join("；"))
}

fn row_view(row: ComparedRow, inks: String) -> RowView {
    let file = FileStand::from(&row.file);
    let answered = row.answered;
    RowView {
        path: row.sheet.path,
        component: row.sheet.name,
        aspect: row.sheet.aspect,
        sheet: row.sheet.text,
        file,
        file_text: match row.file {
            FileSide::Agrees(text) | FileSide::Differs(text) | FileSide::Passed { text, .. }
                if inks.is_empty() =>
            {
                text
            }
            _ => inks,
        },
        sample: row.sample,
        said: answered
            .as_ref()
            .map(|answered| answered.said.clone())
            .unwrap_or_default(),
        by: answered
            .as_ref()
            .map(|answered| answered.by.clone())
            .unwrap_or_default(),
        at: answered.map(|answered| answered.at),
        passed: row.passed.map(|passed| DifferencePass {
            reason: passed.reason,
            signer: passed.signature.signer,
            at: passed.signature.signed_at,
            recorded: passed.signature.recorded,
        }),
    }
}
