//! Why an order is not sent back.

use crate::error::Refuse;
use crate::orders::FieldProblem;
use crate::typed::NotUnderstood;

/// The path of the reason, where the window lands.
const REASON: &str = "send-back.reason";

/// What sending back refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SendBackRefusal {
    /// A no says why (F2-04.4a).
    #[error("a no says why")]
    Reason(NotUnderstood),
    /// The word is given already, or nobody asks for it.
    #[error("nothing waits for that word")]
    NothingWaits,
}

impl Refuse for SendBackRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Reason(_) => "send_back_reason",
            Self::NothingWaits => "send_back_nothing_waits",
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::Reason(why) => vec![FieldProblem {
                path: REASON.to_owned(),
                code: why.code(),
                params: why.params(),
            }],
            Self::NothingWaits => Vec::new(),
        }
    }
}
