//! x

pub mod calendar;
pub mod measures;
