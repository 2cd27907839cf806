//! 转交记录: which department was told or handed what, by whom and when, and who there said that it came (F1-07, F7-09).
//!
//! The desk writes the lines itself when an order takes effect and when its sheet is issued, to the departments the house
//! names; whatever else is handed over is entered by hand.
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

pub(crate) use by_itself::{on_effect, on_release};
pub(crate) use wire::views;
