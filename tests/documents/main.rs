//! What the desk puts on paper, tested on the layout and on the finished PDF.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod book;
mod book_of_sale;
mod fonts;
mod golden;
mod lines;
mod pages;
mod pdf;
mod prints;
mod support;
