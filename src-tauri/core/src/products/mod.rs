//! 常规畅销产品: what the house makes for its own stock (F4-5a). A product is known by its name, as it stands on orders.
//!
//! **Invariant:** each mark says who set it and when.

mod mark_regular;
mod queries;
mod refusals;
pub mod wire;

use crate::marks::Marks;

/// The products marked 常规畅销.
pub(crate) const REGULAR: Marks = Marks::in_table("regular_products");

pub(crate) use mark_regular::must_be_regular;
pub(crate) use queries::regular;
pub use refusals::ProductRefusal;
