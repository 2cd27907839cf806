//! Taking over what a house knew before: customers and processes, from a block of cells or a file of them.
//!
//! A table is read, each of its lines is understood, and all of it is shown before anything is made.
//!
//! **Invariant:** a table is taken over whole or not at all: one line that is wrong keeps all of them back.
//! **Invariant:** what is there already is never written over; it is marked at most.

mod cells;
mod columns;
mod customers;
mod import_table;
mod processes;
mod refusals;
pub mod wire;

pub use refusals::ImportRefusal;
