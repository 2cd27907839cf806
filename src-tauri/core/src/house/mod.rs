//! The house this desk belongs to: its name, the letter of this desk, and whether it is the practice desk.
//!
//! **Invariant:** a file has one house, entered at first start together with the administrator, in one commit.

mod first_start;
mod practice;
pub(crate) mod queries;
mod refusals;

pub use first_start::FirstStart;
pub use practice::{PRACTICE_PASSWORD, PRACTICE_PIN};
pub use refusals::HouseRefusal;

/// The house.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct House {
    /// As it is printed at the head of every form.
    pub name: String,
    /// The letter in every number this desk gives.
    pub desk_letter: String,
    /// 练习库: everything in this file is practice, and every print says so (F2-02b).
    pub practice: bool,
}
