//! Why a task sheet is not issued, changed or printed.

use crate::error::Refuse;
use crate::orders::FieldProblem;

/// What task sheets refuse.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SheetRefusal {
    /// Lines of the release check list are not green.
    #[error("{} lines of the check list are not green", lines.len())]
    NotGreen {
        /// Their codes.
        lines: Vec<&'static str>,
    },
    /// The order has moved on since the screen was read.
    #[error("the order was changed meanwhile")]
    ChangedMeanwhile,
    /// The sheet is issued already.
    #[error("the sheet is issued already")]
    AlreadyReleased,
    /// A presale is no order to be made: it is converted first (F4-3b).
    #[error("a presale is not issued")]
    Presale,
    /// There is no sheet yet.
    #[error("there is no sheet yet")]
    NotReleased,
    /// The order has not taken effect (F7-07).
    #[error("the order is not in effect")]
    NotInEffect,
    /// The order has not taken effect: it is simply changed (F7-08).
    #[error("the order is open to editing")]
    OpenToEditing,
    /// A change waits for its signatures; one at a time.
    #[error("a change is waiting")]
    ChangePending,
    /// The form says what the sheet says.
    #[error("nothing was changed")]
    NothingChanged,
    /// A change needs a reason (S-4.4.2a).
    #[error("a change needs a reason")]
    ReasonMissing,
    /// Quantity, price and date need the customer's consent.
    #[error("the customer's consent is missing")]
    ConsentMissing,
    /// A text of the form has no meaning.
    #[error("{} fields are not understood", fields.len())]
    NotUnderstood {
        /// Which.
        fields: Vec<FieldProblem>,
    },
    /// What the change makes of the order lacks starred fields.
    #[error("{} fields are needed", fields.len())]
    Needed {
        /// Which.
        fields: Vec<FieldProblem>,
    },
    /// That change does not wait for anything.
    #[error("the change is closed")]
    ChangeClosed,
    /// That signature is not asked for, or was given.
    #[error("that signature is not asked for")]
    NotAsked,
    /// Somebody else asked for the change.
    #[error("only who asked for a change withdraws it")]
    NotYours,
    /// 审核 is given by 业务员 of the order, or by 销售主管.
    #[error("another representative's order")]
    NotTheirOrder,
    /// A text on a change is too long to be printed.
    #[error("at most {most} characters")]
    TextTooLong {
        /// The most there may be.
        most: usize,
    },
    /// A print is for somebody: 生产联, 品质联.
    #[error("a print needs a holder")]
    HolderMissing,
}

impl Refuse for SheetRefusal {
    fn code(&self) -> &'static str {
        match self {
            Self::NotGreen { .. } => "not_green",
            Self::ChangedMeanwhile => "changed_meanwhile",
            Self::AlreadyReleased => "already_released",
            Self::Presale => "presale_not_issued",
            Self::NotReleased => "not_released",
            Self::NotInEffect => "not_in_effect",
            Self::OpenToEditing => "order_open_to_editing",
            Self::ChangePending => "change_pending",
            Self::NothingChanged => "nothing_changed",
            Self::ReasonMissing => "reason_missing",
            Self::ConsentMissing => "consent_missing",
            Self::NotUnderstood { .. } => "fields_not_understood",
            Self::Needed { .. } => "fields_needed",
            Self::ChangeClosed => "change_closed",
            Self::NotAsked => "signature_not_asked",
            Self::NotYours => "change_not_yours",
            Self::NotTheirOrder => "check_not_their_order",
            Self::TextTooLong { .. } => "change_text_too_long",
            Self::HolderMissing => "holder_missing",
        }
    }

    fn params(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::NotGreen { lines } => vec![
                ("lines", lines.join(",")),
                ("count", lines.len().to_string()),
            ],
            Self::NotUnderstood { fields } | Self::Needed { fields } => {
                vec![("count", fields.len().to_string())]
            }
            Self::TextTooLong { most } => vec![("most", most.to_string())],
            _ => Vec::new(),
        }
    }

    fn fields(&self) -> Vec<FieldProblem> {
        match self {
            Self::NotUnderstood { fields } | Self::Needed { fields } => fields.clone(),
            _ => Vec::new(),
        }
    }
}
