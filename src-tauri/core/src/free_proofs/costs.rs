//! What free proofs cost, month by month.

use chrono::{Datelike as _, Days, Months};

use super::queries::{self, FreeProofRow};
use super::wire::{FreeProofCost, FreeProofCosts, MonthCost};
use crate::Desk;
use crate::clock::{from_stored, in_shanghai};
use crate::error::{DeskError, Failure};
use crate::measures::Fen;

/// Months shown, this one included.
const MONTHS: u32 = 12;

impl Desk {
    /// The free proofs of the last twelve months by the month they were issued in, with what they cost.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn free_proof_costs(&self) -> Result<FreeProofCosts, DeskError> {
        let today = self.today();
        let month = today
            .checked_sub_months(Months::new(MONTHS - 1))
            .unwrap_or(today);
        let first = month.with_day(1).unwrap_or(month);
        // A day earlier than the month begins here: the store counts in UTC.
        let since = first.checked_sub_days(Days::new(1)).unwrap_or(first);
        let rows = queries::issued_since(&mut *self.read().await?, &since.to_string()).await?;
        costs(rows, &first.format("%Y-%m").to_string())
    }
}

fn costs(rows: Vec<FreeProofRow>, first: &str) -> Result<FreeProofCosts, DeskError> {
    let mut months: Vec<(String, i64, i64, Fen)> = Vec::new();
    let mut lines = Vec::new();
    for row in rows {
        let issued_at = row.issued_at.unwrap_or_default();
        let at = from_stored(&issued_at).map_err(|_| Failure::UnknownValue {
            what: "free_proofs.issued_at",
            value: issued_at.clone(),
        })?;
        let month = in_shanghai(at).format("%Y-%m").to_string();
        if month.as_str() < first {
            continue;
        }
        if months.last().is_none_or(|(last, ..)| *last != month) {
            months.push((month.clone(), 0, 0, Fen::ZERO));
        }
        if let Some((_, count, open, sum)) = months.last_mut() {
            *count += 1;
            match row.cost {
                None => *open += 1,
                Some(cost) => {
                    *sum = sum.checked_add(cost).ok_or(Failure::UnknownValue {
                        what: "free_proofs.cost",
                        value: cost.to_string(),
                    })?;
                }
            }
        }
        let (approved_by, recorded) = row
            .approved
            .map(|(signer, recorded, _)| (signer, recorded))
            .unwrap_or_default();
        lines.push(FreeProofCost {
            order_id: row.order,
            month,
            number: row.number.unwrap_or_default(),
            order_number: row.order_number,
            customer: row.customer,
            product: row.product,
            content: row.content,
            approved_by,
            recorded,
            cost: row.cost.map(|cost| cost.to_string()),
        });
    }
    Ok(FreeProofCosts {
        months: months
            .into_iter()
            .map(|(month, count, open, cost)| MonthCost {
                month,
                count,
                open,
                cost: cost.to_string(),
            })
            .collect(),
        lines,
    })
}
