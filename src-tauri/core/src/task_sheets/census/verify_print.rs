//! Is this the sheet that holds? Number and check code of a print, typed or scanned, in one field.

use super::queries::{self, CopyRow};
use super::rules::{Entered, Verdict, may_enter};
use super::wire::{LackedChange, OfferedFate, PrintVerdict, copy_view, named};
use super::{CensusRefusal, Fate};
use crate::Desk;
use crate::documents::forms::task_sheet::{FrozenBlock, circled};
use crate::error::{DeskError, Failure};
use crate::halts;
use crate::storage::Connection;
use crate::task_sheets::check_code;
use crate::task_sheets::queries::{ChangeInForce, StateRow, changes_in_force, states};

impl Desk {
    /// Tells what the print of that code is worth, since when and by whose signatures, and what may be entered of it; the
    /// number besides it tells two prints of one code apart.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn verify_print(&self, text: &str) -> Result<PrintVerdict, DeskError> {
        let Some((number, code)) = check_code::read(text) else {
            return Ok(PrintVerdict::stranger());
        };
        let mut reader = self.read().await?;
        match queries::print_of(&mut reader, number.as_deref(), &code).await? {
            Some(print) => verdict_of(&mut reader, print).await,
            None => Ok(PrintVerdict::stranger()),
        }
    }

    /// As [`verify_print`](Self::verify_print), of a print that is known.
    ///
    /// # Errors
    /// When there is no such print, or the database cannot be read.
    pub async fn copy_verdict(&self, print: i64) -> Result<PrintVerdict, DeskError> {
        verdict_of(&mut *self.read().await?, print).await
    }
}

async fn verdict_of(connection: &mut Connection, print: i64) -> Result<PrintVerdict, DeskError> {
    let copy = queries::copy(connection, print)
        .await?
        .ok_or(CensusRefusal::NoSuchCopy)?;
    let printed = copy.printed();
    let changes = changes_in_force(connection, copy.sheet).await?;
    let states = states(connection, copy.order).await?;
    let lacks: Vec<LackedChange> = printed
        .lacks(copy.in_force)
        .into_iter()
        .filter_map(|index| lacked(&changes, &states, copy.sheet, index))
        .collect();
    let verdict = printed.verdict(copy.in_force);
    // A version is followed by the change that was one too many for it.
    let opener = changes.iter().find(|change| change.index == 0);
    let next = states
        .iter()
        .find(|state| state.sheet.version == copy.state.version + 1 && state.change_index == 0);
    let (since, by) = match verdict {
        Verdict::Outdated => lacks.first().map_or((None, Vec::new()), |change| {
            (Some(change.at.clone()), change.by.clone())
        }),
        Verdict::Superseded => (
            copy.voided_at.clone(),
            opener.map(signers).unwrap_or_default(),
        ),
        Verdict::Void => (copy.voided_at.clone(), Vec::new()),
        _ => (None, Vec::new()),
    };
    // Nothing is written on paper while the order rests; it comes back, is lost or exchanged all the same (F1-11).
    let rests = halts::rest(connection, copy.order).await?.is_some();
    let mut fates = Vec::new();
    for fate in Fate::ALL {
        if rests && fate == Fate::ByHand {
            continue;
        }
        let changes = match fate {
            Fate::ByHand => printed.lacks(copy.in_force).into_iter().map(Some).collect(),
            _ => vec![None],
        };
        for change in changes {
            let entered = entered(connection, &copy, fate, change).await?;
            if may_enter(&printed, copy.in_force, entered).is_ok() {
                fates.push(OfferedFate {
                    fate,
                    change,
                    mark: change.map(circled).unwrap_or_default(),
                });
            }
        }
    }
    let superseded_by = next
        .map(|state| {
            crate::task_sheets::state_of_sheet::label(&state.sheet.number, state.sheet.version, 0)
        })
        .unwrap_or_default();
    Ok(PrintVerdict {
        verdict,
        label: named(&copy.number, copy.state),
        missing: lacks.iter().map(|change| change.mark.clone()).collect(),
        current: copy
            .in_force
            .map(|state| named(&copy.number, state))
            .unwrap_or_default(),
        order_id: Some(copy.order),
        lacks,
        superseded_by,
        since,
        by,
        fates,
        copy: Some(copy_view(copy)),
    })
}

/// What the rules ask of the copy before `fate` is entered of it.
pub(super) async fn entered(
    connection: &mut Connection,
    copy: &CopyRow,
    fate: Fate,
    change: Option<i64>,
) -> Result<Entered, DeskError> {
    Ok(match fate {
        Fate::Replaced => Entered::Replaced {
            by: queries::replacement(connection, copy).await?.is_some(),
        },
        Fate::TakenBack => Entered::TakenBack,
        Fate::Lost => Entered::Lost,
        Fate::ByHand => {
            let change = change.ok_or(CensusRefusal::NoSuchChange)?;
            let places = queries::change_of(connection, copy.sheet, change)
                .await?
                .map_or(0, |(_, places)| places);
            Entered::ByHand {
                change,
                places,
                rows: rows_left(connection, copy).await?,
            }
        }
    })
}

/// How many rows of the change block of the paper are empty: those it was printed with, less one for each place that was
/// written on it since.
async fn rows_left(connection: &mut Connection, copy: &CopyRow) -> Result<usize, DeskError> {
    let text = queries::frozen_facts(connection, copy.sheet, copy.state.change).await?;
    let block: FrozenBlock = serde_json::from_str(&text).map_err(|_| Failure::UnknownValue {
        what: "sheet_states.facts",
        value: text.chars().take(80).collect(),
    })?;
    let mut rows = block.rows_for_a_hand();
    for change in copy.printed().written {
        let places = queries::change_of(connection, copy.sheet, change).await?;
        rows = rows.saturating_sub(places.map_or(0, |(_, places)| places));
    }
    Ok(rows)
}

fn lacked(
    changes: &[ChangeInForce],
    states: &[StateRow],
    sheet: i64,
    index: i64,
) -> Option<LackedChange> {
    let change = changes.iter().find(|change| change.index == index)?;
    let state = states
        .iter()
        .find(|state| state.sheet.id == sheet && state.change_index == index)?;
    Some(LackedChange {
        change: index,
        mark: circled(index),
        at: state.frozen_at.clone(),
        by: signers(change),
        places: change
            .places
            .iter()
            .map(|place| {
                let (old, new) = (or_dash(&place.old), or_dash(&place.new));
                format!("{}：{old} → {new}", place.label)
            })
            .collect(),
    })
}

/// What an empty place is shown as.
fn or_dash(text: &str) -> &str {
    if text.is_empty() { "—" } else { text }
}

/// Who signed a change: 业务助理 beside it, and whoever approved it.
fn signers(change: &ChangeInForce) -> Vec<String> {
    let mut names = vec![change.signed.signer.clone()];
    for approval in &change.approvals {
        if !names.contains(&approval.signer) {
            names.push(approval.signer.clone());
        }
    }
    names
}
