//! The walker over the pages of a PDF: whatever the bytes are, it answers within its budgets and never panics.
//!
//! `cargo +nightly fuzz run walker -- -max_total_time=600 -rss_limit_mb=2048 -timeout=20`; see ARCHITECTURE.md.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| docket_core::inspector::walk_for_fuzzing(bytes));
