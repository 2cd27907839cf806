//! The trade's story, told through the public core on real databases.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]

#[path = "../support/mod.rs"]
mod support;
#[path = "../support/swelling.rs"]
mod swelling;

mod attachment_folder;
mod changes_in_effect;
mod customers;
mod effect;
mod files;
mod free_proofs;
mod halts;
mod house_rules;
mod imports;
mod issued_positions;
mod kinds;
mod locked_files;
mod locked_or_broken;
mod matrix;
mod new_day;
mod orders;
mod originals;
mod people;
mod positions;
mod preflight;
mod prepress;
mod proofs;
mod receipts;
mod replaced_files;
mod review;
mod review_reasons;
mod sample_register;
mod samples;
mod sent_back;
mod stages;
mod task_sheets;
mod today;
