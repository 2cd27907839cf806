//! The list of orders, and what is reckoned for a form.

use super::wire::{OrderForm, OrderRow, Problem, Reckoning};
use super::{queries, reckon};
use crate::Desk;
use crate::accounts;
use crate::calendar::BusinessDay;
use crate::customers;
use crate::error::DeskError;

/// Rows shown at most.
const MOST: i64 = 1_000;

impl Desk {
    /// The orders in whose number, customer or product `query` is found, newest first; all of them when it is empty.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn orders(&self, query: &str, limit: i64) -> Result<Vec<OrderRow>, DeskError> {
        queries::list(&mut *self.read().await?, query, limit.clamp(1, MOST)).await
    }

    /// Reckons a form as of today, and points out names nobody has.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn reckon(&self, form: &OrderForm) -> Result<Reckoning, DeskError> {
        let mut reckoning = reckon(form, BusinessDay(self.today()));
        let mut reader = self.read().await?;
        for (path, code) in [
            ("order.customer_id", "unknown_customer"),
            ("order.sales_rep_id", "unknown_person"),
            ("order.assistant_id", "unknown_person"),
        ] {
            let Some(reading) = reckoning.fields.get_mut(path) else {
                continue;
            };
            let Some(name) = reading.understood.as_deref() else {
                continue;
            };
            let known = if code == "unknown_customer" {
                customers::queries::id_of(&mut reader, name)
                    .await?
                    .is_some()
            } else {
                accounts::queries::by_name(&mut reader, name)
                    .await?
                    .is_some()
            };
            if !known {
                reading.problem = Some(Problem {
                    code: code.to_owned(),
                    params: [("name".to_owned(), name.to_owned())].into(),
                });
            }
        }
        Ok(reckoning)
    }
}
