//! A customer's page: what stands on it, its orders, and what happened.

use super::queries::{self, Stored};
use super::rules::{StandingFacts, missing_invoice_data, standing};
use super::wire::{CustomerForm, CustomerPage, MarkView, StandingView};
use crate::Desk;
use crate::audit;
use crate::error::DeskError;
use crate::orders;
use crate::settings;
use crate::storage::{Connection, Subject};

/// Orders shown at most; the list of orders finds the rest by the customer's name.
const MOST_ORDERS: i64 = 500;
/// Lines of history shown at most; the trail keeps all of them.
const MOST_LINES: i64 = 200;

impl Desk {
    /// The page of a customer.
    ///
    /// # Errors
    /// When there is no such customer, or the database cannot be read.
    pub async fn customer_page(&self, id: i64) -> Result<CustomerPage, DeskError> {
        let mut reader = self.read().await?;
        let stored = queries::stored(&mut reader, id).await?;
        let rules = settings::in_force(&mut reader, self.today()).await?;
        let merged = queries::merged_into(&mut reader, id).await?;
        let mut subjects = vec![Subject::Customer(id)];
        subjects.extend(merged.iter().map(|double| Subject::Customer(double.id)));
        let merged_into = match stored.merged_into {
            Some(into) => Some(queries::name_of(&mut reader, into).await?),
            None => None,
        };
        Ok(CustomerPage {
            id,
            revision: stored.revision,
            standing: standing_of(&mut reader, &stored, rules.established_after).await?,
            invoice_missing: missing_invoice_data(&stored.record),
            orders: orders::orders_of_customer(&mut reader, id, MOST_ORDERS).await?,
            merged,
            merged_into,
            trail: history(&mut reader, &subjects).await?,
            form: CustomerForm::from(&stored.record),
        })
    }
}

async fn standing_of(
    connection: &mut Connection,
    stored: &Stored,
    after: i64,
) -> Result<StandingView, DeskError> {
    let facts = queries::standing_facts(connection, stored.id).await?;
    let StandingFacts { orders, issued, .. } = facts;
    Ok(StandingView {
        code: standing(&facts, after).code(),
        orders,
        issued,
        after,
        marked: stored.marked.as_ref().map(|mark| MarkView {
            by: mark.by.clone(),
            at: mark.at.clone(),
            how: mark.how.clone(),
        }),
    })
}

/// What happened to a customer and to what was merged into it, the latest first.
async fn history(
    connection: &mut Connection,
    subjects: &[Subject],
) -> Result<Vec<orders::wire::TrailLine>, DeskError> {
    let mut rows = Vec::new();
    for subject in subjects {
        rows.extend(audit::queries::trail_of(connection, *subject, MOST_LINES).await?);
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.seq));
    rows.truncate(usize::try_from(MOST_LINES).unwrap_or(usize::MAX));
    Ok(rows
        .into_iter()
        .map(orders::trail_line)
        .collect::<Result<_, _>>()?)
}
