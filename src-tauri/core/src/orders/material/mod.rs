//! 资料审核: whether what the customer ordered and handed in is what the craft can do (S-4.1.3).
//!
//! A *finding* (不合理) comes of a rule of the craft, or a person writes it down. It is *open* until the customer was spoken
//! to and something came of it: 按原样做 settles it for exactly the value it was given to; 改资料 and 取消该要求 *wait* until
//! the order was changed. A finding whose cause is gone closes by itself, in the commit that took the cause away.
//!
//! **Invariant:** an outcome holds for the value it was given to: when that changes the finding asks again.
//! An *audit* is made by one key over the points of the house (`Rule::MaterialPoints`): each is 合理, 不适用, or 不合理 where a
//! finding of it stands. Who settles a finding has not looked at the rest: no act on a finding is an audit.
//!
//! **Invariant:** an audit holds for the content it was made over, which is what the plant makes, and for what was found by then.
//! **Invariant:** what an audit recorded of its points stays as it was called then.

mod audit_material;
mod findings;
mod points;
mod queries;
mod refusals;
mod rules;
mod settle;
mod wire;

pub use points::{Point as MaterialPoint, PointResult};
pub(crate) use queries::{anything_found, material_blocks, material_view};
pub use refusals::MaterialRefusal;
pub(crate) use rules::MaterialBlock;
pub(crate) use settle::settle;
pub use wire::{AddFinding, AuditMaterial, MaterialView, NamedFinding, SettleFinding};
