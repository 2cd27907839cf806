//! The house's one database: opened safely, read freely, written through one door.
//!
//! SQLite in the data folder, or a PostgreSQL server that several desks share. The SQL is the subset both speak;
//! what differs stands in [`engine`] and in the two migration folders, and nowhere else.
//!
//! **Invariant:** a row is written by [`Writer`], or it is a draft, or it is the index of words ([`word_index`]), which is
//! derived from the rows and could be made anew. There is no fourth way.
//! **Invariant:** every write transaction is immediate: a deferred one that reads and then writes fails at once
//! on SQLite, whatever the busy timeout.

mod address;
mod cell;
mod database_error;
mod drafts;
mod engine;
mod gathered;
mod many;
mod open;
mod question;
mod tidying;
mod together;
mod topic;
pub(crate) mod word_index;
mod writer;

pub use address::Address;
pub use cell::Cell;
pub use database_error::DatabaseError;
pub use drafts::Draft;
pub(crate) use gathered::{gathered, in_one_row};
pub(crate) use many::{in_steps, parameters};
pub(crate) use open::Pool;
pub(crate) use question::Question;
pub(crate) use together::Change;
pub use topic::{Subject, Topic};
pub(crate) use writer::NewRow;
pub use writer::Writer;

/// A connection to read with.
pub type Reader = sqlx::pool::PoolConnection<sqlx::Any>;
/// What the queries read from: a [`Reader`] or the inside of a [`Writer`].
pub type Connection = sqlx::AnyConnection;
/// A row as both databases give it.
pub(crate) type Row = sqlx::any::AnyRow;
