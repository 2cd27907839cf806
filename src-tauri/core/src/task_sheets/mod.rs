//! 生产任务书: the paper the plant works from, its signed changes and its prints (S-4.4).
//!
//! A sheet has a number; each version of it (V1, V2) is opened by an issue or by the change that was one too many,
//! and each signed change of a version is one more state of it: `RW-2026-A000456 · V1·改2`. The PDF of a state is
//! frozen once; a print is that PDF with one overlay a page, and from then on a copy of which the desk knows where it is
//! ([`census`]).
//!
//! **Invariant:** nothing is issued while a line of the release check list is not green.
//! An order in effect is changed the same way before it has a sheet (F7-08): who must sign follows from the stage and from
//! what is changed ([`asked`]).
//!
//! **Invariant:** a change stands on no paper before everybody who must has signed for exactly what it makes of the
//! order; until then the sheet in force is the old one.
//! **Invariant:** one version of an order's sheet is in force, never two.

mod agreement;
mod approve_change;
mod attached;
mod by_hand;
mod census;
mod change_notice;
mod changes;
mod check_code;
mod check_order;
mod close_change;
mod compare_states;
mod end_with_order;
mod file_lines;
mod issue_task_sheet;
mod judged;
mod life;
mod print_sheet;
mod propose_change;
mod put_in_force;
pub(crate) mod queries;
mod recheck;
mod refusals;
mod release;
mod review_lines;
mod rules;
mod sample_lines;
mod sheet_facts;
mod sign_content;
mod signed_rows;
mod standing;
mod state_of_sheet;
mod three_way_lines;
mod waits;
mod wire;
mod worded;

pub use agreement::Liable;
pub(crate) use agreement::{Loss, consent_of, fits, lacks_evidence, loss_of};
pub use census::{
    ByHandView, CensusRefusal, CopiesFilter, CopiesQuery, CopiesSummary, CopyView, Fate, FateView,
    LackedChange, OfferedFate, PrintVerdict, RecordCopyRequest, ReplaceCopiesRequest, Verdict,
    copies_stored_wrong,
};
pub use compare_states::{StatePlace, StatesCompared};
pub(crate) use end_with_order::{end_with_order, on_paper};
pub use refusals::SheetRefusal;
pub use release::{CheckLine, check_list, check_signature};
pub(crate) use rules::may_check;
pub use rules::{Asked, Authority, Stage, asked, distinct_places, needs_of, told_too_late};
pub use waits::{Waiting, waits};
pub use wire::{
    AmendmentView, ApproveChangeRequest, ChangePreview, CheckOrderRequest, ConsentRequest,
    LossRequest, NeedView, PlaceView, PrintMade, PrintSheetRequest, PrintView,
    ProposeChangeRequest, RefuseChangeRequest, SheetStateView, SheetView, changes_of, view,
};

pub(crate) use census::owing_of;
pub(crate) use queries::last_word;
pub(crate) use sign_content::{ContentSignature, asked_by, asked_for_by, sign_content};
pub(crate) use standing::{
    StoredStanding, ask_for_a_sample, commit_known, commit_new, commit_order, laid_down, stand_anew,
};
pub(crate) use waits::from_stored as waits_from;
