//! The house's days: what day it is in Shanghai, which days are worked, and how far a date is in working days.
//!
//! Working days follow the State Council's tables, not the weekday. For a year whose table is not known yet Monday to
//! Friday are worked, and every result that looked into such a year says so (估算).
//!
//! **Invariant:** no function here reads a clock; the day or instant is handed in.
//! **Invariant:** `add_working_days(day, n)` and `working_days_between(day, that)` agree: the second gives `n` back.

mod business_day;
mod official;
mod working_days;
mod working_time;

pub use business_day::{BusinessDay, in_shanghai};
pub use working_days::{
    HouseDays, Reckoned, ReckonedDays, add_working_days, closed_days_between, is_official_holiday,
    is_working_day, working_days_between,
};
pub use working_time::{WorkingHours, working_minutes_between};

#[cfg(test)]
mod tests;
