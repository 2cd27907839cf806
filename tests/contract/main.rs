//! What the project promises about itself: the tree is tidy, the lock holds no
//! known hole, the shell is closed.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test stops at the first surprise"
)]

mod bridge;
mod codes;
mod tidy;
