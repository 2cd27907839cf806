//! x

pub mod calendar;
pub mod imposition;
pub mod inspector;
pub mod measures;
pub mod orders;
