//! Names the house has marked: the processes it masters, the products it makes for its stock. A name is marked as it
//! stands on orders, and is found by that.
//!
//! **Invariant:** a table of marks holds a name once; whose it is says what the mark means.

mod queries;

/// A table of marked names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Marks {
    table: &'static str,
}

impl Marks {
    /// The marks that stand in `table`.
    pub(crate) const fn in_table(table: &'static str) -> Self {
        Self { table }
    }
}
