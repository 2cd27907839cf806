//! The inspector: the helper process that reads files from outside the house.
//!
//! A customer's file may be anything: a picture named `.pdf`, half a download,
//! a page that unfolds to a gigabyte. So it is never parsed in the desk's own
//! process. The desk starts the same program once more with `--inspector`,
//! hands it a path, and reads an answer back; a file that takes too long, eats
//! too much or brings the worker down costs that worker, never the window.
//!
//! - [`Inspector`] is the desk's side: one warm worker, its budgets, its end.
//! - [`main`] is the worker's side: the shell calls it before anything else.
//! - [`Inspected`] is what is known of a file; [`InspectorRefusal`] why not.
//!
//! **Invariant:** no byte of a foreign file is interpreted outside the worker.
//!
//! **Invariant:** a request ends within [`Budget::time`] of its call, whatever
//! the file holds, and leaves no process behind that it does not reuse.

mod compare;
mod desk_side;
mod facts;
mod kind;
mod mark;
mod page_tree;
mod picture;
pub mod press;
mod process_memory;
mod read_pdf;
mod refusal;
mod shown;
mod stated;
mod wire;
mod worker_process;
mod worker_side;

pub use compare::{Area, ComparedPage, Comparison, Verdict};
pub use desk_side::{Budget, Inspector};
pub use facts::{Inspected, PageBox, PageFacts, PdfFacts};
pub use kind::FileKind;
pub use refusal::{Damage, InspectorRefusal, Reason};
pub use shown::{ShownBox, ShownPage};
pub use stated::{Stated, StatedColours};
pub use worker_side::main;

/// Walks over the pages of `bytes` as the worker does, for `cargo fuzz` (`fuzz/`).
#[cfg(fuzzing)]
pub fn walk_for_fuzzing(bytes: &[u8]) {
    let deadline = std::time::Instant::now() + std::time::Duration::from_secs(5);
    // A refusal is an answer.
    let _ = read_pdf::read_press(bytes, 10_000, deadline, &mut |_, _| {});
}

/// The first argument that turns the program into a worker.
pub const ARGUMENT: &str = "--inspector";
