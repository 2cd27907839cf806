//! Reading what is compared: in the check list by what is known already, else from the order.

use super::queries;
use super::rules::{Compared, compare, samples_in_use};
use crate::error::DeskError;
use crate::orders::OrderFacts;
use crate::preflight::{FileSaid, preflighted};
use crate::samples::sample_facts;
use crate::storage::Connection;

/// The three sides of an order whose samples and files were read; `any` is whether anybody has said anything of it yet.
///
/// # Errors
/// When the database cannot be read.
pub(crate) async fn compared(
    connection: &mut Connection,
    facts: &OrderFacts,
    samples: &[String],
    said: &[FileSaid],
    any: bool,
) -> Result<Compared, DeskError> {
    let (answers, passes) = if any {
        (
            queries::answers(connection, facts.id).await?,
            queries::passes(connection, facts.id).await?,
        )
    } else {
        (Vec::new(), Vec::new())
    };
    let tolerance = facts.rules.preflight.size_tolerance;
    let specification = &facts.specification;
    Ok(compare(
        specification,
        tolerance,
        samples,
        said,
        &answers,
        &passes,
    ))
}

/// The three sides of an order as it stands, and what the files say.
pub(super) async fn of_order(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<(Compared, Vec<FileSaid>), DeskError> {
    let samples = samples_in_use(&sample_facts(connection, facts.id).await?);
    let said = preflighted(connection, facts).await?;
    let said = said.map(|known| known.said).unwrap_or_default();
    let compared = compared(connection, facts, &samples, &said, true).await?;
    Ok((compared, said))
}
