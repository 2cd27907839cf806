//! Proofs (S-4.2.3): what is shown to the customer where there is no correct sample. An order takes one of five lanes:
//! *直通* (S-4.2.1), *有样* (S-4.2.2), or without a sample *A*, *B*, or *open* until somebody chooses.
//!
//! A proof is *printed* → in lane A *looked over* → *bound* into a dummy where the product is a book (S-4.2.5) → *answered*:
//! the customer agrees, or wants changes, which opens the next round (S-4.2.3A-4); in lane B sales signs it (S-4.2.3B-3). A
//! proof that was agreed to becomes a sample of the order and is stamped like any other. One of which a file has changed
//! since is *stale*: another is printed.
//!
//! **Invariant:** a proof names the files it was printed from by their hashes; that of lane B names originals alone.
//! **Invariant:** a round is never changed once it is answered.

mod answer_proof;
mod bind_dummy;
mod check_proof;
mod choose_lane;
mod print_proof;
mod queries;
mod refusals;
mod rules;
mod wire;

pub(crate) use queries::{AgreedProof, agreed_proof, standing};
pub use refusals::ProofRefusal;
pub use rules::{
    Answer, CheckItem, Chosen, Dummy, Folios, Lane, LaneReason, ProofBlock, ProofFacts, lane_of,
    proof_blocks, suggested_medium,
};
pub(crate) use wire::view;
pub use wire::{
    AnswerProofRequest, AnswerView, BindDummyRequest, ChooseLaneRequest, DummyView,
    PrintProofRequest, ProofFileView, ProofView, ProofsView,
};
