//! The trade of the order desk.
//!
//! A printing house takes an order, often on the telephone. The sales assistant (业务助理) writes down what the
//! customer wants, reads it back, receives the files, gathers the samples and has each of them stamped, lets
//! production and quality review what is risky, and only then issues the production task sheet (生产任务书): the
//! paper from which the plant works. Whatever is changed afterwards is changed by signature, counted, and printed.
//!
//! One folder is one noun of that trade; inside it `rules.rs` decides (pure), the action files act, `queries.rs`
//! reads, `wire.rs` is what a screen is told. All writing goes through one door, [`storage::Writer`].
//!
//! **Invariant:** nothing here knows Tauri, and nothing here reads the clock but [`clock::Clock`].

pub mod accounts;
pub mod audit;
pub mod calendar;
pub mod clock;
pub mod customers;
mod desk;
pub mod documents;
pub mod effect;
mod error;
pub mod files;
pub mod free_proofs;
pub mod halts;
pub mod hand_overs;
pub mod house;
pub mod imports;
pub mod imposition;
pub mod inspector;
mod marks;
pub mod measures;
pub mod numbers;
pub mod orders;
pub mod positions;
pub mod preflight;
pub mod processes;
pub mod products;
pub mod proofs;
pub mod receipts;
pub mod reports;
pub mod review;
pub mod samples;
pub mod sent_back;
pub mod settings;
pub mod storage;
pub mod task_sheets;
pub mod three_way;
pub mod today;
pub mod typed;
pub mod wire;

pub use desk::{Desk, DeskConfig};
pub use error::{DeskError, Failure, Refuse};
