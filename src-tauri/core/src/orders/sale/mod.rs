//! 报价单 and 订单确认书: what goes to the customer on paper before the plant begins (F5-2, F1-05b, F1-06, F7-06), and the
//! record of when the confirmation was sent (回复客户).
//!
//! **Invariant:** a paper is made of the order as it stands and kept by content: the same order on the same day is the same
//! paper, and is entered once.
//! **Invariant:** a paper says by the hash of its content whether the order has moved on since.

mod make_paper;
mod queries;
mod record_reply;
mod refusals;
mod rules;
mod wire;
mod worded;

pub(crate) use queries::sale_view;
pub use refusals::SaleRefusal;
pub use rules::PaperKind;
pub(crate) use rules::{customer_of, customer_on_paper, signed_by_customer};
pub use wire::{RecordReply, SaleView};

use super::OrderFacts;
use crate::error::DeskError;
use crate::storage::Connection;

/// The latest quote of an order: from it an order counts as 已报价.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteGiven {
    /// When it was made (UTC).
    pub quoted_at: String,
    /// The last day on which it holds.
    pub valid_until: String,
    /// The order has moved on since.
    pub outdated: bool,
}

impl QuoteGiven {
    /// Whether it still says what is ordered, and its day has not passed.
    #[must_use]
    pub fn holds_on(&self, day: chrono::NaiveDate) -> bool {
        !self.outdated && self.valid_until >= day.to_string()
    }
}

/// The latest quote of an order, if one was ever made.
///
/// # Errors
/// When the database cannot be read.
pub async fn quote_given(
    connection: &mut Connection,
    facts: &OrderFacts,
) -> Result<Option<QuoteGiven>, DeskError> {
    let Some(made) = queries::latest(connection, facts.id, PaperKind::Quote).await? else {
        return Ok(None);
    };
    let now = rules::content_of(connection, facts).await?;
    Ok(Some(QuoteGiven {
        quoted_at: made.made_at,
        outdated: made.content_hash != now,
        valid_until: made.valid_until.unwrap_or_default(),
    }))
}
