//! Samples: what the product has to look like, in the hand. Each is registered when it comes in (S-4.1.1c) and is
//! given its 样本确认章 before the task sheet is issued (S-4.2.4).
//!
//! A sample is *registered* → *stamped* → and, when the customer or the product it was stamped for changes its name,
//! *stale*; when its validity has passed, *expired*. A stale or expired sample is stamped anew.
//!
//! **Invariant:** the four facts of a stamp (customer, product, type, signer) come from the order and the signature,
//! never from a keyboard; they stay as they were when it was given.
//! **Invariant:** a 兰纸 is a content sample and nothing else: one colour proves no colour.

mod kinds;
mod label_pdf;
mod queries;
mod refusals;
mod register_sample;
mod rules;
mod sample_labels;
mod stamp_sample;
mod take_over_samples;
mod wire;

pub use kinds::{Medium, SampleType, Source, SourceSigner};
pub use label_pdf::stamp_blocks;
pub use queries::sample_facts;
pub use refusals::SampleRefusal;
pub use rules::{
    NewSample, Registered, SampleBlock, StampedFacts, Standing, samples_block_release,
};
pub(crate) use take_over_samples::take_over_samples;
pub use wire::views;
pub use wire::{RegisterSampleRequest, SampleView, StampSampleRequest, StampView};
