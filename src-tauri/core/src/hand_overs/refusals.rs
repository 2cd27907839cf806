//! Why a hand-over is not entered or acknowledged.

use crate::error::Refuse;

/// The longest text of a line.
const LONGEST_TEXT: usize = 200;

/// What the log refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum HandOverRefusal {
    /// To whom?
    #[error("a hand-over names a department")]
    NoDepartment,
    /// What?
    #[error("a hand-over names what was handed over")]
    NothingHanded,
    /// Who says that it came?
    #[error("it is not said who received it")]
    NobodyReceived,
    /// There is no such line.
    #[error("there is no such hand-over")]
    NoSuchLine,
    /// Somebody said so already.
    #[error("{by} acknowledged it already")]
    ReceivedAlready {
        /// Who.
        by: String,
    },
    /// A text is too long for a line.
    #[error("at most {most} characters")]
    TextTooLong {
        /// The most there may be.
        most: usize,
    },
}

impl HandOverRefusal {
    pub(super) fn fits(text: &str) -> Result<String, Self> {
        let text = text.trim();
        if text.chars().count() > LONGEST_TEXT {
            return Err(Self::TextTooLong { most: LONGEST_TEXT });
        }
        Ok(text.to_owned())
    }
}

impl Refuse for HandOverRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NoDepartment => "hand_over_department_missing",
            Self::NothingHanded => "hand_over_content_missing",
            Self::NobodyReceived => "hand_over_receiver_missing",
            Self::NoSuchLine => "no_such_hand_over",
            Self::ReceivedAlready { .. } => "hand_over_received_already",
            Self::TextTooLong { .. } => "hand_over_text_too_long",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::ReceivedAlready { by } => vec![("by", by.clone())],
            Self::TextTooLong { most } => vec![("most", most.to_string())],
            _ => Vec::new(),
        }
    }
}
