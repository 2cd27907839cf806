//! 今日: what waits for whoever sits here, in order of time (F2-04.2).
//!
//! What of a check list waits is stored with its order ([`crate::task_sheets::Waiting`]); what was asked for and is not
//! signed yet stands in rows of its own. The board reads both and evaluates no check list.
//!
//! **Invariant:** nobody is shown what he may not do, nor what he asked for himself as if it were his to sign.

mod board;
mod queries;
mod rules;
mod wire;

pub use wire::{TodayOrder, TodayRow, TodayView, TodayWhat};
