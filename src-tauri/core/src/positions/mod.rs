//! 工艺位置: where on the customer's page foil, UV, embossing and die-cutting go (S-4.2.6).
//!
//! A position belongs to one step of finishing of an order. It is marked on a page of a received file, as an outline in
//! millimetres from the upper left corner of the trim, or said of a sample in words where there is no page to mark. One on a
//! file names the hash of its content and the page: when a new version comes it is *stale* until somebody takes it over,
//! moves it or removes it.
//!
//! **Invariant:** while a process that needs a position (需标位置, a rule of the house) has none that holds, no task sheet is
//! issued.
//! **Invariant:** a place is measured on the page as people see it, whatever its file says of turn, crop and unit.
//! **Invariant:** what stands on an issued sheet is not moved here, whatever became of its file, its process or its component:
//! that takes a signed change (S-4.4.2).

mod file_positions;
mod finish;
mod first_page;
mod mark_on_sample;
mod marked_copy;
mod on_sheet;
mod outline;
mod queries;
mod refusals;
mod rules;
mod save_positions;
mod take_over_positions;
mod typed_frame;
mod wire;

pub use finish::{Finish, needs_position};
pub(crate) use first_page::{Thumbnails, first_page};
pub use marked_copy::MarkedCopyRequest;

pub use outline::{Frame, Outline};
pub(crate) use queries::{may_need_positions, of_order};
pub use refusals::PositionRefusal;
pub use rules::{FinishingStep, PositionBlock, Standing, finishing_steps, positions_block_release};
pub(crate) use take_over_positions::{TakenOver, take_over_positions};
pub use wire::{
    FilePositions, MarkOnSample, OrderPositions, PositionRequest, PositionView, SavePositions,
    ShownPages, StepPositions, TypedFrame, order_positions,
};

/// The longest name of a position.
const LONGEST_NAME: usize = 40;
/// The longest name of foil or die.
const LONGEST_TOOL: usize = 60;
/// The longest words of a place on a sample.
const LONGEST_WORDS: usize = 200;
/// The most positions of an order.
const MOST_POSITIONS: usize = 500;
