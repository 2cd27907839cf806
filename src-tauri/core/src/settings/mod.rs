//! The rules of the house: every threshold and table is a value with a day from which it holds, who set it, and
//! why (F1-22). A calculation uses the value in force on its own date.
//!
//! **Invariant:** values are added, never changed: what was in force on a day stays readable.
//! **Invariant:** no value is put in force over days on which something was decided by another one.

mod by_day;
mod cells;
mod change_setting;
mod house_rules;
mod kind;
mod offer;
mod over_time;
mod page;
mod paper_table;
mod queries;
mod refusals;
mod rule;
mod rule_state;
mod set_rule;
mod standard_cycle;
mod start_values;
mod tables;
pub mod wire;

pub(crate) use by_day::RulesByDay;
pub use house_rules::HouseRules;
pub use kind::{Column, ColumnKind, Group, Kind};
pub use offer::Offer;
pub(crate) use over_time::RulesOverTime;
pub(crate) use page::states_of;
pub use paper_table::{PaperLine, PaperTable};
pub use queries::in_force;
pub(crate) use queries::{RuleChange, history, rules_on, rules_over_time};
pub use refusals::SettingRefusal;
pub(crate) use refusals::beside;
pub use rule::Rule;
pub use standard_cycle::{Adder, CycleLine, StandardCycle, Tenths};
