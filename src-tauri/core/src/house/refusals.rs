//! Why a house is not opened.

use crate::error::Refuse;

/// What first start refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HouseRefusal {
    /// The house needs a name.
    #[error("the house has no name")]
    NoName,
    /// The desk letter is one Latin letter.
    #[error("the desk letter is not one Latin letter")]
    BadDeskLetter,
    /// There has been a first start.
    #[error("the house is open already")]
    AlreadyStarted,
    /// A first start has to come before this.
    #[error("there has been no first start")]
    NotStarted,
}

impl Refuse for HouseRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoName => "house_has_no_name",
            Self::BadDeskLetter => "bad_desk_letter",
            Self::AlreadyStarted => "already_started",
            Self::NotStarted => "not_started",
        }
    }
}
