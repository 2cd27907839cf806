//! Samples: what the product has to look like, in the hand. Each is registered when it comes in (S-4.1.1c), with where it
//! lies, who has it and pictures of it, and is given its 样本确认章 before the task sheet is issued (S-4.2.4).
//!
//! A sample is *registered* → *stamped* → and, when the customer or the product it was stamped for changes its name,
//! *stale*; when its validity has passed, *expired*; when a second stamp says so, *voided*. A stale, expired or voided sample
//! is stamped anew. One that no longer belongs to the order is *taken out*.
//!
//! **Invariant:** the four facts of a stamp (customer, product, type, signer) come from the order and the signature,
//! never from a keyboard; they stay as they were when it was given.
//! **Invariant:** a stamp is never edited and never removed; what voids it is a stamp itself, with a reason.
//! **Invariant:** a 兰纸 is a content sample and nothing else: one colour proves no colour.

#[cfg(test)]
mod came_tests;
mod changes;
mod kinds;
mod label_pdf;
mod lend_sample;
mod photos;
mod proofed;
mod queries;
mod refusals;
mod register_sample;
mod roll_offset;
mod rules;
mod sample_labels;
mod stamp_sample;
mod take_over_samples;
mod take_sample_out;
mod void_stamp;
mod wire;

use chrono::NaiveDate;

pub use changes::UnsignedChanges;
pub(crate) use changes::unsigned_changes;
pub use kinds::{Medium, SampleType, Source, SourceSigner};
pub use label_pdf::stamp_blocks;
pub(crate) use queries::proofs_among;
pub use queries::sample_facts;
pub use refusals::SampleRefusal;
pub(crate) use register_sample::enter as enter_sample;
pub use rules::{
    NewSample, Registered, SampleBlock, StampedFacts, Standing, samples_block_release,
};
pub(crate) use take_over_samples::take_over_samples;
pub(crate) use take_sample_out::take_out;
pub use wire::views;
pub use wire::{
    ChangeSampleRequest, LabelPaperRequest, LabelsRequest, LendSampleRequest, LoanView, PhotoView,
    RegisterSampleRequest, ReturnSampleRequest, RollOffsetRequest, SampleChangeView,
    SampleFactsRequest, SampleView, SignSampleChangeRequest, StampSampleRequest, StampView,
    VoidStampRequest, VoidView, WriteSampleChangeRequest,
};

/// A day as it is typed.
fn read_day(text: String) -> Result<NaiveDate, SampleRefusal> {
    text.trim()
        .parse()
        .map_err(|_| SampleRefusal::BadDay { text })
}
