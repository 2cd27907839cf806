//! The inspector, asked through its real helper process: what it tells of a
//! file, what it refuses, and that no file can cost more than its budget.

mod boxes;
mod budgets;
mod compare;
mod corpus;
mod desk;
mod kinds;
mod marks;
mod mutated;
mod paper;
mod pictures;
mod press;
mod press_budgets;
mod refusals;
