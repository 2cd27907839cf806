//! The real window, driven: WebKitGTK shows the built page, a WebDriver types
//! and clicks, and the program behind it is the one that ships.
#![cfg(target_os = "linux")]
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    reason = "a test stops at the first surprise"
)]

mod busy_morning;
mod by_name;
mod check_links;
mod confirming;
mod copies;
mod customers_and_rules;
mod direct_lane;
mod effect;
mod files;
mod finding;
mod first_start;
mod halts;
mod harness;
mod heavy_file;
mod kinds;
mod lines;
mod other_desks;
mod past;
mod people;
mod positions;
mod preflight;
mod proofs;
mod recorded;
mod review;
#[expect(
    dead_code,
    reason = "the bench of the start asks a little more of it than the tests"
)]
mod support;
#[path = "../support/swelling.rs"]
mod swelling;
mod today;
mod tour;
mod two_desks;
