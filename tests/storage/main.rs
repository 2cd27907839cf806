//! What the storage promises: one writing door, a trail that holds together, one program at a time.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    reason = "a test stops at the first surprise"
)]

#[path = "../support/mod.rs"]
mod support;

mod accounts;
mod at_rest;
mod door;
mod numbers;
mod schema;
mod settings;
mod upgrade;
