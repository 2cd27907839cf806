//! The shell: the only code that knows Tauri.
//!
//! It opens the window, keeps who has signed in, and hands each command of the window to the core, converted and
//! nothing more. **Invariant:** no rule of the trade stands here.

mod commands;
mod dialogs;
mod error;
mod folders;
mod leaving;
#[cfg(test)]
mod mounted;
mod platform;
mod saving;
mod start;
mod state;

pub use commands::bridge;
pub use start::run;
