//! 转交记录: which department was told or handed what, by whom and when, and who there said that it came (F1-07, F7-09).
//!
//! The desk writes the lines itself when a review is opened, when an order takes effect, when its sheet is issued or becomes
//! another version, when the day of what is made for stock moves, and when an order
//! that somebody was told of rests, goes on or is cancelled; whatever else is handed over is entered by hand.
//!
//! **Invariant:** a line is never changed but once: by the word that it came.

mod by_itself;
mod hand_over;
mod hand_over_slip;
mod queries;
mod receive_hand_over;
mod refusals;
mod wire;

pub use refusals::HandOverRefusal;
pub use wire::{HandOverRequest, HandOverView, Occasion, ReceiveHandOver};

pub(crate) use by_itself::{
    on_day_moved, on_effect, on_halt, on_release, on_review, on_version, told_of,
};
pub(crate) use wire::views;
