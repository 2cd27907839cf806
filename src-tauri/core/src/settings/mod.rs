//! The rules of the house: every threshold and table is a value with a day from which it holds, who set it, and
//! why (F1-22). A calculation uses the value in force on its own date.
//!
//! **Invariant:** values are added, never changed: what was in force on a day stays readable.

mod paper_table;
mod queries;
mod rule;
mod rule_state;
mod set_rule;
mod standard_cycle;
mod wire;

pub use paper_table::{PaperLine, PaperTable};
pub use queries::in_force;
pub(crate) use queries::{RuleChange, history};
pub use rule::{HouseRules, Rule, SettingRefusal};
pub use standard_cycle::{Adder, CycleLine, StandardCycle, Tenths};
pub use wire::{RuleView, SetRuleRequest};
