//! The trail: every committed act, chained by hash from the first row (F1-21).
//!
//! A row says who did what, when, about which subject, and holds the image of each row it touched before and
//! after. The hash of a row covers its content and the hash of the row before it, so nothing in the middle can be
//! changed, removed or put in without the chain showing it.
//!
//! **Invariant:** rows are only ever appended; the schema's own triggers refuse anything else.

mod activity;
mod chain;
pub(crate) mod queries;

pub use activity::Activity;
pub use chain::{ChainBreak, check_chain};
pub use queries::TrailRow;

pub(crate) use chain::{Entry, Head, hex};
pub(crate) use queries::{acts_of, changes_of};
