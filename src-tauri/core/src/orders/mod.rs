//! The order: taken on the phone, written down, read back to the customer, and then the ground of everything that follows.
//!
//! States: 信息登记 (registered) → 要求已确认 (requirements confirmed) → 评审 (in review) → 已下单 (released).

pub mod fields;
