//! The list of orders: all of them, newest first, a page at a time.

mod queries;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub(super) use queries::{of_customer, rows};

use super::kind::OrderKind;
use super::wire::OrderRow;
use crate::Desk;
use crate::error::DeskError;

/// Rows of one page at most.
const MOST: i64 = 200;

/// Which orders the list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ListFilter {
    /// Every order there is.
    #[default]
    All,
    /// Whose task sheet is still to be issued.
    Open,
    /// 信息登记.
    Registered,
    /// 要求已确认.
    RequirementsConfirmed,
    /// 评审中, or concluded and not yet whole.
    InReview,
    /// 待生效.
    PendingEffect,
    /// 已生效.
    InEffect,
    /// 不接单.
    Declined,
    /// 已下单.
    Released,
    /// 已转单.
    Converted,
    /// 暂停.
    Suspended,
    /// 已取消.
    Cancelled,
}

impl ListFilter {
    /// Every filter, in the order in which it is offered.
    pub const ALL: [Self; 12] = [
        Self::All,
        Self::Open,
        Self::Registered,
        Self::RequirementsConfirmed,
        Self::InReview,
        Self::PendingEffect,
        Self::InEffect,
        Self::Released,
        Self::Suspended,
        Self::Declined,
        Self::Converted,
        Self::Cancelled,
    ];

    /// As SQL over `orders o`; worded as the indexes are, so that they serve.
    const fn condition(self) -> &'static str {
        match self {
            Self::All => "o.id > 0",
            Self::Open => {
                "o.state NOT IN ('released', 'declined', 'converted', 'suspended', 'cancelled')"
            }
            Self::Registered => "o.state = 'registered'",
            Self::RequirementsConfirmed => "o.state = 'requirements_confirmed'",
            Self::InReview => {
                "o.state IN ('in_review', 'review_passed', 'taken_with_conditions', 'quoted')"
            }
            Self::PendingEffect => "o.state = 'pending_effect'",
            Self::InEffect => "o.state = 'in_effect'",
            Self::Declined => "o.state = 'declined'",
            Self::Released => "o.state = 'released'",
            Self::Converted => "o.state = 'converted'",
            Self::Suspended => "o.state = 'suspended'",
            Self::Cancelled => "o.state = 'cancelled'",
        }
    }
}

/// Where a page begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, TS)]
#[serde(rename_all = "camelCase", tag = "at")]
pub enum PageFrom {
    /// With the newest order.
    Newest,
    /// Behind the order with this id.
    After {
        /// The last row of the page before.
        id: i64,
    },
    /// In front of the order with this id: the rows that end there.
    Before {
        /// The first row of the page behind.
        id: i64,
    },
    /// So that it ends with the oldest order.
    Oldest,
    /// So many rows down, where no row beside it is known yet.
    Skipping {
        /// Rows above it.
        rows: i64,
    },
}

impl Desk {
    /// A page of the orders the filter lets through, of one kind or of all, newest first.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn orders_page(
        &self,
        filter: ListFilter,
        kind: Option<OrderKind>,
        from: PageFrom,
        limit: i64,
    ) -> Result<Vec<OrderRow>, DeskError> {
        let limit = limit.clamp(1, MOST);
        queries::page(&mut *self.read().await?, filter, kind, from, limit).await
    }

    /// How many orders the filter lets through, of one kind or of all.
    ///
    /// # Errors
    /// When the database cannot be read.
    pub async fn orders_count(
        &self,
        filter: ListFilter,
        kind: Option<OrderKind>,
    ) -> Result<i64, DeskError> {
        queries::count(&mut *self.read().await?, filter, kind).await
    }
}
