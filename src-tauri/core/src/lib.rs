//! x

pub mod calendar;
pub mod imposition;
pub mod measures;
