//! Why an answer is not taken, or a difference not let pass.

use crate::error::Refuse;

/// What 三方核对 refuses.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ThreeWayRefusal {
    /// The task sheet is out: from there on a change is signed (S-4.4.2).
    #[error("the order is released")]
    Released,
    /// A presale is no order to be made (F4-3b).
    #[error("a presale is not issued")]
    Presale,
    /// There is no sample to be held against the sheet.
    #[error("there is no sample to compare")]
    NoSample,
    /// What was shown of a row stands there no more.
    #[error("the order was changed meanwhile")]
    ChangedMeanwhile,
    /// 不同: what does the sample say?
    #[error("a difference says the value")]
    NothingSaid,
    /// Sample and file are as the sheet, or it was let pass already.
    #[error("nothing differs")]
    NothingDiffers,
    /// A difference is let pass with a reason.
    #[error("a difference is let pass with a reason")]
    NoReason,
    /// Whoever compared does not let pass what they found (F1-02).
    #[error("who compared it does not let it pass")]
    OwnComparison,
}

impl Refuse for ThreeWayRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::Released => "three_way_after_release",
            Self::Presale => "presale_not_issued",
            Self::NoSample => "three_way_no_sample",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::NothingSaid => "three_way_nothing_said",
            Self::NothingDiffers => "three_way_nothing_differs",
            Self::NoReason => "three_way_no_reason",
            Self::OwnComparison => "three_way_own_comparison",
        }
    }
}
