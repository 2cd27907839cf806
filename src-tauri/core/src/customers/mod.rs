//! Customers: who orders here, where they are, whom to call.
//!
//! **Invariant:** no two customers have the same name: on the phone and on paper the name is how one is told.

pub(crate) mod queries;
mod refusals;
mod save_customer;
pub mod wire;

pub use refusals::CustomerRefusal;

use crate::Desk;
use crate::error::{DeskError, Failure};

impl Desk {
    /// The customers whose name, short name, contact or phone contains `query`, by name; all of them when it is empty.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn customers(&self, query: &str) -> Result<Vec<wire::Customer>, DeskError> {
        queries::list(&mut *self.read().await?, query).await
    }

    /// One customer.
    ///
    /// # Errors
    /// When there is none with this id, or the database cannot be read.
    pub async fn customer(&self, id: i64) -> Result<wire::Customer, DeskError> {
        queries::customer(&mut *self.read().await?, id)
            .await?
            .ok_or_else(|| Failure::Missing("customer").into())
    }
}
