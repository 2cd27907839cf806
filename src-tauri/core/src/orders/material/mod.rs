//! 资料审核: whether what the customer ordered and handed in is what the craft can do (S-4.1.3).
//!
//! A *finding* (不合理) comes of a rule of the craft, or a person writes it down. It is *open* until the customer was spoken
//! to and something came of it: 按原样做 settles it for exactly the value it was given to; 改资料 and 取消该要求 *wait* until
//! the order was changed. A finding whose cause is gone closes by itself, in the commit that took the cause away.
//!
//! **Invariant:** an outcome holds for the value it was given to: when that changes the finding asks again.
//! **Invariant:** an audit holds for the content it was made over, which is what the plant makes.

mod audit_material;
mod findings;
mod queries;
mod refusals;
mod rules;
mod settle;
mod wire;

pub(crate) use queries::{anything_found, material_blocks, material_view};
pub use refusals::MaterialRefusal;
pub(crate) use rules::MaterialBlock;
pub(crate) use settle::settle;
pub use wire::{AddFinding, MaterialView, NamedFinding, SettleFinding};
