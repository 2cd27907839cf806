//! What is reckoned for a form while it is typed.

use super::invoice_data::note_missing_invoice_data;
use super::reckon;
use super::rules_of_form::rules_of_form;
use super::wire::{OrderForm, Problem, Reckoning};
use crate::Desk;
use crate::accounts;
use crate::calendar::BusinessDay;
use crate::customers;
use crate::error::DeskError;

impl Desk {
    /// Reckons a form as of today, and points out names nobody has.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn reckon(&self, form: &OrderForm) -> Result<Reckoning, DeskError> {
        let mut reader = self.read().await?;
        let rules = rules_of_form(&mut reader, form, self.today()).await?;
        let mut reckoning = reckon(form, BusinessDay(self.today()), &rules);
        note_missing_invoice_data(&mut reader, form, &mut reckoning).await?;
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
                accounts::queries::id_of(name)
                    .ask(&mut reader)
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
