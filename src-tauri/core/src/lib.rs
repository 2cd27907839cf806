//! x

pub mod calendar;
pub mod documents;
pub mod files;
pub mod imposition;
pub mod inspector;
pub mod measures;
pub mod orders;
pub mod typed;
