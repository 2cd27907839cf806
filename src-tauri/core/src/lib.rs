//! x

pub mod measures;
