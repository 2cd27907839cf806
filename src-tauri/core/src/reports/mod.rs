//! The figures of the desk: how long an order takes from its receipt to its task sheet (F1-01), and how late orders
//! are recorded (F1-04b). All times are working minutes of the house.
//!
//! **Invariant:** a figure is reckoned from what stands on the orders when it is asked for; nothing is kept aside.

mod processing;
mod queries;
mod rules;
pub mod wire;
