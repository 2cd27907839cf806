//! Customers: who orders here, whom to call, where to deliver, how they pay, and what their invoice needs.
//!
//! Standing: 潜在 (has not ordered) → 新 (ordered, nothing issued yet) → 老 (issued often enough, or marked so).
//!
//! **Invariant:** no two customers have the same name or the same code: on the phone and on paper the name is how one
//! is told. A name that was merged away stays taken and leads to the customer it was merged into.
//! **Invariant:** contact and phone on the customer's own row are those of its default contact, written with it.
//! **Invariant:** at most one contact and one address are the default, and there is one where there are any.

mod change_customer;
mod gaps;
mod merge_customers;
mod offers;
mod page;
pub(crate) mod queries;
mod record;
mod refusals;
mod rules;
mod save_customer;
pub mod wire;
mod written;

pub use record::{Address, Contact, CustomerRecord, Due, Term};
pub use refusals::CustomerRefusal;
pub use rules::{Marked, Standing, StandingFacts, missing_invoice_data, standing};

pub(crate) use offers::{invoice_data_missing, record_of};
pub(crate) use rules::understood;
pub(crate) use written::{enter, mark};

use crate::Desk;
use crate::error::{DeskError, Failure};
use crate::settings;

/// Customers listed at most; whoever has more narrows the query.
const MOST_LISTED: i64 = 20_000;
/// Customers offered while one is typing a name.
const MOST_OFFERED: i64 = 50;

impl Desk {
    /// The customers whose name, earlier name, short name, code, contact or phone contains `query`, by name; all of
    /// them when it is empty.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn customers(&self, query: &str) -> Result<Vec<wire::CustomerRow>, DeskError> {
        self.customers_up_to(query, MOST_LISTED).await
    }

    /// The first few of [`customers`](Self::customers), for the field in which one is typing a name.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn customer_choices(&self, query: &str) -> Result<Vec<wire::CustomerRow>, DeskError> {
        self.customers_up_to(query, MOST_OFFERED).await
    }

    async fn customers_up_to(
        &self,
        query: &str,
        most: i64,
    ) -> Result<Vec<wire::CustomerRow>, DeskError> {
        let mut reader = self.read().await?;
        let rules = settings::in_force(&mut reader, self.today()).await?;
        queries::list(&mut reader, query, most, rules.established_after).await
    }

    /// One customer.
    ///
    /// # Errors
    /// When there is none with this id, or the database cannot be read.
    pub async fn customer(&self, id: i64) -> Result<wire::Customer, DeskError> {
        queries::customer(&mut *self.read().await?, id)
            .await?
            .ok_or_else(|| Failure::Missing("customers").into())
    }
}
